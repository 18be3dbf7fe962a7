// Colours of a heatmap: lightness says how much, a pattern helps where colours cannot.
export interface Shade {
  background: string;
  color: string;
  /** Hatched: on the bad side of a scale with two sides. */
  isHatched: boolean;
}

function mix(from: [number, number, number], to: [number, number, number], share: number): string {
  const at = Math.min(1, Math.max(0, share));
  return `rgb(${from.map((low, i) => Math.round(low + ((to[i] ?? low) - low) * at)).join(' ')})`;
}

const PAPER: [number, number, number] = [255, 255, 255];
const TEAL: [number, number, number] = [11, 92, 99];
const ORANGE: [number, number, number] = [213, 94, 0];
const BLUE: [number, number, number] = [0, 114, 178];

/** More is darker: `share` from 0 to 1. */
export function sequential(share: number): Shade {
  return { background: mix(PAPER, TEAL, share * 0.9), color: share > 0.55 ? '#fff' : 'var(--ink)', isHatched: false };
}

/** Two sides of zero: `share` from -1 (bad, hatched) to 1 (good). */
export function diverging(share: number): Shade {
  const size = Math.abs(share);
  const background = mix(PAPER, share < 0 ? ORANGE : BLUE, size * 0.8);
  const isDark = share > 0.75;
  return { background, color: isDark ? '#fff' : 'var(--ink)', isHatched: share < 0 && size > 0.1 };
}

/** Money or people at risk: `share` from 0 to 1, darker is worse. */
export function risk(share: number): Shade {
  return { background: mix(PAPER, ORANGE, share * 0.85), color: 'var(--ink)', isHatched: share > 0.66 };
}
