// Where an axis has its marks: round steps, so that they read well.

/** The smallest of 1, 2 and 5 times a power of ten that leaves at most `most` steps. */
function stepOf(span: number, most: number): number {
  const power = 10 ** Math.floor(Math.log10(span / most));
  return ([1, 2, 5, 10].find((times) => span / (times * power) <= most) ?? 10) * power;
}

/** Round values from `low` to `high`; none where there is no stretch. */
export function ticksOf(low: number, high: number, most: number): number[] {
  if (!(high > low)) return [];
  const step = stepOf(high - low, most);
  const first = Math.ceil(low / step);
  const count = Math.floor(high / step + 1e-6) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, at) => (first + at) * step);
}

/** The round value at or above the highest one, where an axis ends. */
export function endOf(highest: number, most: number): number {
  const step = stepOf(Math.max(highest, Number.MIN_VALUE), most);
  return Math.ceil(highest / step - 1e-6) * step;
}
