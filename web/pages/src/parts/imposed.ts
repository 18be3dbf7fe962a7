// What keeps an imposed investment in the plan, in a short word: `imposed (rule G-CRM)`.
import type { RuleName } from '../api/schema';
import type { Words } from '../words/parts.en';
import { ruleOf } from './rule';

/** The rule but for which an investment would leave the plan; null for what is there by its own worth. */
export function imposedBy(one: { imposed_by: string[] } | undefined, told: readonly RuleName[]): RuleName | null {
  const by = one?.imposed_by ?? [];
  // A lock says more than the group that would do without it.
  return ruleOf(by.find((rule) => rule.startsWith('forced_in:')) ?? by[0], told);
}

export function imposedWords({ kind, subject }: RuleName, w: Words['imposed']): string {
  if (kind === 'forced_in') return w.lock;
  if (kind === 'mandatory') return w.mandatory;
  const name = subject.group ?? subject.portfolio_rule;
  return name === null ? w.some : w.by(name);
}
