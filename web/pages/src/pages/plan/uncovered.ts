// The moments of which a plan closes less than a level of the gap: must-be first, then by the money that stays at risk.
import type { Moment, Plan } from '../../api/schema';
import { real, sum } from '../../words/number';
import type { Facts } from './facts';

/** From which share of the gap closed on a moment counts as covered, where the reader says nothing else. */
export const LEVEL = '0.3';
export const LEVELS = ['0.1', '0.3', '0.5'] as const;

export interface Uncovered {
  moment: Moment;
  coverage: number;
  /** A year, with the plan, over all personas. */
  atRisk: string;
  isMustBe: boolean;
}

export function uncoveredOf(plan: Plan, facts: Facts, level: string): Uncovered[] {
  return Object.entries(plan.coverage_by_moment)
    .flatMap(([id, coverage]) => {
      const moment = facts.moments.get(id);
      if (!moment || coverage === null || coverage >= real(level)) return [];
      const cells = plan.experience.filter((cell) => cell.moment === id);
      return [{ moment, coverage, atRisk: sum(cells.map((cell) => cell.money_at_risk)), isMustBe: moment.kano === 'must-be' }];
    })
    .sort((a, b) => Number(b.isMustBe) - Number(a.isMustBe) || real(b.atRisk) - real(a.atRisk));
}
