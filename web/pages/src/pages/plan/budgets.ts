// Where the budget sliders stand: what the desk, the scenario and the dossier say, as real numbers for a length only.
import type { Plan } from '../../api/schema';
import { real } from '../../words/number';
import type { Desk } from './desk_fields';
import type { Facts } from './facts';

interface Change {
  filter?: string | null;
  operation?: string;
  /** A scenario calls it value, a try operand. */
  value?: string;
  operand?: string;
}

function after(amount: number, change: Change): number {
  const by = real(change.operand ?? change.value);
  if (change.operation === 'mul') return amount * by;
  return change.operation === 'add' ? amount + by : by;
}

/** The budget of a year as the desk has it. A plan that answers to this desk says it itself. */
export function budgetOf(year: string, desk: Desk, facts: Facts, answer: Plan | null): number {
  const given = desk.budget[year];
  if (given !== undefined) return real(given);
  const limit = answer?.rules.find((rule) => rule.rule === `budget:${year}`)?.limit;
  if (limit !== undefined) return real(limit);
  const supposed = facts.scenarios.find((one) => one.id === desk.scenario)?.overrides ?? [];
  const reaches = (change: Change & { target?: string }) =>
    change.target === 'budget' && (change.filter === '*' || change.filter === year);
  let amount = real(facts.space.budgets[year]);
  for (const change of supposed.filter(reaches)) amount = after(amount, change);
  amount *= desk.share;
  for (const change of desk.tried.filter(reaches)) amount = after(amount, change);
  return amount;
}

/** Steps that people count in: 100 000 for a budget of millions. */
export function stepOf(amount: number): number {
  return amount >= 10 ? 10 ** (Math.floor(Math.log10(amount)) - 1) : 1;
}
