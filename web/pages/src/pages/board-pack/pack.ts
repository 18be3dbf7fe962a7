// Everything the four pages tell: the plan, why it is so, how it holds, and the rows they name.
import { byId, rows } from '../../api/items';
import { choose, explain, robust as askRobust, score, type At, type Wait } from '../../api/runs';
import type {
  Investment,
  Moment,
  Persona,
  Plan,
  PlanExplanation,
  RegretTable,
  Risk,
  RobustChoice,
  Role,
  ScenarioOverride,
  ScoreResult,
  Study,
} from '../../api/schema';
import { workspace, type Workspace } from '../../api/workspace';
import type { Language } from '../../words/language.svelte';

const MANY = 150;

export interface Pack {
  plan: Plan;
  why: PlanExplanation;
  scores: ScoreResult;
  /** Which decisions hold whatever the weights; null where that would take too long. */
  robust: RobustChoice | null;
  /** Null when the dossier has no scenario. */
  regrets: RegretTable | null;
  investments: Map<string, Investment>;
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
  const [why, scores, scenarios, rest] = await Promise.all([
    explain(at, { language }, wait),
    score(at, {}, wait),
    rows(at, 'scenarios', stop),
    Promise.all([
      byId(at, 'investments', stop),
      byId(at, 'personas', stop),
      byId(at, 'moments', stop),
      byId(at, 'roles', stop),
      rows(at, 'risks', stop),
      rows(at, 'studies', stop),
      workspace(at, stop),
    ]),
  ]);
  const [investments, personas, moments, roles, risks, studies, space] = rest;
  // Of very many candidates only the table of scenarios is asked for: one draw of weights, no proofs.
  const isLarge = investments.size > MANY;
  const held = isLarge && scenarios.length === 0 ? null : await askRobust(at, isLarge ? { quick: true, samples: 1 } : {}, wait);
  const regrets = scenarios.length === 0 ? null : (held?.regrets ?? null);
  return { plan, why, scores, robust: isLarge ? null : held, regrets, investments, personas, moments, roles, risks, studies, scenarios, workspace: space };
}
