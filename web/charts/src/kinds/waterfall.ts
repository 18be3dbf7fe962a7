// A bridge from one total to another, each change standing on the one before it.
import type { Drawing, Frame } from '../frame';
import {
  area,
  categoryAxis,
  classStyle,
  DIAGONAL,
  INK,
  nameAbove,
  PAPER,
  RULE,
  SIZE,
  solid,
  tickRoom,
  type,
  valueAxis,
  WIDTH,
  zeroLine,
} from '../house';
import { plain, signed } from '../number';
import { scale } from '../scale';
import { clean, wrap } from '../text';

interface Waterfall {
  frame: Frame;
  steps: { name: string; amount: number; total: boolean }[];
}

const PLOT = 270;
const RIGHT = 10;
/** Width of a column as a share of its place. */
const THICK = 0.62;
const TOTAL = solid('#4a515c');
const RISE = solid(classStyle(0).fill);
const FALL = solid(classStyle(1).fill, DIAGONAL);

/** Where each column begins and ends. */
function columns(steps: Waterfall['steps']): { from: number; to: number }[] {
  let level = 0;
  return steps.map(({ amount, total }) => {
    const from = total ? 0 : level;
    level = total ? amount : level + amount;
    return { from, to: level };
  });
}

export function waterfall(chart: Waterfall): Drawing {
  const { frame, steps } = chart;
  const spans = columns(steps);
  const axis = scale(spans.flatMap(({ from, to }) => [from * 1.06, to * 1.06]));
  const left = Math.max(tickRoom(axis, frame.locale), 40);
  const band = (WIDTH - left - RIGHT) / steps.length;
  const size = band < 80 ? 10 : SIZE;
  const names = steps.map(({ name }) => wrap(name, band - 6, 6, size));
  const foot = names.reduce((most, lines) => Math.max(most, lines.length), 1) * 15 + 14;
  const top = 34;
  const part = (from: number, to: number, side: 'above' | 'below') => {
    const cut =
      side === 'above' ? (level: number) => Math.max(level, 0) : (level: number) => Math.min(level, 0);
    const [near, far] = [cut(from), cut(to)].sort((a, b) => Math.abs(a) - Math.abs(b));
    return { near, length: far - near };
  };
  const series = (['above', 'below'] as const).flatMap((side) => [
    {
      type: 'bar',
      stack: 'bridge',
      silent: true,
      barWidth: band * THICK,
      z: 3,
      itemStyle: { color: 'transparent' },
      data: spans.map(({ from, to }) => part(from, to, side).near),
    },
    {
      type: 'bar',
      stack: 'bridge',
      silent: true,
      barWidth: band * THICK,
      z: 3,
      data: spans.map(({ from, to }, at) => ({
        // A part of no height would still show its edge.
        value: part(from, to, side).length || '-',
        itemStyle: steps[at].total ? TOTAL : to >= from ? RISE : FALL,
      })),
    },
  ]);
  return {
    height: top + PLOT + foot,
    option: {
      grid: area(left, RIGHT, top, foot),
      xAxis: categoryAxis(
        names.map((lines) => lines.join('\n')),
        {
          axisLine: { show: false, onZero: false },
          axisLabel: type({ interval: 0, hideOverlap: false, lineHeight: 15, fontSize: size }),
        },
      ),
      yAxis: valueAxis(axis, frame.locale, nameAbove(clean(frame.unit), left)),
      series: [...series, figures(frame, steps, spans), joints(spans, left, band)],
    },
  };
}

/** The figures: above a column that ends upwards, below one that ends downwards. */
function figures(frame: Frame, steps: Waterfall['steps'], spans: { from: number; to: number }[]) {
  return {
    type: 'scatter',
    silent: true,
    symbolSize: 0.01,
    z: 6,
    itemStyle: { color: 'transparent', opacity: 1 },
    data: spans.map(({ from, to }, at) => ({
      value: to,
      label: {
        show: true,
        position: to >= from ? 'top' : 'bottom',
        distance: 4,
        formatter: () =>
          steps[at].total
            ? plain(steps[at].amount, frame.decimals, frame.locale)
            : signed(steps[at].amount, frame.decimals, frame.locale),
        ...type({ fontWeight: 'bold', backgroundColor: PAPER, padding: [1, 3], color: INK }),
      },
    })),
    markLine: zeroLine('yAxis'),
  };
}

/** Thin lines from the edge of one column to the edge of the next. */
function joints(spans: { from: number; to: number }[], left: number, band: number) {
  const edge = (at: number, side: number) => left + (at + 0.5 + (side * THICK) / 2) * band;
  return {
    type: 'scatter',
    silent: true,
    data: [],
    z: 2,
    markLine: {
      z: 2,
      silent: true,
      symbol: 'none',
      label: { show: false },
      lineStyle: { color: RULE, width: 1, type: 'solid' },
      data: spans.slice(0, -1).map(({ to }, at) => [
        { coord: [at, to], x: edge(at, 1) },
        { coord: [at + 1, to], x: edge(at + 1, -1) },
      ]),
    },
  };
}
