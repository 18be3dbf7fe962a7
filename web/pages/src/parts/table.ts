// What a table needs to know of its columns, and how it sorts and filters rows.
import type { Snippet } from 'svelte';
import { compareText } from '../words/sort';

export interface Column<R> {
  id: string;
  label: string;
  /** What the figures are, shown on demand at the heading. */
  note?: string;
  align?: 'left' | 'right';
  /** The plain text of a cell; the filter looks at it too. */
  text: (row: R) => string;
  /** What is drawn instead of the plain text: a link, a mark, a bar. */
  cell?: Snippet<[R]>;
  /** By what rows are sorted; a column without it cannot be sorted by. */
  sort?: (row: R) => string | number | null;
  /** The exact figure, shown on demand. */
  title?: (row: R) => string;
  /** Least width, `180px`, so that long texts do not become towers on narrow screens. */
  width?: string;
  isNowrap?: boolean;
  /** Left out on screens narrower than 720 px. */
  isWideOnly?: boolean;
}

/** A sort as it stands in the address: `npv` from low to high, `-npv` from high to low. */
export function sorted<R>(rows: R[], columns: Column<R>[], sort: string): R[] {
  const isDown = sort.startsWith('-');
  const by = columns.find((column) => column.id === sort.replace(/^-/, ''))?.sort;
  if (!by) return rows;
  const valued = rows.map((row) => ({ row, value: by(row) }));
  valued.sort((a, b) => {
    // What has no value comes last, whichever way the others go.
    if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null);
    const order =
      typeof a.value === 'number' && typeof b.value === 'number'
        ? a.value - b.value
        : compareText(String(a.value), String(b.value));
    return isDown ? -order : order;
  });
  return valued.map(({ row }) => row);
}

function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

/** What the filter looks at, row by row: each worked out once, when it is asked for or while nothing else is to do. */
export class Searched<R> {
  readonly #rows: R[];
  readonly #columns: Column<R>[];
  readonly #texts: string[] = [];
  #prepared = 0;

  constructor(rows: R[], columns: Column<R>[]) {
    this.#rows = rows;
    this.#columns = columns;
  }

  of(at: number): string {
    const row = this.#rows[at];
    if (row === undefined) return '';
    return (this.#texts[at] ??= plain(this.#columns.map((column) => column.text(row)).join(' ')));
  }

  /** Works out one more; whether it is done with all. */
  prepare(): boolean {
    this.of(this.#prepared);
    this.#prepared += 1;
    return this.#prepared >= this.#rows.length;
  }
}

/** Which texts hold every word of the filter, accents and case aside. */
export function matches(filter: string): (text: string) => boolean {
  const words = plain(filter).split(/\s+/).filter((word) => word !== '');
  return (text) => words.every((word) => text.includes(word));
}
