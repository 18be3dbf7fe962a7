// Capabilities with the investments that serve them, and how they are grouped.
import { rows } from '../../api/items';
import type { At } from '../../api/runs';
import type { Capability, CapabilityChange, Investment, Plan } from '../../api/schema';
import { compareText } from '../../words/sort';
import { nameOf } from '../../words/text';

export interface Ability {
  capability: Capability;
  investments: Investment[];
  /** Levels between wanted and now, 0 when reached; null when either is not stated. */
  gap: number | null;
}

/** What the plan makes of a capability. */
export interface Planned {
  /** Maturity once all that is funded is done; null when not every investment of the plan states by how much it raises it. */
  after: number | null;
  funded: Set<string>;
}

/** What a plan makes of each capability; nothing where there is no plan. */
export function plannedOf(plan: Plan): Map<string, Planned> {
  const planned = (one: CapabilityChange): [string, Planned] => [
    one.capability,
    { after: one.maturity_after, funded: new Set(one.raised_by) },
  ];
  return new Map(plan.capabilities.map(planned));
}

/** From here on a gap is called wide. */
const WIDE = 1.8;

export const isWide = (gap: number | null) => gap !== null && gap >= WIDE - 1e-9;

/** Reads every capability with what serves it. */
export async function readAbilities(at: At, signal: AbortSignal): Promise<Ability[]> {
  const [capabilities, investments] = await Promise.all([
    rows(at, 'capabilities', signal),
    rows(at, 'investments', signal),
  ]);
  return capabilities.map((capability) => {
    const { maturity_now: now, maturity_target: wanted } = capability;
    return {
      capability,
      investments: investments.filter((one) => one.capability_id === capability.id),
      gap: now === undefined || wanted === undefined ? null : Math.max(0, wanted - now),
    };
  });
}

export type Grouping = 'owner' | 'importance';
export type ImportanceBand = 'vital' | 'high' | 'low';

export interface Group {
  /** An owner, or a band of importance; empty without owner. */
  id: string;
  abilities: Ability[];
}

function bandOf(importance: number): ImportanceBand {
  if (importance >= 9) return 'vital';
  return importance >= 7 ? 'high' : 'low';
}

/** Groups in the order of the reader; within one, what matters most first, then the widest gap. */
export function grouped(abilities: Ability[], by: Grouping): Group[] {
  const found = new Map<string, Ability[]>(by === 'importance' ? [['vital', []], ['high', []], ['low', []]] : []);
  for (const ability of abilities) {
    const { owner, importance } = ability.capability;
    const id = by === 'owner' ? (owner ?? '') : bandOf(importance ?? 0);
    found.set(id, [...(found.get(id) ?? []), ability]);
  }
  const groups = [...found].filter(([, of]) => of.length > 0).map(([id, of]) => ({ id, abilities: of.sort(byWeight) }));
  return by === 'owner' ? groups.sort((a, b) => compareText(a.id, b.id)) : groups;
}

function byWeight(a: Ability, b: Ability): number {
  return (
    (b.capability.importance ?? 0) - (a.capability.importance ?? 0) ||
    (b.gap ?? 0) - (a.gap ?? 0) ||
    compareText(nameOf(a.capability), nameOf(b.capability))
  );
}
