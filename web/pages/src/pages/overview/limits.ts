// What a plan uses of its budgets and its people, read from its rules.
import type { Plan, RuleUse } from '../../api/schema';
import { real } from '../../words/number';

export interface Used {
  period: string;
  used: string;
  limit: string;
}

/** Limits of a kind; none without a plan, which uses nothing that is known. */
function of(plan: Plan, kind: RuleUse['kind']): { use: Used; role: string }[] {
  return plan.rules.flatMap(({ kind: own, side, subject, used, limit }) => {
    if (own !== kind || side !== 'at_most' || used === null) return [];
    return [{ use: { period: subject.periods[0] ?? '', used, limit }, role: subject.role ?? '' }];
  });
}

/** Budgets by period. */
export function budgets(plan: Plan): Used[] {
  return of(plan, 'budget').map(({ use }) => use);
}

/** Run-rate caps by period. */
export function runRates(plan: Plan): Used[] {
  return of(plan, 'run_rate').map(({ use }) => use);
}

/** The role that is nearest to its limit in any period; null when no role has one. */
export function tightestRole(plan: Plan): (Used & { role: string }) | null {
  let tightest: (Used & { role: string }) | null = null;
  let most = -1;
  for (const { use, role } of of(plan, 'role')) {
    const share = real(use.limit) > 0 ? real(use.used) / real(use.limit) : 0;
    if (share <= most) continue;
    most = share;
    tightest = { role, ...use };
  }
  return tightest;
}
