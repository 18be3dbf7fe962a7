// What a plan uses of its budgets and its people, read from its rules.
import type { Plan, RuleUse } from '../../api/schema';
import { real } from '../../words/number';

export interface Used {
  period: string;
  used: string;
  limit: string;
}

function of(plan: Plan, start: string): { rule: RuleUse; rest: string[] }[] {
  return plan.rules
    .filter((rule) => rule.rule.startsWith(`${start}:`) && rule.side === 'at_most')
    .map((rule) => ({ rule, rest: rule.rule.split(':').slice(1) }));
}

/** Budgets by period. */
export function budgets(plan: Plan): Used[] {
  return of(plan, 'budget').map(({ rule, rest }) => ({ period: rest[0] ?? '', used: rule.used, limit: rule.limit }));
}

/** Run-rate caps by period. */
export function runRates(plan: Plan): Used[] {
  return of(plan, 'run_rate').map(({ rule, rest }) => ({ period: rest[0] ?? '', used: rule.used, limit: rule.limit }));
}

/** The role that is nearest to its limit in any period; null when no role has one. */
export function tightestRole(plan: Plan): (Used & { role: string }) | null {
  let tightest: (Used & { role: string }) | null = null;
  let most = -1;
  for (const { rule, rest } of of(plan, 'role')) {
    const share = real(rule.limit) > 0 ? real(rule.used) / real(rule.limit) : 0;
    if (share <= most) continue;
    most = share;
    tightest = { role: rest[0] ?? '', period: rest[1] ?? '', used: rule.used, limit: rule.limit };
  }
  return tightest;
}
