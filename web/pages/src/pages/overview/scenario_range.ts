// What the plan is worth in the scenarios in which it can be done: the least and the most.
import type { RobustChoice } from '../../api/schema';
import { real } from '../../words/number';

export interface Range {
  low: string;
  high: string;
  scenarios: number;
}

/** The range over the scenarios of the plan that is best as the dossier stands; null when there is no other scenario. */
export function scenarioRange(robust: RobustChoice): Range | null {
  const row = robust.regrets.plans.find((plan) => plan.best_in.includes(null));
  const amounts = (row?.cells ?? []).filter((cell) => cell?.fits).map((cell) => cell?.npv ?? '0');
  const ordered = amounts.toSorted((a, b) => real(a) - real(b));
  const low = ordered[0];
  const high = ordered.at(-1);
  return low === undefined || high === undefined || ordered.length < 2 ? null : { low, high, scenarios: ordered.length };
}
