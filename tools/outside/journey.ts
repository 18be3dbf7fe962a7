// The same integrator's day as journey.py, with openapi-fetch on the types that openapi-typescript makes of
// openapi/openapi.json: `tsc --strict` is half of the proof.
//
// Environment: CXFOLIO_URL, address of the service; CXFOLIO_KEY, an API key, where the service wants one;
// CXFOLIO_BUNDLE, the sample that is read.
import { readFileSync } from "node:fs";
import createClient from "openapi-fetch";
import type { components, paths } from "./api.js";

type Schemas = components["schemas"];

const N_DEMANDS = 200;
const PATIENCE_MS = 600_000;
const dossier = `outside-ts-${process.pid}`;
const key = process.env["CXFOLIO_KEY"];
const client = createClient<paths>({
  baseUrl: env("CXFOLIO_URL"),
  headers: key === undefined ? {} : { Authorization: `Bearer ${key}` },
});
const began = performance.now();

async function main(): Promise<void> {
  const bundle: Schemas["Bundle"] = JSON.parse(readFileSync(env("CXFOLIO_BUNDLE"), "utf8"));
  const made = given(
    await client.PUT("/api/v1/dossiers/{dossier}/bundle", {
      params: { path: { dossier }, header: { "If-None-Match": "*" } },
      body: bundle,
    }),
  );
  told(`the bank is in \`${dossier}\`, revision ${made.revision}`);

  const demands = Array.from({ length: N_DEMANDS }, (_, at) => `DMND${String(at + 1).padStart(7, "0")}`);
  const batch = rowsOf(demands);
  // The rows are this tool's own, so they go in whatever the dossier is now.
  const merged = async (once: { "Idempotency-Key"?: string }): Promise<Schemas["Written"]> => {
    const header = { "If-Match": "*", ...once };
    return given(
      await client.POST("/api/v1/dossiers/{dossier}/batch", { params: { path: { dossier }, header }, body: batch }),
    );
  };
  const once = { "Idempotency-Key": `${dossier}-demands` };
  const written = await merged(once);
  check(written.items.every((row) => row.outcome === "created"), "every row is new");
  check((await merged(once)).revision === written.revision, "the same key writes once");
  check((await merged({})).items.every((row) => row.outcome === "unchanged"), "the same rows change nothing");
  told(`${N_DEMANDS} demands are in, ${written.items.length} rows`);

  const plan = await chosen();
  check(plan.status === "optimal" || plan.status === "within_gap", `the plan is ${plan.status}`);
  const funded = new Set(plan.portfolio.map((choice) => choice.investment));
  told(`${plan.status} plan: ${funded.size} funded, NPV ${plan.npv} ${plan.currency}`);

  const verdicts = await explained();
  const verdictOf = (name: string) => verdicts.get(name) ?? fail(`${name} has no verdict`);
  check(demands.every((name) => verdictOf(name).in_plan === funded.has(name)), "verdicts are of this plan");
  told(`${demands.length} verdicts`);

  const worth = (name: string): number => Number(verdictOf(name).net_value?.amount ?? -Infinity);
  const ranked = [...demands].sort((a, b) => worth(b) - worth(a));
  for (const [at, name] of ranked.entries()) {
    const verdict = verdictOf(name);
    const params = { path: { dossier, key: name } };
    const read = await client.GET("/api/v1/dossiers/{dossier}/investments/{key}", { params });
    const header = { "If-Match": read.response.headers.get("etag") ?? fail("an item has an ETag") };
    const extensions = { u_priority: at + 1, u_verdict: verdict.verdict, u_reason: verdict.text_en };
    given(
      await client.PATCH("/api/v1/dossiers/{dossier}/investments/{key}", {
        params: { ...params, header },
        body: { extensions },
      }),
    );
  }
  told("priority and reason are written back");

  const kept = await investments();
  check(kept.length === N_DEMANDS, "every demand is there");
  for (const { external_id, extensions } of kept) {
    check(extensions?.["u_reason"] === verdictOf(external_id ?? "").text_en, `${external_id} tells its reason`);
    check(extensions?.["u_state"] === "Submitted", `${external_id} kept the field that was sent`);
  }
  check(new Set(kept.map((row) => row.extensions?.["u_priority"])).size === N_DEMANDS, "ranks");
  told("and read again");

  const head = await client.GET("/api/v1/dossiers/{dossier}", { params: { path: { dossier } } });
  given(head);
  const header = { "If-Match": head.response.headers.get("etag") ?? fail("a dossier has an ETag") };
  const gone = await client.DELETE("/api/v1/dossiers/{dossier}", { params: { path: { dossier }, header } });
  check(gone.response.status === 204, "the dossier is removed");
  told("done");
}

/** Demands as a portfolio tool has them: its own keys, its own fields, one variant with a cost and a benefit. */
function rowsOf(demands: string[]): Schemas["Batch"] {
  const of = (name: string) => ({ investment_id: name, variant_id: "core" });
  return {
    investments: demands.map((name, at) => ({
      external_id: name,
      name_en: `Demand ${at + 1}`,
      category: "technology",
      budget_department: "Sales",
      u_state: "Submitted",
      u_score: { risk: at % 7, size: "XL" },
    })),
    variants: demands.map((name) => ({ ...of(name), external_id: `${name}-V`, name_en: "As asked for" })),
    cost_lines: demands.map((name, at) => ({
      ...of(name),
      line_id: "build",
      external_id: `${name}-C`,
      nature: "build",
      accounting: "capex",
      y0_eur: String(20_500 + 500 * at),
      y1_eur: "4000",
      y2_eur: "0",
      y3_eur: "0",
      y4_eur: "0",
      y5_eur: "0",
      u_cost_centre: `CC${at % 12}`,
    })),
    benefit_lines: demands.map((name, at) => {
      const effect = ((at + 1) % 20) / 100;
      return {
        ...of(name),
        line_id: "time",
        external_id: `${name}-B`,
        lever_id: "LB-ADV",
        effect_low: (effect / 2).toFixed(3),
        effect_mode: effect.toFixed(3),
        effect_high: (effect * 2).toFixed(3),
        evidence_level: "E2",
        ramp_y1: 1,
        ramp_y2: 1,
        ramp_y3: 1,
        ramp_y4: 1,
        ramp_y5: 1,
        benefit_owner: "Head of retail network",
      };
    }),
  };
}

/** The best plan, asked for without waiting and polled for. */
async function chosen() {
  const started = await client.POST("/api/v1/dossiers/{dossier}/runs/choose", {
    params: { path: { dossier }, header: { Prefer: "respond-async" } },
    body: { value_model: "additive" },
  });
  const run = await ended(given(started).id);
  return run.kind === "choose" && run.result !== null ? run.result : fail("the run is a plan");
}

/** The verdict on each investment by its key. */
async function explained() {
  const started = await client.POST("/api/v1/dossiers/{dossier}/runs/explain", {
    params: { path: { dossier } },
    body: { value_model: "additive" },
  });
  const run = await ended(given(started).id);
  const result = run.kind === "explain" && run.result !== null ? run.result : fail("the run explains");
  return new Map(result.investments.map((item) => [item.id, item]));
}

/** A run, when its job is done. */
async function ended(job: string) {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    const { state, is_ended } = given(await client.GET("/api/v1/jobs/{job}", { params: { path: { job } } }));
    if (is_ended) {
      check(state === "done", `job ${job} is ${state}`);
      const params = { path: { dossier, run: job } };
      return given(await client.GET("/api/v1/dossiers/{dossier}/runs/{run}", { params }));
    }
    check(performance.now() < deadline, `job ${job} ends in ${PATIENCE_MS / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

/** Every investment that came from the other tool, page by page. */
async function investments(): Promise<Schemas["Investment"][]> {
  const found: Schemas["Investment"][] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const query = cursor === undefined ? { limit: 50 } : { limit: 50, cursor };
    const params = { path: { dossier }, query };
    const page = given(await client.GET("/api/v1/dossiers/{dossier}/investments", { params }));
    found.push(...page.items.filter((row) => row.external_id !== undefined));
    cursor = page.next;
  }
  return found;
}

/** What was answered; a refusal ends the journey with what it says. */
function given<T>(answer: { data?: T; error?: unknown; response: Response }): T {
  return answer.data ?? fail(`${answer.response.status} ${JSON.stringify(answer.error)}`);
}

function check(holds: boolean, what: string): void {
  if (!holds) fail(`this does not hold: ${what}`);
}

function told(what: string): void {
  console.log(`${((performance.now() - began) / 1000).toFixed(2).padStart(7)} s  ${what}`);
}

function env(name: string): string {
  return process.env[name] ?? fail(`${name} is not set`);
}

function fail(what: string): never {
  throw new Error(what);
}

await main();
