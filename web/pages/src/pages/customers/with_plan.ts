// What each persona lives at each moment with the plan, and the money that stays at risk.
import type { ExperienceCell, Plan } from '../../api/schema';
import { session } from '../../state/session.svelte';
import { amount, exact, sum } from '../../words/number';

/** What is lived with the plan, by `persona~moment`. */
export function withPlan(plan: Plan): Map<string, ExperienceCell> {
  return new Map(plan.experience.map((cell) => [`${cell.persona}~${cell.moment}`, cell]));
}

/** The money that stays at risk in some of the cells, a year; null where the plan does not tell it. */
export function moneyLeft(plan: Plan | null, isOf: (cell: ExperienceCell) => boolean): string | null {
  const cells = plan?.experience.filter(isOf) ?? [];
  const isTold = cells.length > 0 && cells.every((cell) => cell.money_at_risk !== null);
  return isTold ? sum(cells.map((cell) => cell.money_at_risk)) : null;
}

/** Money today and with the plan, for reading; today's alone while there is no plan. */
export function moneyChange(today: string | undefined, left: string | null): { text: string; exact: string } {
  const { currency } = session;
  const ends = left === null ? [today] : [today, left];
  return {
    text: ends.map((end) => amount(end, currency)).join(' → '),
    exact: ends.map((end) => exact(end, currency)).join(' → '),
  };
}
