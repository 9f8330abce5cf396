#!/usr/bin/env bash
# Runs after `azd provision`: what needs the new resources' names. It changes nothing that is already as it should be.
set -euo pipefail
here=$(dirname "$0")
address=${PUBLIC_URL:-${SERVICE_URL:?}}

if ! command -v az >/dev/null; then
  echo "az is not here, so these are still to do (docs/deployment.md, steps 4 to 6):"
  echo "  infra/scripts/sign-in-app.sh complete $SIGN_IN_CLIENT_ID $address ${IDENTITY_PRINCIPAL_ID:?}"
  echo "  infra/scripts/grant-graph.sh $IDENTITY_PRINCIPAL_ID"
  exit 0
fi

"$here/sign-in-app.sh" complete "${SIGN_IN_CLIENT_ID:?}" "$address" "${IDENTITY_PRINCIPAL_ID:?}" ||
  echo "The sign-in's app registration is not complete: an Application Administrator has to run the command above."
"$here/grant-graph.sh" "$IDENTITY_PRINCIPAL_ID" ||
  echo "Teams can't be used yet: a Privileged Role Administrator has to run infra/scripts/grant-graph.sh $IDENTITY_PRINCIPAL_ID"

if ! az keyvault secret show --vault-name "${KEY_VAULT_NAME:?}" --name SendGrid-ApiKey --query id --output tsv >/dev/null 2>&1; then
  echo "SendGrid's key can't be seen in the vault. If nobody has set it yet, do (it asks for the key and shows nothing):"
  echo "  infra/scripts/set-sendgrid-key.sh $KEY_VAULT_NAME"
fi
