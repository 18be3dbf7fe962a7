// What the plan's page knows of the dossier: who is who, which scenarios there are, what the budgets are.
import { byId, rows } from '../../api/items';
import { gapFor } from '../../api/roughness';
import type { At } from '../../api/runs';
import type { Dependency, Investment, Moment, Persona, Role, RuleName, ScenarioOverride, Variant } from '../../api/schema';
import { workspace, type Workspace } from '../../api/workspace';
import { nameOf, remarkOf } from '../../words/text';

export interface Facts {
  space: Workspace;
  investments: Map<string, Investment>;
  variants: Map<string, Variant[]>;
  roles: Map<string, Role>;
  personas: Map<string, Persona>;
  moments: Map<string, Moment>;
  dependencies: Dependency[];
  scenarios: Scenario[];
  /** How far from the best plan a first answer may be: with very many candidates the proof takes longer than a hand waits. */
  gap: number;
  /** Rules of the dossier as it is; none until its plan is there. */
  rules: RuleName[];
}

/** Who is who. */
export interface Names {
  baseYear: number;
  /** `B01 Cloud CRM`, or only the identifier when it is not known. */
  investment: (id: string) => string;
  role: (id: string) => string;
  moment: (id: string) => string;
  /** A persona or a moment, whichever has this identifier. */
  ofCoverage: (id: string) => string;
  /** What a scenario supposes. */
  scenario: (id: string) => string;
  /** The budget of a year as the dossier states it. */
  stated: (year: string) => string | undefined;
  /** Rules that documents told of. */
  rules: RuleName[];
}

export interface Scenario {
  id: string;
  overrides: ScenarioOverride[];
}

/** `20 % less money (S-CUT20)`: what a scenario supposes, with its key; the key where the dossier says nothing. */
export function scenarioLabel({ id, overrides }: Scenario): string {
  const note = overrides.map((row) => remarkOf(row, 'note')).find((text) => text !== '');
  return note === undefined ? id : `${note} (${id})`;
}

function grouped(overrides: ScenarioOverride[]): Scenario[] {
  const all = new Map<string, Scenario>();
  for (const row of overrides) {
    const id = row.scenario_id ?? '';
    const known = all.get(id);
    if (known) known.overrides.push(row);
    else all.set(id, { id, overrides: [row] });
  }
  return [...all.values()];
}

/** Reads all of it; tables that were read before cost nothing. */
export async function facts(at: At, signal: AbortSignal): Promise<Facts> {
  const [space, investments, variants, roles, personas, moments, dependencies, overrides] = await Promise.all([
    workspace(at, signal),
    byId(at, 'investments', signal),
    rows(at, 'variants', signal),
    byId(at, 'roles', signal),
    byId(at, 'personas', signal),
    byId(at, 'moments', signal),
    rows(at, 'dependencies', signal),
    rows(at, 'scenarios', signal),
  ]);
  const own = new Map<string, Variant[]>();
  for (const variant of variants) {
    const of = variant.investment_id ?? '';
    const known = own.get(of);
    if (known) known.push(variant);
    else own.set(of, [variant]);
  }
  const gap = gapFor(investments.size);
  return { space, investments, variants: own, roles, personas, moments, dependencies, scenarios: grouped(overrides), gap, rules: [] };
}

/** `B01 Cloud CRM`: the identifier is what reports and tools call it. */
function withId(row: { id?: string } | undefined, id: string): string {
  const name = nameOf(row, id);
  return name === id ? id : `${id} ${name}`;
}

/** Who is who, and the rules of the dossier with those of `plan`. */
export function namesOf(known: Facts, plan: { rules: RuleName[] } | null = null): Names {
  return {
    baseYear: known.space.baseYear,
    investment: (id) => withId(known.investments.get(id), id),
    role: (id) => nameOf(known.roles.get(id), id),
    moment: (id) => withId(known.moments.get(id), id),
    ofCoverage: (id) => (known.personas.has(id) ? nameOf(known.personas.get(id), id) : withId(known.moments.get(id), id)),
    scenario: (id) => scenarioLabel(known.scenarios.find((one) => one.id === id) ?? { id, overrides: [] }),
    stated: (year) => known.space.budgets[year],
    rules: [...(plan?.rules ?? []), ...known.rules],
  };
}

/** What a variant is called in the dossier: `Pilot in one region`. */
export function variantName(known: Facts, investment: string, variant: string): string {
  return nameOf(known.variants.get(investment)?.find((one) => one.variant_id === variant), variant);
}

/** Years with a budget, in order. */
export function budgetYears(known: Facts): string[] {
  return Object.keys(known.space.budgets).sort((a, b) => Number(a.slice(1)) - Number(b.slice(1)));
}
