// Ends and steps of a value axis, chosen here so that the layout can count on them.

export interface Scale {
  min: number;
  max: number;
  interval: number;
  /** Digits that the step needs. */
  decimals: number;
}

/** Round ends around `amounts` and zero with about `steps` steps of 1, 2, 2.5 or 5 times a power of ten. */
export function scale(amounts: number[], steps = 5): Scale {
  const low = Math.min(0, ...amounts);
  const high = Math.max(0, ...amounts);
  // Nothing but zeros still gets an axis.
  const rough = (high - low || steps) / steps;
  const power = Math.floor(Math.log10(rough));
  const ten = Math.pow(10, power);
  const factor = [1, 2, 2.5, 5, 10].find((candidate) => candidate * ten >= rough * 0.999) ?? 10;
  const interval = Number((factor * ten).toPrecision(3));
  const min = Number((Math.floor(low / interval + 1e-9) * interval).toPrecision(12));
  const max =
    Number((Math.ceil(high / interval - 1e-9) * interval).toPrecision(12)) || (low < 0 ? 0 : interval);
  const decimals = Math.max(0, -power + (factor === 2.5 ? 1 : 0) - (factor === 10 ? 1 : 0));
  return { min, max, interval, decimals };
}
