// Everything the four pages tell: the plan, why it is so, how it holds, and the rows they name.
import { byId, rows } from '../../api/items';
import { appraise, choose, explain, robust, score, type At, type Wait } from '../../api/runs';
import type {
  AppraisalResult,
  Investment,
  Moment,
  Persona,
  Plan,
  PlanExplanation,
  RegretTable,
  Risk,
  Role,
  ScenarioOverride,
  ScoreResult,
  Study,
  Variant,
} from '../../api/schema';
import { workspace, type Workspace } from '../../api/workspace';
import type { Language } from '../../words/language.svelte';

export interface Pack {
  plan: Plan;
  why: PlanExplanation;
  cases: AppraisalResult;
  scores: ScoreResult;
  /** Null when the dossier has no scenario. */
  regrets: RegretTable | null;
  investments: Map<string, Investment>;
  variants: Variant[];
  personas: Map<string, Persona>;
  moments: Map<string, Moment>;
  roles: Map<string, Role>;
  risks: Risk[];
  studies: Study[];
  scenarios: ScenarioOverride[];
  workspace: Workspace;
}

/** Reads and computes all of it; null when no plan is possible. */
export async function pack(at: At, language: Language, wait: Wait): Promise<Pack | null> {
  const stop = wait.signal;
  const plan = await choose(at, {}, wait);
  if (plan.status === 'infeasible') return null;
  const [why, cases, scores, scenarios, rest] = await Promise.all([
    explain(at, { language }, wait),
    appraise(at, {}, wait),
    score(at, {}, wait),
    rows(at, 'scenarios', stop),
    Promise.all([
      byId(at, 'investments', stop),
      rows(at, 'variants', stop),
      byId(at, 'personas', stop),
      byId(at, 'moments', stop),
      byId(at, 'roles', stop),
      rows(at, 'risks', stop),
      rows(at, 'studies', stop),
      workspace(at, stop),
    ]),
  ]);
  // Only the table of scenarios is wanted: one draw of weights, no proofs.
  const regrets = scenarios.length === 0 ? null : (await robust(at, { quick: true, samples: 1 }, wait)).regrets;
  const [investments, variants, personas, moments, roles, risks, studies, space] = rest;
  return { plan, why, cases, scores, regrets, investments, variants, personas, moments, roles, risks, studies, scenarios, workspace: space };
}
