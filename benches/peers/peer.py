"""One solve by one peer: peer.py SOLVER MODEL.json GAP LIMIT -> one line of JSON, or none at the limit.

Every peer gets the rows and columns of the file as they are, one thread and its default settings besides the gap. The
limit is one of processor seconds, set on the process, so that a busy machine costs nobody anything. Only the solve is
timed (process CPU and wall), not the import or the building of the model; for CBC,
which PuLP starts as a process of its own, reading its model file is inside, a few milliseconds.
"""
import json
import math
import resource
import sys
import time


def cpu():
    own = resource.getrusage(resource.RUSAGE_SELF)
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def timed(solve):
    """Runs a solve; the system ends this process when the solve has used up its limit."""
    limit = float(sys.argv[4])
    seconds = math.ceil(cpu() + limit)
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    wall_before, cpu_before = time.perf_counter(), cpu()
    solve()
    return {"cpu": cpu() - cpu_before, "wall": time.perf_counter() - wall_before}


def highs(model, gap, limit):
    import highspy
    import numpy as np

    infinity = highspy.kHighsInf
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = model["nv"], len(model["rows"])
    lp.sense_ = highspy.ObjSense.kMaximize
    lp.col_cost_ = np.array(model["obj"], float)
    lp.col_lower_ = np.array(model["lb"], float)
    lp.col_upper_ = np.array(model["ub"], float)
    lp.row_lower_ = np.array([-infinity if row[0] is None else row[0] for row in model["rows"]], float)
    lp.row_upper_ = np.array([infinity if row[1] is None else row[1] for row in model["rows"]], float)
    starts, places, amounts = [0], [], []
    for row in model["rows"]:
        places += [term[0] for term in row[2]]
        amounts += [term[1] for term in row[2]]
        starts.append(len(places))
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = np.array(starts)
    lp.a_matrix_.index_ = np.array(places)
    lp.a_matrix_.value_ = np.array(amounts, float)
    kinds = highspy.HighsVarType
    lp.integrality_ = [kinds.kInteger if whole else kinds.kContinuous for whole in model["integer"]]
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("threads", 1)
    solver.setOptionValue("mip_rel_gap", gap)
    solver.setOptionValue("time_limit", limit)
    solver.passModel(lp)
    told = timed(solver.run)
    result = solver.getInfo()
    is_proven = solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
    has_point = result.primal_solution_status == 2
    point = list(solver.getSolution().col_value) if has_point else None
    return told | {"proven": is_proven, "bound": result.mip_dual_bound, "point": point}


def scip(model, gap, limit):
    import pyscipopt

    solver = pyscipopt.Model()
    solver.hideOutput()
    kinds = ["I" if whole else "C" for whole in model["integer"]]
    columns = [
        solver.addVar(vtype=kind, lb=low, ub=high)
        for kind, low, high in zip(kinds, model["lb"], model["ub"])
    ]
    for low, high, terms, _ in model["rows"]:
        total = pyscipopt.quicksum(amount * columns[place] for place, amount in terms)
        if low is not None and high is not None:
            solver.addCons((low <= total) <= high)
        elif high is not None:
            solver.addCons(total <= high)
        else:
            solver.addCons(total >= low)
    solver.setObjective(
        pyscipopt.quicksum(worth * column for worth, column in zip(model["obj"], columns)), "maximize"
    )
    solver.setParam("limits/gap", gap)
    solver.setParam("limits/time", limit)
    told = timed(solver.optimize)
    is_proven = solver.getStatus() in ("optimal", "gaplimit")
    point = [solver.getVal(column) for column in columns] if solver.getNSols() else None
    return told | {"proven": is_proven, "bound": solver.getDualbound(), "point": point}


def cpsat(model, gap, limit):
    from ortools.sat.python import cp_model

    program = cp_model.CpModel()
    columns = [program.new_int_var(low, high, "") for low, high in zip(model["lb"], model["ub"])]
    for low, high, terms, _ in model["rows"]:
        total = cp_model.LinearExpr.weighted_sum(
            [columns[place] for place, _ in terms], [amount for _, amount in terms]
        )
        if low is not None:
            program.add(total >= low)
        if high is not None:
            program.add(total <= high)
    program.maximize(cp_model.LinearExpr.weighted_sum(columns, model["obj"]))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.relative_gap_limit = gap
    solver.parameters.max_time_in_seconds = limit
    status = []
    told = timed(lambda: status.append(solver.solve(program)))
    has_point = status[0] in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    point = [solver.value(column) for column in columns] if has_point else None
    bound = solver.best_objective_bound
    return told | {"proven": status[0] == cp_model.OPTIMAL, "bound": bound, "point": point}


def cbc(model, gap, limit):
    import pulp

    program = pulp.LpProblem("program", pulp.LpMaximize)
    columns = [
        pulp.LpVariable(f"c{place}", low, high, pulp.LpInteger if whole else pulp.LpContinuous)
        for place, (low, high, whole) in enumerate(zip(model["lb"], model["ub"], model["integer"]))
    ]
    program += pulp.LpAffineExpression([(column, worth) for column, worth in zip(columns, model["obj"])])
    for low, high, terms, _ in model["rows"]:
        total = pulp.LpAffineExpression([(columns[place], amount) for place, amount in terms])
        if low is not None:
            program += total >= low
        if high is not None:
            program += total <= high
    solver = pulp.PULP_CBC_CMD(msg=False, gapRel=gap, timeLimit=limit, threads=1)
    try:
        told = timed(lambda: program.solve(solver))
    except pulp.PulpSolverError:
        # The system ended CBC at the limit.
        return {"cpu": limit / 20, "wall": None, "proven": False, "bound": None, "point": None}
    is_proven = program.sol_status == pulp.LpSolutionOptimal and told["cpu"] < float(sys.argv[4])
    has_point = program.sol_status in (pulp.LpSolutionOptimal, pulp.LpSolutionIntegerFeasible)
    point = [column.value() or 0.0 for column in columns] if has_point else None
    return told | {"proven": is_proven, "bound": None, "point": point}


if __name__ == "__main__":
    solver, path, gap, limit = sys.argv[1], sys.argv[2], float(sys.argv[3]), float(sys.argv[4])
    with open(path) as file:
        read = json.load(file)["model"]
    limit *= 20  # of wall seconds, which only matters if the processor is never ours
    print(json.dumps({"highs": highs, "scip": scip, "cpsat": cpsat, "cbc": cbc}[solver](read, gap, limit)))
