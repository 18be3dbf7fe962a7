// Which roles hold the plan back, in which period, and what one more person in each would be worth.
import { choose, type At } from '../../api/runs';
import type { Plan, RuleUse, TriedChange } from '../../api/schema';
import { ruleOf } from '../../parts/rule';
import { real } from '../../words/number';
import { less } from './difference';
import { requestOf, type Desk } from './desk_fields';
import type { Facts } from './facts';
import { rested } from './rested';

/** Days of work of one person in a year, as they are usually planned. */
export const PERSON = 200;

export interface RoleLoad {
  id: string;
  /** The period in which most of its days are used. */
  fullest: { when: string; use: RuleUse; share: number };
  /** Periods in which it alone forbids a change that would raise the NPV. */
  binds: string[];
  /** Candidates outside that would bring value but lack its days: which, when and how many. */
  blocked: { investment: string; when: string; short: string }[];
}

/** Every role with a limit, those that block first, then by how full they are. */
export function roleLoads(plan: Plan): RoleLoad[] {
  const found = new Map<string, RoleLoad>();
  for (const use of plan.rules) {
    const { role: id, periods } = use.subject;
    if (use.kind !== 'role' || id === null) continue;
    const when = periods[0] ?? '';
    const share = real(use.limit) === 0 ? 0 : real(use.used) / real(use.limit);
    const load = found.get(id) ?? { id, fullest: { when, use, share }, binds: [], blocked: [] };
    if (share > load.fullest.share) load.fullest = { when, use, share };
    if (use.binding) load.binds.push(when);
    found.set(id, load);
  }
  // What would cost more than it brings is not kept out by people.
  for (const out of plan.left_out.filter((one) => real(one.npv_if_added) > 0)) {
    for (const broken of out.broken) {
      const rule = ruleOf(broken.rule, plan.rules);
      if (rule?.kind !== 'role' || rule.subject.role === null) continue;
      found.get(rule.subject.role)?.blocked.push({ investment: out.investment, when: rule.subject.periods[0] ?? '', short: broken.short_by });
    }
  }
  const weight = (load: RoleLoad) => load.binds.length * 1000 + load.blocked.length * 10 + load.fullest.share;
  return [...found.values()].sort((a, b) => weight(b) - weight(a));
}

function onePersonMore(role: string, plan: Plan): TriedChange[] {
  const years = plan.rules.flatMap((use) => {
    if (use.kind !== 'role' || use.subject.role !== role) return [];
    return [/^y\d+/.exec(use.subject.periods[0] ?? '')?.[0] ?? ''];
  });
  return [...new Set(years)].map((year) => ({ target: 'roles', filter: role, field: `capacity_days_${year}`, operation: 'add', operand: String(PERSON) }));
}

/** NPV that one more person of each role in every year would bring, by role; null where that makes no plan. */
export type Worth = ReadonlyMap<string, string | null>;

/**
 * What one more person of each role in every year would be worth; asked one after another, after a moment of quiet, those
 * first that most likely block. `told` hears after each what is known by then.
 */
export function worthOfPeople(at: At, desk: Desk, plan: Plan, facts: Facts, signal: AbortSignal, told: (soFar: Worth) => void): Promise<Worth> {
  return rested(signal, async () => {
    const found = new Map<string, string | null>();
    for (const { id } of roleLoads(plan)) {
      const more = await choose(at, requestOf({ ...desk, tried: [...desk.tried, ...onePersonMore(id, plan)] }, facts.gap), { signal });
      found.set(id, less(more.npv, plan.npv));
      told(new Map(found));
    }
    return found;
  });
}

/** Whether more of a role gains value; undefined while its worth is not known. */
export function isBlocking(role: RoleLoad, worth: Worth): boolean | undefined {
  const npv = worth.get(role.id);
  return npv === undefined ? undefined : real(npv) > 0;
}
