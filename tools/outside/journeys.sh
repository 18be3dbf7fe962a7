#!/usr/bin/env bash
# Makes the Python and the TypeScript client of openapi/openapi.json and goes an integrator's way with each, against the
# service at CXFOLIO_URL.
set -euo pipefail
. "$(dirname "$0")/where.sh"

: "${CXFOLIO_URL:?the address of the service}"
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT

echo "Python client:"
openapi-python-client generate --fail-on-warning --path "$contract" --meta none --output-path "$made/cxfolio_client"
PYTHONPATH=$made PYTHONDONTWRITEBYTECODE=1 python "$outside/journey.py"

echo "TypeScript client:"
cp "$outside/journey.ts" "$outside/tsconfig.json" "$outside/package.json" "$made/"
ln -s "$kept/npm/node_modules" "$made/node_modules"
# A default of the service is nothing that a caller must send.
openapi-typescript "$contract" --default-non-nullable=false --output "$made/api.ts"
tsc --project "$made"
CXFOLIO_BUNDLE=$clone/samples/banque-horizon/bundle.json node "$made/built/journey.js"
