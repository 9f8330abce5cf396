#!/usr/bin/env bash
# Puts SendGrid's API key into the vault without leaving it in the shell's history, the process list or a file that stays.
#
#   infra/scripts/set-sendgrid-key.sh VAULT
#
# Needs: az, signed in as a member of the operators' group. With a private vault, run it from an operator's address or from the network.
set -euo pipefail

if [[ $# -ne 1 ]]; then
  echo "usage: $0 VAULT" >&2
  exit 2
fi

read -rsp "SendGrid API key: " key
echo
if [[ $key != SG.* ]]; then
  echo "That is not a SendGrid API key: they begin with SG." >&2
  exit 1
fi

umask 077
file=$(mktemp)
trap 'rm -f "$file"' EXIT
printf '%s' "$key" >"$file"
az keyvault secret set --vault-name "$1" --name SendGrid-ApiKey --file "$file" --encoding utf-8 --query id --output tsv
echo "Set. The app takes it up within a day, or when it is restarted."
