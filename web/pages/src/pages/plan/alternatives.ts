// Two desks that differ in one investment only: with it and without it, such as a suite against separate tools.
import type { Desk } from './desk_fields';
import type { Facts } from './facts';

/** Fewer rivals than this make no alternative by themselves; members of a compulsory group always do. */
const RIVALS = 2;

/** Investments that stand in the place of others: of a compulsory group, or excluding several; those with most rivals first. */
export function alternativesOf(facts: Facts): string[] {
  const rivals = new Map<string, Set<string>>();
  const add = (one: string, other: string) => rivals.set(one, (rivals.get(one) ?? new Set<string>()).add(other));
  const chosen = new Set<string>();
  for (const rule of facts.dependencies) {
    if (rule.type === 'at_least_one') for (const one of rule.from_id) chosen.add(one);
    if (rule.type === 'excludes') {
      for (const one of rule.from_id) {
        add(one, rule.to_id);
        add(rule.to_id, one);
      }
    }
  }
  const count = (id: string) => rivals.get(id)?.size ?? 0;
  const all = new Set([...chosen, ...[...rivals.keys()].filter((id) => count(id) >= RIVALS)]);
  return [...all].filter((id) => facts.investments.has(id)).sort((a, b) => count(b) - count(a) || a.localeCompare(b, 'en', { numeric: true }));
}

/** The desk with the investment locked in or out, and nothing else locked about it. */
export function lockedDesk(desk: Desk, investment: string, isIn: boolean): Desk {
  const others = desk.locks.filter((lock) => lock.investment !== investment);
  return { ...desk, locks: [...others, { investment, variant: null, is_in: isIn, reason: '' }] };
}
