#!/usr/bin/env bash
# The Entra app registration by which people sign in. It has no client secret: the managed identity's token stands in for one.
#
#   infra/scripts/sign-in-app.sh create NAME
#       makes it, or finds the one with that name, and prints its client id
#   infra/scripts/sign-in-app.sh complete CLIENT_ID ADDRESS IDENTITY_PRINCIPAL_ID
#       sets where a sign-in may return to, trusts the identity, makes the app known to the tenant, and shuts it to everyone who
#       is not admitted
#   infra/scripts/sign-in-app.sh admit CLIENT_ID GROUP_ID
#       admits the members of an Entra group (of direct members; needs Entra ID P1)
#   infra/scripts/sign-in-app.sh check CLIENT_ID ADDRESS IDENTITY_PRINCIPAL_ID
#       changes nothing; exit code 1 if something is missing
#
# Needs: az, signed in as an Application Administrator (check: anyone who may read the directory).
# It may be run as often as one likes. What it does goes to stderr, the client id to stdout.
set -euo pipefail

credential=yosworkflow-identity
audience=api://AzureADTokenExchange

say() { echo "$*" >&2; }

usage() {
  sed -n '2,15s/^# \{0,1\}//p' "$0" >&2
  exit 2
}

create() {
  local found
  found=$(az ad app list --display-name "$1" --query "[?displayName=='$1'].appId" --output tsv)
  if [[ $(wc -w <<<"$found") -gt 1 ]]; then
    say "More than one app registration is called '$1': set SIGN_IN_CLIENT_ID to the right one."
    exit 1
  fi
  if [[ -n $found ]]; then
    say "App registration '$1' is there."
    echo "$found"
    return
  fi
  # People of this tenant only; id tokens are what App Service asks for.
  az ad app create --display-name "$1" --sign-in-audience AzureADMyOrg --enable-id-token-issuance true --query appId --output tsv
  say "App registration '$1' made."
}

complete() {
  local client=$1 back="${2%/}/.auth/login/aad/callback" principal=$3 redirects issuer

  redirects=$(az ad app show --id "$client" --query "web.redirectUris" --output tsv)
  if grep -Fxq "$back" <<<"$redirects"; then
    say "A sign-in may return to $back."
  else
    # shellcheck disable=SC2086 # one argument an address
    az ad app update --id "$client" --web-redirect-uris $redirects "$back"
    say "Added: a sign-in may return to $back."
  fi

  if trusts "$client" "$principal"; then
    say "The app registration trusts the managed identity."
  else
    issuer="https://login.microsoftonline.com/$(az account show --query tenantId --output tsv)/v2.0"
    az ad app federated-credential create --id "$client" --parameters \
      "{\"name\":\"$credential\",\"issuer\":\"$issuer\",\"subject\":\"$principal\",\"audiences\":[\"$audience\"]}" >/dev/null
    say "Added: the app registration trusts the managed identity."
  fi

  if known "$client"; then
    say "The tenant knows the app."
  else
    az ad sp create --id "$client" >/dev/null
    say "Added: the tenant knows the app."
  fi

  if shut "$client"; then
    say "Only those who are admitted may sign in."
  else
    az ad sp update --id "$client" --set appRoleAssignmentRequired=true >/dev/null
    say "Changed: only those who are admitted may sign in."
  fi
}

admit() {
  local app admitted url=https://graph.microsoft.com/v1.0/servicePrincipals
  app=$(az ad sp show --id "$1" --query id --output tsv)
  admitted=$(az rest --method get --url "$url/$app/appRoleAssignedTo" --query "value[].principalId" --output tsv)
  if grep -Fxq "$2" <<<"$admitted"; then
    say "The group is admitted."
    return
  fi
  # The role of all zeros is the one of an app that has no roles.
  az rest --method post --url "$url/$app/appRoleAssignedTo" --headers "Content-Type=application/json" --body \
    "{\"principalId\":\"$2\",\"resourceId\":\"$app\",\"appRoleId\":\"00000000-0000-0000-0000-000000000000\"}" >/dev/null
  say "Added: the group is admitted."
}

trusts() {
  local subjects
  subjects=$(az ad app federated-credential list --id "$1" --query "[?contains(audiences, '$audience')].subject" --output tsv)
  grep -Fxq "$2" <<<"$subjects"
}

known() { [[ -n $(az ad sp list --filter "appId eq '$1'" --query "[].id" --output tsv) ]]; }

shut() { [[ $(az ad sp show --id "$1" --query appRoleAssignmentRequired --output tsv) == true ]]; }

check() {
  local client=$1 back="${2%/}/.auth/login/aad/callback" principal=$3 missing=0 redirects
  redirects=$(az ad app show --id "$client" --query "web.redirectUris" --output tsv)
  grep -Fxq "$back" <<<"$redirects" || { say "Missing: a sign-in may not return to $back."; missing=1; }
  trusts "$client" "$principal" || { say "Missing: the app registration does not trust the managed identity."; missing=1; }
  known "$client" || { say "Missing: the tenant does not know the app."; missing=1; }
  shut "$client" || { say "Missing: everyone of the tenant may sign in."; missing=1; }
  [[ $missing -eq 0 ]] && say "The sign-in's app registration is complete."
  return "$missing"
}

case "${1:-} $#" in
  "create 2") create "$2" ;;
  "complete 4") complete "$2" "$3" "$4" ;;
  "admit 3") admit "$2" "$3" ;;
  "check 4") check "$2" "$3" "$4" ;;
  *) usage ;;
esac
