#!/usr/bin/env bash
# Speed of the pages in a real browser: first view, slider to plan, blocks of the main thread with 1,000 candidates.
# Needs chromium, node, and `npm install` in web/pages once. CXFOLIO=<binary>; RUNS=<runs of each>; ONLY=first,desk,large.
# CXFOLIO_PAGES=<folder> measures pages that are built but not in the binary yet.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
clone=$(cd "$here/../.." && pwd)
export CXFOLIO=${CXFOLIO:-$clone/target/release/cxfolio}
[ -d "$clone/web/pages/node_modules" ] || { echo "First: (cd web/pages && npm install)" >&2; exit 1; }
[ -x "$CXFOLIO" ] || { echo "$CXFOLIO is not there; CXFOLIO=<binary> names another." >&2; exit 1; }
exec node "$here/measure.mjs" "${OUT:-$clone/target/pages-measured}"
