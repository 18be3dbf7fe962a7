// Which rule keeps an investment in the plan that would not be there for its own worth.
import type { ExplainedInvestment, PlanExplanation } from '../api/schema';
import { real } from '../words/number';

const OBLIGES = /^(mandatory|begun|forced_in|at_least_one|all_or_none):/;

/** `at_least_one:G-CRM`; null for what stays by its worth. Without prices only what every plan must have is known. */
export function imposedBy(one: ExplainedInvestment, prices: PlanExplanation['prices'] = []): string | null {
  if (!one.in_plan) return null;
  if (one.reason === 'compulsory') return one.conflict[0] ?? '';
  if (real(one.own_npv) >= 0) return null;
  const leavesWith = prices.find(
    (price) =>
      OBLIGES.test(price.change.replace('without:', '')) &&
      price.change.startsWith('without:') &&
      price.leaves.some((choice) => choice.investment === one.id) &&
      !price.enters.some((choice) => choice.investment === one.id),
  );
  return leavesWith?.change.replace('without:', '') ?? null;
}
