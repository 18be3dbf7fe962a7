// What is different between two plans: who entered, who left, who moved, and what it is worth.
import type { Choice, Plan } from '../../api/schema';
import { sum } from '../../words/number';

export interface Difference {
  entered: Choice[];
  left: Choice[];
  /** As it is now; `before` says how it was. */
  moved: { before: Choice; after: Choice }[];
}

function isSame(a: Choice, b: Choice): boolean {
  return a.variant === b.variant && a.begin === b.begin && a.share === b.share;
}

/** What entered, left and moved on the way from one plan to another. */
export function difference(before: Plan, after: Plan): Difference {
  const old = new Map(before.portfolio.map((choice) => [choice.investment, choice]));
  const fresh = new Set(after.portfolio.map((choice) => choice.investment));
  const both = after.portfolio.flatMap((choice) => {
    const was = old.get(choice.investment);
    return was ? [{ before: was, after: choice }] : [];
  });
  return {
    entered: after.portfolio.filter((choice) => !old.has(choice.investment)),
    left: before.portfolio.filter((choice) => !fresh.has(choice.investment)),
    moved: both.filter((pair) => !isSame(pair.before, pair.after)),
  };
}

/** Whether nothing entered, left or moved. */
export function isNothing(of: Difference): boolean {
  return of.entered.length + of.left.length + of.moved.length === 0;
}

/** `a` less `b`, of decimal texts; null where one is missing. */
export function less(a: string | null | undefined, b: string | null | undefined): string | null {
  if (a === null || a === undefined || b === null || b === undefined) return null;
  return sum([a, b.startsWith('-') ? b.slice(1) : `-${b}`]);
}
