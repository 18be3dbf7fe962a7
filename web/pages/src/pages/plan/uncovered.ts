// The moments that a plan does not cover: must-be first, then by the money that stays at risk.
import type { Moment, MomentPrice, Plan } from '../../api/schema';
import { real, sum } from '../../words/number';
import type { Facts } from './facts';

/** Shares of the gap that a reader may ask about instead of the dossier's own level. */
export const LEVELS = ['0.1', '0.3', '0.5'] as const;

export interface Uncovered {
  moment: Moment;
  coverage: number;
  /** Share of the gap from which it is covered. */
  level: number;
  /** A year, with the plan, over all personas. */
  atRisk: string;
  isMustBe: boolean;
  /** What covering it costs; null where the reader's own level was asked. */
  price: MomentPrice | null;
}

function atRiskOf(plan: Plan, moment: string): string {
  return sum(plan.experience.filter((cell) => cell.moment === moment).map((cell) => cell.money_at_risk));
}

function sorted(rows: Uncovered[]): Uncovered[] {
  return rows.sort((a, b) => Number(b.isMustBe) - Number(a.isMustBe) || real(b.atRisk) - real(a.atRisk));
}

/** Those of which the plan closes less of the gap than a reader's own level. */
export function belowLevel(plan: Plan, facts: Facts, level: string): Uncovered[] {
  return sorted(
    Object.entries(plan.coverage_by_moment).flatMap(([id, coverage]) => {
      const moment = facts.moments.get(id);
      if (!moment || coverage === null || coverage >= real(level)) return [];
      return [{ moment, coverage, level: real(level), atRisk: atRiskOf(plan, id), isMustBe: moment.kano === 'must-be', price: null }];
    }),
  );
}

/** The uncovered ones: what the explanation of the plan says, each by the dossier's own level for each persona. */
export function uncoveredOf(plan: Plan, facts: Facts, told: MomentPrice[]): Uncovered[] {
  return sorted(
    told.flatMap((price) => {
      const moment = facts.moments.get(price.moment);
      if (!moment || price.is_covered) return [];
      const { coverage, level, is_must_be: isMustBe } = price;
      return [{ moment, coverage, level, atRisk: atRiskOf(plan, price.moment), isMustBe, price }];
    }),
  );
}
