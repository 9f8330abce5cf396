#!/usr/bin/env bash
# Lets the app tell people something in Teams: grants its managed identity Microsoft Graph's application permission TeamsActivity.Send,
# and no other. There is no page in the portal for this.
#
#   infra/scripts/grant-graph.sh IDENTITY_PRINCIPAL_ID           grants it if it is not granted, and checks
#   infra/scripts/grant-graph.sh --check IDENTITY_PRINCIPAL_ID   changes nothing; exit code 1 if it is not granted, or if more is
#   infra/scripts/grant-graph.sh --revoke IDENTITY_PRINCIPAL_ID  takes it away
#
# IDENTITY_PRINCIPAL_ID is in what `azd env get-values` prints. Needs: az, signed in as a Privileged Role Administrator (--check:
# anyone who may read the directory). It may be run as often as one likes.
#
# Step by step:
#   1. find Microsoft Graph's service principal in this tenant, and in it the id of the permission
#   2. read what the identity has been granted of Graph
#   3. grant the permission if it is not there
#   4. read again, and say what is granted; anything beyond the one permission is named and is an error
set -euo pipefail

readonly permission=TeamsActivity.Send
readonly graph_app=00000003-0000-0000-c000-000000000000
readonly graph=https://graph.microsoft.com/v1.0

usage() {
  sed -n '5,7s/^# \{0,1\}//p' "$0" >&2
  exit 2
}

action=grant
case "${1:-}" in
  --check) action=check && shift ;;
  --revoke) action=revoke && shift ;;
esac
[[ $# -eq 1 ]] || usage
identity=$1
if [[ ! $identity =~ ^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$ ]]; then
  echo "'$identity' is not an object id." >&2
  exit 2
fi

# 1. Graph in this tenant, and the permission's id.
resource=$(az ad sp show --id "$graph_app" --query id --output tsv)
role=$(az ad sp show --id "$graph_app" --query "appRoles[?value=='$permission' && contains(allowedMemberTypes, 'Application')].id" --output tsv)
if [[ -z $role ]]; then
  echo "Microsoft Graph has no application permission $permission here." >&2
  exit 1
fi

# 2. What is granted: a line each, the grant's id and the permission's.
granted() {
  az rest --method get --url "$graph/servicePrincipals/$identity/appRoleAssignments" \
    --query "value[?resourceId=='$resource'].[id, appRoleId]" --output tsv
}

grants=$(granted)
grant_id=$(awk -v role="$role" '$2 == role { print $1 }' <<<"$grants")

case $action in
  grant)
    # 3. Grant it.
    if [[ -n $grant_id ]]; then
      echo "$permission was granted already."
    else
      az rest --method post --url "$graph/servicePrincipals/$identity/appRoleAssignments" \
        --headers "Content-Type=application/json" \
        --body "{\"principalId\":\"$identity\",\"resourceId\":\"$resource\",\"appRoleId\":\"$role\"}" >/dev/null
      echo "$permission has been granted. It takes effect with the app's next token: within a day, or when the app is restarted."
    fi
    ;;
  revoke)
    if [[ -z $grant_id ]]; then
      echo "$permission was not granted."
    else
      az rest --method delete --url "$graph/servicePrincipals/$identity/appRoleAssignments/$grant_id" >/dev/null
      echo "$permission has been taken away."
    fi
    exit 0
    ;;
esac

# 4. Check.
grants=$(granted)
if ! awk '{ print $2 }' <<<"$grants" | grep -Fxq "$role"; then
  echo "$permission is not granted to $identity." >&2
  exit 1
fi
others=$(awk -v role="$role" 'NF && $2 != role { print $2 }' <<<"$grants")
if [[ -n $others ]]; then
  echo "More than $permission is granted to $identity; these permissions of Graph are not needed: $(tr '\n' ' ' <<<"$others")" >&2
  exit 1
fi
echo "Checked: $identity has $permission of Microsoft Graph, and nothing else."
