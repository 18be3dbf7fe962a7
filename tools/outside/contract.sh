#!/usr/bin/env bash
# Whether openapi/openapi.json is what the service at CXFOLIO_URL tells, and a valid OpenAPI document.
set -euo pipefail
. "$(dirname "$0")/where.sh"

told=$(mktemp)
trap 'rm -f "$told"' EXIT
curl --fail --silent --show-error "${CXFOLIO_URL:?the address of the service}/api/openapi.json" >"$told"
# The file is laid out for readers, the answer need not be: they must say the same.
python - "$contract" "$told" <<'PYTHON'
import json, sys
kept, told = (json.load(open(path, encoding="utf-8")) for path in sys.argv[1:])
sys.exit(None if kept == told else "openapi/openapi.json is not what the service tells: write it anew")
PYTHON
openapi-spec-validator --subschema-errors all "$contract"
