#!/usr/bin/env bash
# Speed of the service on loopback: reads of an item beside the same in FastAPI, 200 what-ifs at once, memory, start-up.
# Needs wrk and python3 (Debian packages); the peer's libraries go into a folder outside the clone.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
clone=$(cd "$here/../.." && pwd)
program=${CXFOLIO:-$clone/target/release/cxfolio}
peers=${CXFOLIO_PEERS:-$HOME/.cache/cxfolio/peers}
seconds=${SECONDS_EACH:-10}
work=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null || true; rm -rf "$work"' EXIT

[ -x "$peers/bin/uvicorn" ] || { python3 -m venv "$peers" && "$peers/bin/pip" install --quiet fastapi==0.121.* uvicorn==0.38.* httptools uvloop; }

now() { date +%s%N; }

echo "== start-up (time until /ready answers; a new folder, then one with both samples)"
for _ in 1 2 3; do
    begun=$(now)
    "$program" serve --demo --data "$work/data" --listen 127.0.0.1:8151 --rate-per-second 0 --log error >/dev/null &
    service=$!
    until curl --silent --fail --output /dev/null http://127.0.0.1:8151/ready; do sleep 0.005; done
    echo "$(( ($(now) - begun) / 1000000 )) ms"
    kill "$service"; wait "$service" 2>/dev/null || true
done

"$program" serve --demo --data "$work/data" --listen 127.0.0.1:8151 --rate-per-second 0 --log error >/dev/null &
service=$!
until curl --silent --fail --output /dev/null http://127.0.0.1:8151/ready; do sleep 0.05; done
sleep 1
echo "== memory, idle with both samples: $(awk '/VmRSS/ { print int($2 / 1024) " MB" }' "/proc/$service/status")"

address=/api/v1/dossiers/banque-horizon/personas/P1
echo "== reads of an item, cxfolio"
wrk --threads 1 --connections 32 --duration "$seconds" --latency "http://127.0.0.1:8151$address" | tee "$work/own"

PEER_DATABASE=$work/data/cxfolio.db "$peers/bin/uvicorn" --app-dir "$here" fastapi_items:app --port 8152 --workers 2 \
    --log-level warning &
until curl --silent --fail --output /dev/null "http://127.0.0.1:8152$address"; do sleep 0.1; done
echo "== the same in FastAPI + sqlite3, two workers"
wrk --threads 1 --connections 32 --duration "$seconds" --latency "http://127.0.0.1:8152$address" | tee "$work/peer"
awk '/Requests\/sec/ { told[FILENAME] = $2 } END { for (name in told) if (name ~ /own/) own = told[name]; else peer = told[name];
     printf "== ratio: %.1f\n", own / peer }' "$work/own" "$work/peer"

echo "== 200 what-ifs of the bank at once, each with another budget"
python3 - <<'PYTHON'
import concurrent.futures, json, time, urllib.request
def ask(number):
    body = json.dumps({"what_if": {"budgets": {"y0": str(6_000_000 + 20_000 * number)}}}).encode()
    request = urllib.request.Request("http://127.0.0.1:8151/api/v1/dossiers/banque-horizon/runs/choose", body,
                                     {"content-type": "application/json", "prefer": "wait=60"})
    begun = time.monotonic()
    with urllib.request.urlopen(request, timeout=120) as answer:
        run = json.load(answer)
    while not run["is_ended"]:
        time.sleep(0.05)
        with urllib.request.urlopen(f"http://127.0.0.1:8151/api/v1/dossiers/banque-horizon/runs/{run['id']}") as answer:
            run = json.load(answer)
    assert run["result"]["status"] == "optimal", run
    return time.monotonic() - begun
begun = time.monotonic()
with concurrent.futures.ThreadPoolExecutor(200) as pool:
    times = sorted(pool.map(ask, range(200)))
print(f"no error; all in {time.monotonic() - begun:.1f} s; median {times[99]:.2f} s, p95 {times[189]:.2f} s, longest {times[-1]:.2f} s")
PYTHON
echo "== memory afterwards: $(awk '/VmRSS/ { print int($2 / 1024) " MB" }' "/proc/$service/status")"
