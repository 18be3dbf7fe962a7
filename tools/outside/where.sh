# Where the proof from outside keeps its tools and what it makes; read by the other scripts, never run.

outside=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
clone=$(cd "$outside/../.." && pwd)
# shellcheck disable=SC2034
contract=$clone/openapi/openapi.json
# Outside the clone, so that no test of the clone sees it; CXFOLIO_OUTSIDE moves it.
kept=${CXFOLIO_OUTSIDE:-$HOME/.cache/cxfolio/outside}
export PATH=$kept/venv/bin:$kept/npm/node_modules/.bin:$PATH
