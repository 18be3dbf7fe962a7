// Persona by moment, the number printed in every cell; what does not apply is hatched and holds a dash.
import type { Drawing, Frame } from '../frame';
import { area, categoryAxis, INK, PAPER, QUIET, rowNames, SIZE, type, WIDTH } from '../house';
import { plain } from '../number';
import { clean, oneLine, textWidth, widest, wrap } from '../text';

interface MomentHeatmap {
  frame: Frame;
  personas: string[];
  moments: string[];
  /** One row per moment, one cell per persona. */
  cells: (number | null)[][];
  /** Ends of the colour scale: the same for two pictures that are compared. */
  low: number;
  high: number;
  emptyLabel: string;
}

/** Light to dark in one hue: the order survives a black-and-white print. */
const STEPS = ['#e4eef7', '#cadeee', '#97c1de', '#3878a8', '#0f4470'];
const DARK_FROM = 3;
const HATCH = {
  symbol: 'rect',
  symbolSize: 1,
  rotation: -Math.PI / 4,
  dashArrayX: [1, 0],
  dashArrayY: [1, 6],
  color: '#c3c8cf',
};
const RIGHT = 6;
const KEY_ROW = 24;

function step(amount: number, low: number, high: number): number {
  const place = Math.floor(((amount - low) / (high - low || 1)) * STEPS.length);
  return Math.min(Math.max(place, 0), STEPS.length - 1);
}

export function momentHeatmap(chart: MomentHeatmap): Drawing {
  const { frame, personas, moments, cells, low, high } = chart;
  const names = rowNames(moments, 270, 3);
  const column = (WIDTH - names.room - RIGHT) / personas.length;
  const { heads, turned, top } = headings(personas, column);
  const row = Math.max(26, names.deepest * 15 + 6);
  const print = (amount: number) => plain(amount, frame.decimals, frame.locale);
  const filled: unknown[] = [];
  const empty: unknown[] = [];
  cells.forEach((line, y) =>
    line.forEach((amount, x) => {
      if (amount === null) empty.push({ value: [x, y, 0] });
      else
        filled.push({
          value: [x, y, amount],
          label: { color: step(amount, low, high) >= DARK_FROM ? PAPER : INK },
        });
    }),
  );
  const key = colourKey(chart, names.room, print, empty.length > 0);
  const cell = { type: 'heatmap', silent: true };
  const label = { show: true, ...type() };
  return {
    height: top + moments.length * row + key.height,
    option: {
      grid: area(names.room, RIGHT, top, key.height),
      xAxis: categoryAxis(heads, {
        position: 'top',
        axisLine: { show: false },
        axisLabel: type({
          interval: 0,
          hideOverlap: false,
          lineHeight: 15,
          margin: 6,
          rotate: turned ? 90 : 0,
        }),
      }),
      yAxis: categoryAxis(names.labels, { inverse: true, axisLine: { show: false } }),
      visualMap: key.visualMap,
      legend: key.legend,
      series: [
        {
          ...cell,
          itemStyle: { borderColor: PAPER, borderWidth: 1.5 },
          label: { ...label, formatter: ({ value }: { value: number[] }) => print(value[2]) },
          data: filled,
        },
        {
          ...cell,
          name: oneLine(chart.emptyLabel, 200, SIZE),
          itemStyle: { color: '#f6f7f8', decal: HATCH, borderColor: PAPER, borderWidth: 1.5 },
          label: { ...label, color: QUIET, formatter: () => '–' },
          data: empty,
        },
      ],
    },
  };
}

/** Names over the columns; turned upright where a word would have to be cut. */
function headings(names: string[], column: number): { heads: string[]; turned: boolean; top: number } {
  const turned = names.some((name) => widest(clean(name).split(' '), SIZE) > column - 8);
  const wrapped = names.map((name) =>
    turned ? wrap(name, 170, Math.floor(column / 15), SIZE) : wrap(name, column - 8, 5, SIZE),
  );
  const deepest = wrapped.reduce((most, lines) => Math.max(most, lines.length), 1);
  const top = turned ? Math.ceil(widest(wrapped.flat(), SIZE)) + 14 : deepest * 15 + 12;
  return { heads: wrapped.map((lines) => lines.join('\n')), turned, top };
}

/** The steps of the scale and, where there are such cells, the hatching; in two rows when one is too short. */
function colourKey(
  chart: MomentHeatmap,
  indent: number,
  print: (amount: number) => string,
  hatched: boolean,
) {
  const { low, high, frame } = chart;
  const edge = (index: number) => low + ((high - low) * index) / STEPS.length;
  const unit = clean(frame.unit);
  const texts = STEPS.map(
    (_, index) =>
      `${print(edge(index))} – ${print(edge(index + 1))}${unit && index === STEPS.length - 1 ? '\u00a0' + unit : ''}`,
  );
  const icon = 20;
  const gap = 12;
  const wide = texts.reduce((sum, text) => sum + icon + 10 + textWidth(text, SIZE) + gap, 0);
  const name = oneLine(chart.emptyLabel, 200, SIZE);
  const hatchWide = hatched ? icon + 12 + textWidth(name, SIZE) + gap : 0;
  const left = Math.max(4, Math.min(indent, WIDTH - wide - hatchWide - 8));
  const twoRows = hatched && left + wide + hatchWide > WIDTH - 4;
  const visualMap = {
    type: 'piecewise',
    seriesIndex: 0,
    dimension: 2,
    orient: 'horizontal',
    left,
    bottom: twoRows ? KEY_ROW + 3 : 3,
    padding: 2,
    itemWidth: icon,
    itemHeight: 12,
    itemGap: gap,
    itemSymbol: 'rect',
    selectedMode: false,
    hoverLink: false,
    showLabel: true,
    textStyle: type({ color: QUIET }),
    // The outermost steps also hold what lies beyond the ends.
    pieces: STEPS.map((color, index) => ({
      gte: index === 0 ? undefined : edge(index),
      lt: index === STEPS.length - 1 ? undefined : edge(index + 1),
      color,
      label: texts[index],
    })),
  };
  const legend = hatched
    ? {
        data: [{ name, icon: 'rect' }],
        left: twoRows ? left : left + wide,
        bottom: 1,
        padding: 4,
        itemWidth: icon,
        itemHeight: 12,
        selectedMode: false,
        silent: true,
        textStyle: type({ color: QUIET }),
      }
    : undefined;
  return { visualMap, legend, height: (twoRows ? 2 : 1) * KEY_ROW + 14 };
}
