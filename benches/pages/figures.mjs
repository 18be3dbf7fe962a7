// What was measured of one thing over several runs, and how that is written.

/**
 * `limit` is what is wanted, of the median or of the worst.
 * @typedef {{ what: string, unit: 'ms' | 'kB' | '', values: number[], limit?: number, of?: 'median' | 'worst', note?: string }} Measured
 */

/** @param {number[]} values */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? NaN) : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}

/** @param {number} value @param {Measured['unit']} unit */
const written = (value, unit) => `${value.toLocaleString('en', { maximumFractionDigits: 0 })}${unit === '' ? '' : ` ${unit}`}`;

/** @param {Measured} one */
export function summary({ what, unit, values, limit, of = 'median', note }) {
  const [middle, worst] = [median(values), Math.max(...values)];
  const isMet = limit === undefined ? null : (of === 'worst' ? worst : middle) <= limit;
  return { what, unit, runs: values.length, median: middle, worst, limit: limit ?? null, of: limit === undefined ? null : of, isMet, note: note ?? null };
}

/** A table of markdown. @param {Measured[]} all */
export function table(all) {
  const lines = all.map((one) => {
    const { what, unit, runs, median: middle, worst, limit, of, isMet, note } = summary(one);
    const wanted = limit === null ? '' : `${written(limit, unit)}${of === 'worst' ? ', worst' : ''}${isMet ? '' : ' **missed**'}`;
    return `| ${what}${note === null ? '' : ` (${note})`} | ${written(middle, unit)} | ${written(worst, unit)} | ${runs} | ${wanted} |`;
  });
  return ['| what | median | worst | runs | wanted |', '|---|---|---|---|---|', ...lines].join('\n');
}
