// A rule that adding a candidate to the plan would break, in words.
import type { BrokenRule, Plan } from '../../api/schema';
import { ruleClause, ruleOf } from '../../parts/rule';
import { amount, plain } from '../../words/number';
import type { Words } from '../../words/plan_views.en';

/** In what it is told how much is missing: `currency`, `days`; nothing for a rule that the plan does not tell of. */
export function unitOf(broken: BrokenRule, plan: Plan): string {
  return ruleOf(broken.rule, plan.rules)?.unit ?? '';
}

/** `the 2027 budget (€265K short)`, or `requires B08 …, which is out`. */
export function brokenText(broken: BrokenRule, investment: string, plan: Plan, w: Words['table'], name: (id: string) => string, currency: string): string {
  const rule = ruleOf(broken.rule, plan.rules);
  if (rule?.unit === 'currency') return w.short(ruleClause(broken.rule, plan.rules), amount(broken.short_by, currency));
  if (rule?.unit === 'days') return w.short(ruleClause(broken.rule, plan.rules), w.days(plain(broken.short_by)));
  const [who, other] = rule?.subject.investments ?? [];
  if (rule?.kind !== 'requires' || who !== investment || other === undefined) return w.breaks(ruleClause(broken.rule, plan.rules));
  const isIn = plan.portfolio.some((choice) => choice.investment === other);
  return isIn ? w.requires(name(other)) : w.requiresOut(name(other));
}
