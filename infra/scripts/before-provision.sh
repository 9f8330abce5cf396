#!/usr/bin/env bash
# Runs before `azd provision`: makes sure that what Azure can't make is there, and pins what Azure would not let us change later.
set -euo pipefail
here=$(dirname "$0")

# A budget's start can't be changed once it is made, and it has to begin in the month in which it is made.
if [[ -z ${BUDGET_FROM:-} ]]; then
  azd env set BUDGET_FROM "$(date -u +%Y-%m)-01"
fi

# Who may sign in is known to an app registration. Without one there is no way in, so there is no deployment either.
if [[ -z ${SIGN_IN_CLIENT_ID:-} ]]; then
  echo "SIGN_IN_CLIENT_ID is not set: making the app registration for signing in (needs az, signed in as an Application Administrator)."
  azd env set SIGN_IN_CLIENT_ID "$("$here/sign-in-app.sh" create "YosWorkflow ${AZURE_ENV_NAME:?}")"
fi

for name in EMAIL_FROM ALERT_EMAILS; do
  if [[ -z ${!name:-} ]]; then
    echo "Set $name first: azd env set $name VALUE (docs/deployment.md has all settings in a table)." >&2
    exit 1
  fi
done
