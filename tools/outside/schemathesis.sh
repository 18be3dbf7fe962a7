#!/usr/bin/env bash
# Requests that openapi/openapi.json allows, and ones that it forbids, against the service at CXFOLIO_URL: every check,
# sequences along the links too. Ends well only when nothing fails. CXFOLIO_SECONDS bounds the time; CXFOLIO_KEY is an admin's
# key, without which the first key that a request makes locks all others out.
set -euo pipefail
. "$(dirname "$0")/where.sh"

key=(--header "Authorization: Bearer ${CXFOLIO_KEY:?an admin key}")
cd "$(mktemp -d)"
schemathesis --config-file "$outside/schemathesis.toml" run "$contract" --url "${CXFOLIO_URL:?the address of the service}" "${key[@]}" \
    --exclude-operation-id revoke_key --exclude-operation-id exchange_key \
    --checks all --phases examples,coverage,fuzzing,stateful --seed 42 --max-time "${CXFOLIO_SECONDS:-180}" \
    --generation-database none --generation-with-security-parameters false --request-timeout 60 --no-color "$@"
