// A rule that adding a candidate to the plan would break, in words.
import type { BrokenRule, Plan } from '../../api/schema';
import { ruleText, type RuleNames } from '../../parts/rule';
import { amount, plain } from '../../words/number';
import type { Words } from '../../words/plan_views.en';

/** `Budget 2027 short by €265K`, or `requires B08 …, which is out`. */
export function brokenText(broken: BrokenRule, investment: string, plan: Plan, w: Words['table'], names: RuleNames, currency: string): string {
  const [kind = '', who, other = ''] = broken.rule.split(':');
  const rule = ruleText(broken.rule, names);
  if (['budget', 'run_rate', 'envelope'].includes(kind)) return w.short(rule, amount(broken.short_by, currency));
  if (kind === 'role') return w.short(rule, w.days(plain(broken.short_by)));
  if (kind !== 'requires' || who !== investment) return w.breaks(rule);
  const isIn = plan.portfolio.some((choice) => choice.investment === other);
  return isIn ? w.requires(names.investment(other)) : w.requiresOut(names.investment(other));
}
