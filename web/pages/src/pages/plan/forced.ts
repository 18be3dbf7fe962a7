// What is in or out of every plan because of a rule or a lock, whatever it is worth, in words.
import type { ExplainedInvestment } from '../../api/schema';
import { ruleText, type RuleNames } from '../../parts/rule';
import type { Words } from '../../words/plan_views.en';

export interface Forced {
  /** `imposed`, `imposed by the lock`. */
  label: string;
  /** The rules that force it, by name; a lock of its own is in the label. */
  rules: string[];
  sentence: string;
}

/** Null where its worth decides. */
export function forcedOf(one: ExplainedInvestment, w: Words['forced'], names: RuleNames): Forced | null {
  if (one.reason !== 'compulsory' && one.reason !== 'impossible') return null;
  const isIn = one.reason === 'compulsory';
  const isLock = (rule: string) => rule.split('/')[0] === `forced_${isIn ? 'in' : 'out'}:${one.id}`;
  const nameOf = (rule: string) => {
    if (rule === `mandatory:${one.id}`) return w.mandatory;
    return rule === `begun:${one.id}` ? w.begun : ruleText(rule, names);
  };
  const isLocked = one.conflict.some(isLock);
  const all = one.conflict.map(nameOf).join('; ');
  return {
    label: isIn ? (isLocked ? w.inByLock : w.in) : isLocked ? w.outByLock : w.out,
    rules: one.conflict.filter((rule) => !isLock(rule)).map(nameOf),
    sentence: isIn ? w.inText(all) : w.outText(all),
  };
}
