"""The comparison in one run: cxfolio's search against HiGHS, SCIP, CP-SAT and CBC on the same generated programs.

    benches/peers/install.sh target/peers
    cargo build --release --benches
    target/peers/bin/python benches/peers/compare.py --sizes 60,200 --ours target/release/deps/peers-XXXX

For every size x profile x seed x gap, every solver gets the same file with that gap and the same limit of processor
seconds, one thread each, one after the other. Measured is the process CPU of the solve alone. A solve that ends at the limit counts with the
limit; whoever ends at the limit for one gap is not run again for a smaller one, and counts with the limit there too.
Every point is added up again in whole numbers, and two proofs that contradict each other are printed as such.
The measurements go to a file, one line of JSON each; --keep takes those of an earlier run from it instead of repeating
them (to measure only what changed), which the report then says.
"""
import argparse
import json
import math
import pathlib
import resource
import signal
import statistics
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
PEERS = ["highs", "scip", "cpsat", "cbc"]
NAMES = {"ours": "cxfolio", "highs": "HiGHS 1.15.1", "scip": "SCIP (PySCIPOpt 6.3.0)", "cpsat": "CP-SAT 9.15", "cbc": "CBC 2.10.3 (PuLP 3.3.2)"}
TOLERANCE = 1e-6


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--sizes", default="60,200")
    parser.add_argument("--profiles", default="lite,typ,real,hard")
    parser.add_argument("--seeds", default="1,2,3,4,5")
    parser.add_argument("--gaps", default="0.005,0.001,0")
    parser.add_argument("--limit", type=float, default=20.0, help="processor seconds of one solve")
    parser.add_argument("--solvers", default="highs,scip,cpsat,cbc,ours")
    parser.add_argument("--ours", help="the bench binary `peers`; found in target/release/deps when left out")
    parser.add_argument("--folder", default="target/peers-measured", help="for instances and measurements")
    parser.add_argument("--keep", action="store_true", help="keep the peers' earlier measurements, measure the rest")
    parser.add_argument("--report", help="write the tables to this file too")
    return parser.parse_args()


def instance(folder, profile, size, seed):
    path = folder / f"{profile}_{size}_{seed}.json"
    if not path.exists():
        command = [sys.executable, HERE / "generate.py", size, seed, path, profile]
        subprocess.run([str(part) for part in command], check=True, stdout=subprocess.DEVNULL)
    return path


def our_binary(told):
    if told:
        return told
    found = [path for path in pathlib.Path("target/release/deps").glob("peers-*") if not path.suffix]
    return str(max(found, key=lambda path: path.stat().st_mtime))


def solved(solver, path, gap, limit, binary):
    start = [binary] if solver == "ours" else [sys.executable, str(HERE / "peer.py"), solver]
    # The processor limit is set by the peers themselves after building the model, and here for us, who have read it by then.
    ours = solver == "ours"
    command = start + [str(path), str(gap), str(limit * 20 if ours else limit)]
    ran = subprocess.run(command, capture_output=True, text=True, preexec_fn=(lambda: limited(limit)) if ours else None)
    if ran.returncode in (-signal.SIGXCPU, -signal.SIGKILL):
        return {"proven": False, "cpu": limit, "wall": None, "bound": None, "point": None}
    if ran.returncode:
        raise SystemExit(f"{' '.join(command)}\n{ran.stderr}")
    return json.loads(ran.stdout.strip().splitlines()[-1])


def limited(limit):
    seconds = math.ceil(limit) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def worth(model, point):
    """The worth of a point and how far it breaks a row, with its whole-number columns rounded."""
    if point is None:
        return None, None
    exact = [round(x) if whole else x for x, whole in zip(point, model["integer"])]
    broken = 0.0
    for low, high, terms, _ in model["rows"]:
        total = sum(amount * exact[place] for place, amount in terms)
        size = 1.0 + max((abs(amount) for _, amount in terms), default=0.0)
        broken = max(broken, (low - total) / size if low is not None else 0.0)
        broken = max(broken, (total - high) / size if high is not None else 0.0)
    return sum(amount * x for amount, x in zip(model["obj"], exact)), broken


def measure(options):
    folder = pathlib.Path(options.folder)
    folder.mkdir(parents=True, exist_ok=True)
    log = folder / "measurements.jsonl"
    known = {}
    if options.keep and log.exists():
        for line in log.read_text().splitlines():
            told = json.loads(line)
            is_whole = told["proven"] or told["cpu"] >= 0.95 * options.limit
            if told["solver"] != "ours" and told["limit"] == options.limit and is_whole:
                known[key(told)] = told
    solvers = options.solvers.split(",")
    binary = our_binary(options.ours) if "ours" in solvers else None
    measured, kept = [], 0
    with log.open("a" if options.keep else "w") as file:
        for size in options.sizes.split(","):
            for seed in options.seeds.split(","):
                for profile in options.profiles.split(","):
                    path = instance(folder, profile, size, seed)
                    model = json.loads(path.read_text())["model"]
                    late = set()
                    for gap in options.gaps.split(","):
                        for solver in solvers:
                            line = {"n": int(size), "profile": profile, "seed": int(seed), "gap": float(gap), "solver": solver, "limit": options.limit}
                            if key(line) in known:
                                line, kept = known[key(line)], kept + 1
                            elif solver in late:
                                line |= {"proven": False, "cpu": options.limit, "wall": options.limit, "bound": None, "worth": None, "ran": False}
                            else:
                                told = solved(solver, path, gap, options.limit, binary)
                                value, broken = worth(model, told.pop("point"))
                                if broken is not None and broken > TOLERANCE:
                                    print(f"BROKEN ROW by {broken:.2g}: {line}", flush=True)
                                line |= told | {"worth": value, "ran": True}
                                line["proven"] &= line["cpu"] <= options.limit
                                file.write(json.dumps(line) + "\n")
                                file.flush()
                            if not line["proven"]:
                                late.add(solver)
                            measured.append(line)
                            state = "" if line["proven"] else " (limit)"
                            print(f"{profile} {size} seed {seed} gap {gap} {solver}: {line['cpu']:.3f} s{state} {line['worth']}", flush=True)
    return measured, kept


def key(line):
    return (line["n"], line["profile"], line["seed"], line["gap"], line["solver"])


def seconds(line):
    """What a solve counts: its CPU seconds, or the limit when it ended there."""
    return max(line["cpu"], 1e-4) if line["proven"] else line["limit"]


def contradictions(measured):
    """Pairs of proofs of the same program that cannot both be right."""
    found = []
    for one in measured:
        for other in measured:
            same = key(one)[:3] == key(other)[:3]
            if not (same and one["proven"] and other["worth"] is not None and one["worth"] is not None):
                continue
            if other["worth"] > one["worth"] + one["gap"] * abs(other["worth"]) * 1.02 + 1.0:
                found.append(f"{NAMES[one['solver']]} at gap {one['gap']} proved {one['worth']}, {NAMES[other['solver']]} has {other['worth']}: {key(one)[:3]}")
    return sorted(set(found))


def mean(ratios):
    return math.exp(sum(math.log(ratio) for ratio in ratios) / len(ratios))


def tables(measured, options, kept):
    solvers = options.solvers.split(",")
    peers = [solver for solver in solvers if solver != "ours"]
    at = {key(line): line for line in measured}
    out = []
    for size in map(int, options.sizes.split(",")):
        for gap in map(float, options.gaps.split(",")):
            title = "optimality" if gap == 0 else f"{gap:.2%}"
            out += ["", f"### n = {size}, to {title}", ""]
            out += ["| profile | " + " | ".join(NAMES[s] for s in solvers) + " | best peer / cxfolio |"]
            out += ["|---" * (len(solvers) + 2) + "|"]
            everywhere = []
            for profile in options.profiles.split(","):
                cells, ratios = [], []
                rows = [[at[(size, profile, int(seed), gap, s)] for s in solvers] for seed in options.seeds.split(",")]
                for place in range(len(solvers)):
                    own = [row[place] for row in rows]
                    late = sum(not line["proven"] for line in own)
                    cells.append(f"{statistics.median(map(seconds, own)):.3g} s" + (f", {late} of {len(own)} at the limit" if late else ""))
                if "ours" in solvers and peers:
                    for row in rows:
                        best = min(seconds(line) for line in row if line["solver"] != "ours")
                        ratios.append(best / seconds(next(line for line in row if line["solver"] == "ours")))
                    everywhere += ratios
                    cells.append(f"{mean(ratios):.2f} (median {statistics.median(ratios):.2f})")
                out.append(f"| {profile} | " + " | ".join(cells) + " |")
            if everywhere:
                out += ["", f"Geometric mean over all {len(everywhere)}: **{mean(everywhere):.2f}** times the best of the peers, taken per instance; median {statistics.median(everywhere):.2f}, worst {min(everywhere):.2f}."]
                single = []
                for peer in peers:
                    own = [seconds(at[k[:4] + (peer,)]) / seconds(line) for k, line in at.items() if k[0] == size and k[3] == gap and k[4] == "ours"]
                    single.append(f"{NAMES[peer]} {mean(own):.2f}")
                out += ["", "Against each peer alone: " + ", ".join(single) + "."]
    out += ["", f"Limit {options.limit:g} processor seconds; a solve at the limit counts with the limit, so ratios with peers at the limit are lower bounds, and higher bounds where we are."]
    if kept:
        out += [f"{kept} measurements of the peers are of an earlier run on the same machine."]
    wrong = contradictions(measured)
    out += ["", "Proofs that contradict each other: " + ("none." if not wrong else "")] + [f"* {line}" for line in wrong]
    return "\n".join(out)


if __name__ == "__main__":
    given = arguments()
    lines, earlier = measure(given)
    text = tables(lines, given, earlier)
    print(text)
    if given.report:
        pathlib.Path(given.report).write_text(text + "\n")
