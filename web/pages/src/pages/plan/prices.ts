// What each lock, mandatory investment and compulsory group costs: the best plan without it, less the best plan.
import { choose, type At } from '../../api/runs';
import type { Lock } from '../../api/schema';
import { less } from './difference';
import { requestOf, type Desk } from './desk_fields';
import type { Facts } from './facts';
import { rested } from './rested';

/** One thing that holds the plan in its place. */
export interface Hold {
  key: string;
  /** The lock, or nothing when it is a rule of the dossier. */
  lock: Lock | null;
  /** The rule of the dossier: `mandatory:B27`, `at_least_one:G-CRM`. */
  rule: string | null;
  isHeld: boolean;
}

/** Locks of the desk first, then what the dossier makes compulsory. */
export function holdsOf(desk: Desk, facts: Facts): Hold[] {
  const locks = desk.locks.map((lock): Hold => {
    return { key: `${lock.is_in ? 'in' : 'out'}:${lock.investment}:${lock.variant ?? ''}`, lock, rule: null, isHeld: true };
  });
  const mandatory = [...facts.investments.values()].filter((one) => one.mandatory).map((one) => `mandatory:${one.id}`);
  const groups = facts.dependencies.filter((one) => one.type === 'at_least_one').map((one) => `at_least_one:${one.to_id}`);
  const rules = [...mandatory, ...groups].map((rule): Hold => {
    return { key: rule, lock: null, rule, isHeld: !desk.without.includes(rule) };
  });
  return [...locks, ...rules];
}

/** The desk with one hold let go. */
export function letGo(desk: Desk, hold: Hold): Desk {
  if (hold.rule !== null) return { ...desk, without: [...desk.without, hold.rule] };
  return { ...desk, locks: desk.locks.filter((lock) => lock !== hold.lock) };
}

/** More than these are not priced unasked. */
const AT_MOST = 12;

export interface Prices {
  /** NPV that letting it go would bring, by the key of the hold; null where there is no plan even then. */
  npv: Map<string, string | null>;
}

/** Asks one after another, after a moment of quiet, so that the next move is never kept waiting. */
export function pricesOf(at: At, desk: Desk, holds: Hold[], npv: string, gap: number, signal: AbortSignal): Promise<Prices> {
  return rested(signal, async () => {
    const found = new Map<string, string | null>();
    for (const hold of holds.filter((one) => one.isHeld).slice(0, AT_MOST)) {
      const without = await choose(at, requestOf(letGo(desk, hold), gap), { signal });
      found.set(hold.key, less(without.npv, npv));
    }
    return { npv: found };
  });
}
