// Colours of a heatmap: lightness says how much, a pattern helps where colours cannot.
export interface Shade {
  background: string;
  color: string;
  /** Hatched: on the bad side of a scale with two sides. */
  isHatched: boolean;
}

type Rgb = [number, number, number];

function mix(from: Rgb, to: Rgb, share: number): Rgb {
  const at = Math.min(1, Math.max(0, share));
  const blend = (i: 0 | 1 | 2) => Math.round(from[i] + (to[i] - from[i]) * at);
  return [blend(0), blend(1), blend(2)];
}

function luminance(colour: Rgb): number {
  const [red = 0, green = 0, blue = 0] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Below this, white is read more easily than black; on either side the contrast is at least 4.5. */
const DARK = 0.179;
const INK_FROM = 0.26;

function shade(colour: Rgb, isHatched: boolean): Shade {
  const light = luminance(colour);
  const color = light < DARK ? '#fff' : light < INK_FROM ? '#000' : 'var(--ink)';
  return { background: `rgb(${colour.join(' ')})`, color, isHatched };
}

const PAPER: Rgb = [255, 255, 255];
const TEAL: Rgb = [11, 92, 99];
const ORANGE: Rgb = [213, 94, 0];
const BLUE: Rgb = [0, 114, 178];

/** More is darker: `share` from 0 to 1. */
export function sequential(share: number): Shade {
  return shade(mix(PAPER, TEAL, share * 0.9), false);
}

/** Two sides of zero: `share` from -1 (bad, hatched) to 1 (good). */
export function diverging(share: number): Shade {
  const size = Math.abs(share);
  return shade(mix(PAPER, share < 0 ? ORANGE : BLUE, size * 0.8), share < 0 && size > 0.1);
}

/** Money or people at risk: `share` from 0 to 1, darker is worse. */
export function risk(share: number): Shade {
  return shade(mix(PAPER, ORANGE, share * 0.85), share > 0.66);
}
