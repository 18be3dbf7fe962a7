"""An integrator's day with cxfolio, through nothing but the client that openapi-python-client makes of
openapi/openapi.json: demands of a portfolio tool go in, a plan and a verdict for each come out and are written back.

Environment: CXFOLIO_URL, address of the service; CXFOLIO_KEY, an API key, where the service wants one."""

import json
import os
import pathlib
import time
from decimal import Decimal

from cxfolio_client import AuthenticatedClient, Client
from cxfolio_client.api.dossiers import merge_rows, put_bundle, read_dossier, remove_dossier
from cxfolio_client.api.items import list_investments, patch_investments
from cxfolio_client.api.jobs import read_job
from cxfolio_client.api.runs import read_run, run_choose, run_explain
from cxfolio_client.models import (
    Batch,
    Bundle,
    ChooseRequest,
    ChooseRun,
    Dossier,
    ExplainRequest,
    ExplainRun,
    Investment,
    InvestmentPage,
    InvestmentPatch,
    Job,
    Written,
)

N_DEMANDS = 200
BANK = pathlib.Path(__file__).parents[2] / "samples/banque-horizon/bundle.json"
DOSSIER = f"outside-py-{os.getpid()}"
PATIENCE = 600.0


def main() -> None:
    client = connected()
    began = time.perf_counter()

    bundle = Bundle.from_dict(json.loads(BANK.read_text(encoding="utf-8")))
    written = given(put_bundle.sync(DOSSIER, client=client, body=bundle, if_none_match="*"), Written)
    told(f"the bank is in `{DOSSIER}`, revision {written.revision}", began)

    demands = [f"DMND{number:07d}" for number in range(1, N_DEMANDS + 1)]
    batch = Batch.from_dict(rows_of(demands))
    key = f"{DOSSIER}-demands"
    # The rows are this tool's own, so they go in whatever the dossier is now.
    written = given(merge_rows.sync(DOSSIER, client=client, body=batch, if_match="*", idempotency_key=key), Written)
    check(all(row.outcome == "created" for row in written.items), "every row is new")
    again = given(merge_rows.sync(DOSSIER, client=client, body=batch, if_match="*", idempotency_key=key), Written)
    check(again.revision == written.revision, "the same key writes once")
    third = given(merge_rows.sync(DOSSIER, client=client, body=batch, if_match="*"), Written)
    check(all(row.outcome == "unchanged" for row in third.items), "the same rows change nothing")
    told(f"{N_DEMANDS} demands are in, {len(written.items)} rows", began)

    plan = chosen(client)
    check(plan.status in ("optimal", "within_gap"), f"the plan is {plan.status}")
    funded = {choice.investment for choice in plan.portfolio}
    told(f"{plan.status} plan: {len(funded)} funded, NPV {Decimal(plan.npv):,.0f} {plan.currency}", began)

    verdicts = explained(client)
    check(set(demands) <= set(verdicts), "every demand has a verdict")
    check(all(verdicts[name].in_plan == (name in funded) for name in demands), "verdicts are of this plan")
    told(f"{len(demands)} verdicts", began)

    for rank, name in enumerate(sorted(demands, key=lambda name: value_of(verdicts[name]), reverse=True), 1):
        item = verdicts[name]
        extensions = {"u_priority": rank, "u_verdict": item.verdict, "u_reason": item.text_en}
        patch = InvestmentPatch.from_dict({"extensions": extensions})
        etag = tag_of(client, name)
        given(patch_investments.sync(DOSSIER, name, client=client, body=patch, if_match=etag), Investment)
    told("priority and reason are written back", began)

    kept = {row.external_id: row for row in pages(client) if row.external_id}
    check(set(kept) == set(demands), "every demand is there")
    for name, row in kept.items():
        extensions = row.extensions.to_dict()
        check(extensions["u_reason"] == verdicts[name].text_en, f"{name} tells its reason")
        check(extensions["u_state"] == "Submitted", f"{name} kept the field that was sent")
    check({row.extensions["u_priority"] for row in kept.values()} == set(range(1, N_DEMANDS + 1)), "ranks")
    told("and read again", began)

    head = read_dossier.sync_detailed(DOSSIER, client=client)
    given(head.parsed, Dossier)
    gone = remove_dossier.sync_detailed(DOSSIER, client=client, if_match=head.headers["etag"])
    check(gone.status_code == 204, "the dossier is removed")
    told("done", began)


def connected() -> Client | AuthenticatedClient:
    url, key = os.environ["CXFOLIO_URL"], os.environ.get("CXFOLIO_KEY")
    timeout = 60.0
    return AuthenticatedClient(url, token=key, timeout=timeout) if key else Client(url, timeout=timeout)


def rows_of(demands: list[str]) -> dict:
    """Demands as a portfolio tool has them: its own keys, its own fields, one variant with a cost and a benefit."""
    rows = {"investments": [], "variants": [], "cost_lines": [], "benefit_lines": []}
    for number, name in enumerate(demands, 1):
        rows["investments"].append({
            "external_id": name,
            "name_en": f"Demand {number}",
            "category": "technology",
            "budget_department": "Sales",
            "u_state": "Submitted",
            "u_score": {"risk": number % 7, "size": "XL"},
        })
        of = {"investment_id": name, "variant_id": "core"}
        rows["variants"].append({**of, "external_id": f"{name}-V", "name_en": "As asked for"})
        rows["cost_lines"].append({
            **of,
            "line_id": "build",
            "external_id": f"{name}-C",
            "nature": "build",
            "accounting": "capex",
            **{f"y{year}_eur": str(amount) for year, amount in enumerate([20000 + 500 * number, 4000, 0, 0, 0, 0])},
            "u_cost_centre": f"CC{number % 12}",
        })
        effect = number % 20 / 100
        rows["benefit_lines"].append({
            **of,
            "line_id": "time",
            "external_id": f"{name}-B",
            "lever_id": "LB-ADV",
            "effect_low": f"{effect / 2:.3f}",
            "effect_mode": f"{effect:.3f}",
            "effect_high": f"{effect * 2:.3f}",
            "evidence_level": "E2",
            **{f"ramp_y{year}": 1 for year in range(1, 6)},
            "benefit_owner": "Head of retail network",
        })
    return rows


def chosen(client):
    """The best plan, asked for without waiting and polled for."""
    body = ChooseRequest.from_dict({"value_model": "additive"})
    job = given(run_choose.sync(DOSSIER, client=client, body=body, prefer="respond-async"), Job)
    return given(ended(client, job), ChooseRun).result


def explained(client) -> dict:
    """The verdict on each investment by its key."""
    body = ExplainRequest.from_dict({"value_model": "additive"})
    run = run_explain.sync(DOSSIER, client=client, body=body)
    run = ended(client, run) if isinstance(run, Job) else run
    return {item.id: item for item in given(run, ExplainRun).result.investments}


def ended(client, job: Job):
    """The run of a job, when it is done."""
    deadline = time.monotonic() + PATIENCE
    while not job.is_ended:
        check(time.monotonic() < deadline, f"job {job.id} ends in {PATIENCE:.0f} s")
        time.sleep(0.25)
        job = given(read_job.sync(job.id, client=client), Job)
    check(job.state == "done", f"job {job.id} is {job.state}: {job.fault}")
    return read_run.sync(DOSSIER, job.id, client=client)


def pages(client):
    """Every investment, page by page."""
    cursor = None
    while True:
        more = {"cursor": cursor} if cursor else {}
        page = given(list_investments.sync(DOSSIER, client=client, limit=50, **more), InvestmentPage)
        yield from page.items
        cursor = page.next_
        if cursor is None:
            return


def tag_of(client, name: str) -> str:
    from cxfolio_client.api.items import read_investments

    return read_investments.sync_detailed(DOSSIER, name, client=client).headers["etag"]


def value_of(item) -> Decimal:
    return Decimal(item.net_value.amount) if item.net_value else Decimal("-Infinity")


def given(answer, kind):
    """The answer, which must be of this kind; a refusal ends the journey with what it says."""
    if not isinstance(answer, kind):
        raise SystemExit(f"expected {kind.__name__}, got {answer}")
    return answer


def check(holds: bool, what: str) -> None:
    if not holds:
        raise SystemExit(f"this does not hold: {what}")


def told(what: str, began: float) -> None:
    print(f"{time.perf_counter() - began:7.2f} s  {what}", flush=True)


if __name__ == "__main__":
    main()
