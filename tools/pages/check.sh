#!/usr/bin/env bash
# The pages: types and code without a warning, the committed files those that are built from them, and every journey in a real
# browser. CXFOLIO names the program; installs Node and chromium where they are not there.
set -euo pipefail
clone=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
export CXFOLIO=${CXFOLIO:-$clone/target/release/cxfolio}
cd "$clone/web/pages"

wanted=()
command -v node >/dev/null && command -v npm >/dev/null || wanted+=(nodejs npm)
[ -x /usr/bin/chromium ] || wanted+=(chromium)
if [ ${#wanted[@]} -gt 0 ]; then
    apt-get update -qq
    apt-get install -y -qq --no-install-recommends "${wanted[@]}"
fi

npm ci --no-audit --no-fund --loglevel=error
npm run --silent types
npm run --silent check
npm run --silent build
git -C "$clone" diff --exit-code --stat -- web/pages || {
    echo "The pages are not built from what is committed: npm run types, npm run build, commit." >&2
    exit 1
}
[ -z "$(git -C "$clone" status --porcelain -- web/pages/dist)" ] || { echo "Files of web/pages/dist are not committed." >&2; exit 1; }
npm test --silent
