// The look all charts share: one width, one type face, quiet lines, colours that colour-blind readers tell apart,
// and a pattern for each colour so that black-and-white print loses nothing.
import { plain } from './number';
import type { Frame } from './frame';
import type { Scale } from './scale';
import { textWidth, widest, wrap } from './text';

export const WIDTH = 820;
export const FONT = 'Inter, Segoe UI, Helvetica, Arial, sans-serif';
export const SIZE = 12;
export const INK = '#2b2f36';
export const QUIET = '#565d68';
export const HAIR = '#e1e4e8';
export const RULE = '#7d848e';
export const PAPER = '#ffffff';
export const GOOD = '#0072b2';
export const BAD = '#d55e00';

type Pattern = Record<string, unknown> | undefined;

const THREAD = 'rgba(255,255,255,0.7)';

function lines(rotation: number, gap: number): Pattern {
  return {
    symbol: 'rect',
    symbolSize: 1,
    rotation,
    dashArrayX: [1, 0],
    dashArrayY: [1.2, gap],
    color: THREAD,
  };
}

export const DIAGONAL = lines(-Math.PI / 4, 4);
const DOTS: Pattern = {
  symbol: 'circle',
  symbolSize: 0.5,
  dashArrayX: [
    [6, 6],
    [0, 6, 6, 0],
  ],
  dashArrayY: [6, 0],
  color: THREAD,
};

/** Colour and pattern, in the order in which series take them. */
const CLASSES: { fill: string; decal: Pattern }[] = [
  { fill: '#0072b2', decal: undefined },
  { fill: '#e69f00', decal: DIAGONAL },
  { fill: '#009e73', decal: DOTS },
  { fill: '#cc79a7', decal: lines(Math.PI / 4, 3) },
  { fill: '#56b4e9', decal: lines(0, 4) },
  { fill: '#8c929b', decal: lines(Math.PI / 2, 4) },
];

/** Lightness alone keeps the order; the patterns help where a printer turns light blue into white. */
const ORDERED: [string, Pattern][] = [
  ['#14588c', undefined],
  ['#7fb2d6', undefined],
  [
    '#d5e6f3',
    {
      symbol: 'rect',
      symbolSize: 1,
      rotation: -Math.PI / 4,
      dashArrayX: [1, 0],
      dashArrayY: [1, 5],
      color: '#14588c',
    },
  ],
  ['#3878a8', DOTS],
  ['#b3cfe5', DOTS],
];

export function classStyle(index: number): { fill: string; decal: Pattern } {
  return CLASSES[index % CLASSES.length];
}

/** A bar of one colour and pattern; the thin edge keeps patterned bars as sharp as plain ones. */
export function solid(fill: string, decal?: Pattern): Record<string, unknown> {
  return { color: fill, decal, borderColor: fill, borderWidth: 1, opacity: 1 };
}

/** Bars of class `index`. */
export function barStyle(index: number): Record<string, unknown> {
  const { fill, decal } = classStyle(index);
  return solid(fill, decal);
}

/** Bars of the `index`th of several classes that have an order, such as years: dark to light. */
export function orderedStyle(index: number): Record<string, unknown> {
  const [fill, decal] = ORDERED[index % ORDERED.length];
  return { ...solid(fill, decal), borderColor: ORDERED[0][0] };
}

/** Small text with the chart's face; `more` overrides. */
export function type(more: Record<string, unknown> = {}): Record<string, unknown> {
  return { fontFamily: FONT, fontSize: SIZE, color: INK, ...more };
}

const GAP = 16;

/** Top-left legend; `height` is what the layout must keep free for it. Lines bring their own mark: icon `line`. */
export function legend(
  entries: { name: string; icon?: string }[],
  icon = 24,
): { legend: Record<string, unknown>; height: number } {
  const shown = entries.map(({ name, icon }) =>
    icon === 'line' ? { name } : { name, icon: icon ?? 'rect' },
  );
  let rows = 1;
  let used = 0;
  for (const entry of shown) {
    const wide = icon + 6 + textWidth(entry.name, SIZE) + GAP;
    if (used > 0 && used + wide > WIDTH - 16) {
      rows += 1;
      used = 0;
    }
    used += wide;
  }
  return {
    legend: {
      data: shown,
      left: 4,
      top: 2,
      width: WIDTH - 8,
      padding: 4,
      itemGap: GAP,
      itemWidth: icon,
      itemHeight: 12,
      selectedMode: false,
      silent: true,
      textStyle: type(),
    },
    height: rows * (14 + GAP) - 6,
  };
}

/** Ticks of a value axis with just the digits they need. */
export function tick(scale: Scale, locale: Frame['locale']): (amount: number) => string {
  return (amount) => plain(amount, scale.decimals, locale);
}

/** Room that the ticks take at the left of an upright value axis. */
export function tickRoom(scale: Scale, locale: Frame['locale']): number {
  const print = tick(scale, locale);
  return (
    Math.ceil(widest([print(scale.min), print(scale.max), print(scale.min + scale.interval)], SIZE)) + 14
  );
}

export function valueAxis(scale: Scale, locale: Frame['locale'], more: Record<string, unknown> = {}) {
  return {
    type: 'value',
    min: scale.min,
    max: scale.max,
    interval: scale.interval,
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { show: true, lineStyle: { color: HAIR, width: 1 } },
    axisLabel: type({ color: QUIET, formatter: tick(scale, locale) }),
    nameTextStyle: type({ color: QUIET }),
    silent: true,
    ...more,
  };
}

/** Name of an upright value axis, set above its ticks and starting at the picture's edge. */
export function nameAbove(name: string, room: number): Record<string, unknown> {
  return {
    name,
    nameGap: 12,
    nameLocation: 'end',
    nameTextStyle: type({ color: QUIET, align: 'left', padding: [0, 0, 0, 4 - room] }),
  };
}

export function categoryAxis(labels: string[], more: Record<string, unknown> = {}) {
  return {
    type: 'category',
    data: labels,
    axisTick: { show: false },
    axisLine: { show: true, lineStyle: { color: RULE, width: 1 } },
    axisLabel: type({ interval: 0, hideOverlap: false, lineHeight: 15 }),
    silent: true,
    ...more,
  };
}

/** A plotting area at fixed distances, so that pixels can be computed here. */
export function area(left: number, right: number, top: number, bottom: number) {
  return { left, right, top, bottom, outerBoundsMode: 'none', containLabel: false };
}

/** The line at zero, drawn over the grid. */
export function zeroLine(axis: 'xAxis' | 'yAxis'): Record<string, unknown> {
  return {
    symbol: 'none',
    silent: true,
    label: { show: false },
    lineStyle: { color: INK, width: 1, type: 'solid' },
    data: [{ [axis]: 0 }],
  };
}

/** Row names at the left of lying bars: wrapped, and the room that they take. */
export function rowNames(
  names: string[],
  limit: number,
  most: number,
): { labels: string[]; room: number; deepest: number } {
  const wrapped = names.map((name) => wrap(name, limit, most, SIZE));
  return {
    labels: wrapped.map((lines) => lines.join('\n')),
    room: Math.ceil(widest(wrapped.flat(), SIZE)) + 14,
    deepest: wrapped.reduce((most, lines) => Math.max(most, lines.length), 1),
  };
}
