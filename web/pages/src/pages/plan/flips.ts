// What would turn a verdict round, in words.
import type { ExplainedInvestment, VerdictChange } from '../../api/schema';
import { period } from '../../words/date';
import { amount, percent } from '../../words/number';
import type { Words } from '../../words/plan_views.en';
import { namesOf, variantName, type Facts } from './facts';

/** One change, with what it takes in money. */
export function flipText(change: VerdictChange, of: ExplainedInvestment, words: Words['item']['flip'], facts: Facts, currency: string): string {
  const names = namesOf(facts);
  const isIn = of.in_plan;
  const factor = percent(change.factor, 1);
  const variant = change.variant === null ? '' : variantName(facts, of.id, change.variant);
  const money = change.amount === null || change.kind === 'companion' ? '' : ` (${words.costs(amount(change.amount, currency))})`;
  switch (change.kind) {
    case 'effect':
      return (isIn ? words.effectIn(factor, variant) : words.effectOut(factor, variant)) + money;
    case 'cost':
      return (isIn ? words.costIn(factor, variant) : words.costOut(factor, variant)) + money;
    case 'budget':
      return words.budget(factor) + money;
    case 'companion': {
      const who = names.investment(change.investment ?? '');
      return isIn ? words.companionIn(who) : words.companionOut(who);
    }
    case 'delay':
      return words.delay(period(change.start ?? '', names.baseYear));
    case 'evidence':
      return words.evidence(change.level ?? '') + money;
  }
}
