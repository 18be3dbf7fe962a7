#!/usr/bin/env bash
# Installs what the proof from outside needs, with the versions that requirements.txt and package-lock.json pin.
set -euo pipefail
. "$(dirname "$0")/where.sh"

# Node only where there is none: the version that is there is the one that integrators have.
if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
    apt-get update -qq
    apt-get install -y -qq --no-install-recommends nodejs npm
fi

if ! python3 -c 'import ensurepip' 2>/dev/null || ! command -v curl >/dev/null; then
    apt-get update -qq
    apt-get install -y -qq --no-install-recommends python3 python3-venv curl
fi

mkdir -p "$kept/npm"
[ -x "$kept/venv/bin/python" ] || python3 -m venv "$kept/venv"
"$kept/venv/bin/pip" install --quiet --disable-pip-version-check -r "$outside/requirements.txt"
cp "$outside/package.json" "$outside/package-lock.json" "$kept/npm/"
npm ci --prefix "$kept/npm" --no-audit --no-fund --loglevel=error
echo "The proof from outside is installed in $kept."
