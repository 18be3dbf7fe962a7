#!/usr/bin/env bash
# The proof from outside: starts the service on a free port with an empty data folder, holds its contract and two generated
# clients and every kind of request against it, and stops it. CXFOLIO names the program; install.sh comes first.
set -euo pipefail
. "$(dirname "$0")/where.sh"

program=${CXFOLIO:-$clone/target/release/cxfolio}
work=$(mktemp -d)
"$program" serve --demo --data "$work/data" --listen 127.0.0.1:0 --rate-per-second 0 \
    >"$work/told" 2>"$work/log" &
service=$!
trap 'kill "$service" 2>/dev/null || true; wait "$service" 2>/dev/null || true; rm -rf "$work"' EXIT

# The service tells its address once it listens.
for _ in $(seq 100); do
    CXFOLIO_URL=$(grep -o 'http://[0-9.:]*' "$work/told" | head -n 1 || true)
    [ -n "$CXFOLIO_URL" ] && curl --silent --fail "$CXFOLIO_URL/ready" >/dev/null && break
    kill -0 "$service" 2>/dev/null || { cat "$work/log" >&2; exit 1; }
    sleep 0.1
done
export CXFOLIO_URL

"$outside/contract.sh"
"$outside/journeys.sh"
CXFOLIO_KEY=$("$program" keys add --name outside --role admin --data "$work/data")
export CXFOLIO_KEY
"$outside/schemathesis.sh" "$@" || { grep -i -E 'panick|error' "$work/log" | head -n 20 >&2; exit 1; }
echo "The proof from outside holds."
