#!/usr/bin/env bash
# Makes the Teams app's package of the azd environment's values: infra/teams/build.sh [FILE]
# Needs: azd with an environment that has been provisioned, the .NET SDK.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
out=${1:-yosworkflow-teams.zip}

value() { azd env get-value "$1" 2>/dev/null || { echo "Set $1 first: azd env set $1 VALUE" >&2; exit 1; }; }

# The id is made once: with another one Teams would take the package for another app.
if ! app_id=$(azd env get-value TEAMS_APP_ID 2>/dev/null) || [[ -z $app_id ]]; then
  app_id=$(cat /proc/sys/kernel/random/uuid 2>/dev/null || uuidgen | tr '[:upper:]' '[:lower:]')
  azd env set TEAMS_APP_ID "$app_id"
  echo "TEAMS_APP_ID is now $app_id: run azd provision once more, so that notifications lead into the app." >&2
fi

address=$(azd env get-value PUBLIC_URL 2>/dev/null) || address=
[[ -n $address ]] || address=$(value SERVICE_URL)
client=$(value IDENTITY_CLIENT_ID)
council=$(value COUNCIL_NAME)
council_url=$(value COUNCIL_URL)
privacy_url=$(value PRIVACY_URL)

dotnet run --project "$here" -- build \
  --app-id "$app_id" \
  --client-id "$client" \
  --service-url "$address" \
  --council "$council" \
  --council-url "$council_url" \
  --privacy-url "$privacy_url" \
  --app-version "1.0.$(git -C "$here" rev-list --count HEAD -- . 2>/dev/null || echo 0)" \
  --out "$out"
