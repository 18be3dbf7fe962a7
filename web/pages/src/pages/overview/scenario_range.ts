// In how many of the dossier's scenarios the plan can be done, and what it is worth where it can.
import type { RegretTable } from '../../api/schema';
import { real } from '../../words/number';

export interface Range {
  /** The least and the most over the scenarios in which the plan holds, the dossier itself not counted; null when it holds in none. */
  low: string | null;
  high: string | null;
  /** In how many scenarios it holds. */
  holds: number;
  scenarios: number;
}

/** The range of the plan that is best as the dossier stands; null when the dossier states no scenario. */
export function scenarioRange(regrets: RegretTable | null): Range | null {
  const row = regrets?.plans.find((plan) => plan.best_in.includes(null));
  const cells = (regrets?.scenarios ?? []).flatMap((one, at) => (one.scenario === null ? [] : [row?.cells[at] ?? null]));
  if (!row || cells.length === 0) return null;
  const held = cells.flatMap((cell) => (cell?.fits ? [cell.npv] : [])).toSorted((a, b) => real(a) - real(b));
  return { low: held[0] ?? null, high: held.at(-1) ?? null, holds: held.length, scenarios: cells.length };
}
