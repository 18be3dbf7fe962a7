// What is in or out of every plan because of a rule or a lock, whatever it is worth, in a word.
import type { ExplainedInvestment, RuleName } from '../../api/schema';
import { ruleName, ruleOf } from '../../parts/rule';
import type { Words } from '../../words/plan_views.en';

export interface Forced {
  /** `imposed`, `imposed by the lock`. */
  label: string;
  /** The rules that force it, by name. */
  rules: string;
}

/** Null where its worth decides. */
export function forcedOf(one: ExplainedInvestment, w: Words['forced'], told: readonly RuleName[]): Forced | null {
  if (one.reason !== 'compulsory' && one.reason !== 'impossible') return null;
  const isIn = one.reason === 'compulsory';
  const rules = one.conflict.flatMap((id) => ruleOf(id, told) ?? []);
  const has = (...kinds: RuleName['kind'][]) => rules.some((rule) => kinds.includes(rule.kind) && rule.subject.investments.includes(one.id));
  const label = () => {
    if (has(isIn ? 'forced_in' : 'forced_out')) return isIn ? w.inByLock : w.outByLock;
    if (!isIn) return w.out;
    return has('mandatory') ? w.mandatory : has('begun') ? w.begun : w.in;
  };
  return { label: label(), rules: rules.map((rule) => ruleName(rule)).join('; ') };
}
