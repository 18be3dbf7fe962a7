// Which rows of a long table are drawn, and in which elements: a few anew at a time, so that no frame is long.

export interface Placed<R> {
  /** Names the elements that draw it: they are filled anew rather than made anew. */
  place: number | string;
  /** Which row of all it is. */
  at: number;
  row: R;
  /** Rows between the one before and this one that are not drawn. */
  gap: number;
}

export interface Wanted<R> {
  all: R[];
  /** The rows in sight are those from `first` to before `last`. */
  first: number;
  last: number;
  /** The row that is drawn first: the topmost that is not beyond the edge. */
  from: number;
  key: (row: R) => string;
  /** The place that has the focus: it stays with its row, also out of sight. */
  held: number | string | null;
  /** So many rows are drawn anew at most. */
  most: number;
}

/** Rows in sight that are not drawn as they are, in the order in which they are drawn. */
function lacking<R>(drawn: Map<number, Placed<R>>, { all, first, last, from }: Wanted<R>): number[] {
  const found: number[] = [];
  for (let at = first; at < last; at += 1) if (drawn.get(at)?.row !== all[at]) found.push(at);
  return [...found.filter((at) => at >= from), ...found.filter((at) => at < from)];
}

/** The place that has the focus, where its row stands now; null when the row is gone. */
function heldOf<R>(was: Placed<R>[], { all, key, held }: Wanted<R>): Placed<R> | null {
  const one = held === null ? undefined : was.find((placed) => placed.place === held);
  if (!one) return null;
  if (all[one.at] === one.row) return one;
  const name = key(one.row);
  const at = all.findIndex((row) => key(row) === name);
  const row = all[at];
  return row === undefined ? null : { ...one, at, row };
}

function withGaps<R>(drawn: Placed<R>[]): Placed<R>[] {
  let next = 0;
  return drawn
    .sort((a, b) => a.at - b.at)
    .map((one) => {
      const gap = one.at - next;
      next = one.at + 1;
      return one.gap === gap ? one : { ...one, gap };
    });
}

/** What is drawn next, and whether every row in sight is. */
export function placed<R>(was: Placed<R>[], wanted: Wanted<R>): { drawn: Placed<R>[]; isDone: boolean } {
  const { all, first, last, most } = wanted;
  const held = heldOf(was, wanted);
  const drawn = new Map<number, Placed<R>>();
  const spare: Placed<R>[] = [];
  for (const one of was) {
    if (one.place === held?.place) continue;
    const isInSight = one.at >= first && one.at < last && one.at !== held?.at;
    if (isInSight) drawn.set(one.at, one);
    else spare.push(one);
  }
  if (held) drawn.set(held.at, held);
  const missing = lacking(drawn, wanted);
  const now = missing.slice(0, most);
  // The farthest are filled anew first.
  const middle = (first + last) / 2;
  spare.sort((a, b) => Math.abs(a.at - middle) - Math.abs(b.at - middle));
  let count = Math.max(-1, ...was.map((one) => (typeof one.place === 'number' ? one.place : -1)));
  for (const at of now) {
    const row = all[at];
    if (row === undefined) continue;
    const place = drawn.get(at)?.place ?? spare.pop()?.place ?? (count += 1);
    drawn.set(at, { place, at, row, gap: 0 });
  }
  const isDone = missing.length <= most;
  // Until then the others stay where they are, to be filled anew in the next frames.
  const left = isDone ? [] : spare.filter((one) => all[one.at] === one.row && !drawn.has(one.at));
  return { drawn: withGaps([...drawn.values(), ...left]), isDone };
}
