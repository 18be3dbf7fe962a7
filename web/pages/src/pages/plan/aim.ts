// What a plan is to have most of, between the text of the interface and the controls of the desk.
export const measures = ['npv', 'coverage', 'freedom'] as const;
export type Measure = (typeof measures)[number];

export const aimKinds = ['npv', 'coverage', 'near', 'blend', 'freedom', 'objectives'] as const;
export type AimKind = (typeof aimKinds)[number];

export interface Aim {
  kind: AimKind;
  /** Share of the NPV that may be given up for coverage. */
  tolerance: number;
  weights: Record<Measure, number>;
}

const fresh: Omit<Aim, 'kind'> = { tolerance: 0.02, weights: { npv: 70, coverage: 30, freedom: 0 } };

/** Reads `0.7*npv+0.3*coverage`, `npv:0.02,coverage` or the name of a measure. */
export function readAim(text: string): Aim {
  const near = /^npv:([\d.]+),coverage$/.exec(text);
  if (near) return { ...fresh, kind: 'near', tolerance: Number(near[1]) };
  if (text.includes('*')) {
    const weights = { npv: 0, coverage: 0, freedom: 0 };
    for (const [, weight, measure] of text.matchAll(/([\d.]+)\*(\w+)/g)) {
      const known = measures.find((one) => one === measure);
      if (known) weights[known] = Number(weight);
    }
    // Weights that are shares are shown in hundredths; only their ratio counts.
    const isShares = measures.every((measure) => weights[measure] <= 1);
    for (const measure of measures) weights[measure] = isShares ? Math.round(weights[measure] * 100) : weights[measure];
    return { ...fresh, kind: 'blend', weights };
  }
  return { ...fresh, kind: aimKinds.find((kind) => kind === text) ?? 'npv' };
}

/** The aim as the interface takes it; empty for net present value. */
export function writeAim(aim: Aim): string {
  switch (aim.kind) {
    case 'npv':
      return '';
    case 'near':
      return `npv:${aim.tolerance},coverage`;
    case 'blend':
      return measures
        .filter((measure) => aim.weights[measure] > 0)
        .map((measure) => `${aim.weights[measure]}*${measure}`)
        .join('+');
    default:
      return aim.kind;
  }
}
