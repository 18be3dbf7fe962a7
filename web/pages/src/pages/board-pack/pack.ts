// Everything the four pages tell: the plan of a desk, why it is so, how it holds, and the rows they name.
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
import { caseRequestOf, requestOf, type Desk } from '../plan/desk_fields';
import { facts as readFacts, type Facts } from '../plan/facts';

const MANY = 150;

export interface Pack {
  plan: Plan;
  /** What was asked; `untouched` for the plan of the dossier. */
  desk: Desk;
  /** The plan of the dossier as it is. */
  base: Plan;
  facts: Facts;
  /** Null with another objective than money: the service tells reasons and prices in money only. */
  why: PlanExplanation | null;
  scores: ScoreResult;
  /** Which decisions hold whatever the weights, with the desk's settings but its objective; null where that would take too long. */
  robust: RobustChoice | null;
  /** Null when the dossier has no scenario, and where it is not told of this plan: under a scenario, or chosen by another objective. */
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

/** Whether the plan of a desk is the one worth most, so that the service tells its reasons. */
export function isByMoney(desk: Desk): boolean {
  return desk.aim === '' || desk.aim === 'npv';
}

/** Reads and computes all of it; null when no plan is possible. */
export async function pack(at: At, desk: Desk, language: Language, wait: Wait): Promise<Pack | null> {
  const stop = wait.signal;
  const asked = requestOf(desk, 0);
  const plan = await choose(at, asked, wait);
  if (plan.status === 'infeasible') return null;
  const { aim: _, ...rules } = asked;
  const [why, scores, scenarios, known, base, rest] = await Promise.all([
    isByMoney(desk) ? explain(at, { ...rules, language }, wait) : null,
    score(at, caseRequestOf(desk), wait),
    rows(at, 'scenarios', stop),
    readFacts(at, stop ?? new AbortController().signal),
    choose(at, {}, wait),
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
  const hasWorlds = scenarios.length > 0 && desk.scenario === '' && isByMoney(desk);
  const held = isLarge && !hasWorlds ? null : await askRobust(at, isLarge ? { ...rules, quick: true, samples: 1 } : rules, wait);
  const regrets = hasWorlds ? (held?.regrets ?? null) : null;
  const robust = isLarge ? null : held;
  const facts = { ...known, rules: base.rules };
  return { plan, desk, base, facts, why, scores, robust, regrets, investments, personas, moments, roles, risks, studies, scenarios, workspace: space };
}
