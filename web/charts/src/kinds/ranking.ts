// Lying bars from the largest to the smallest; bars of the second class carry a pattern.
import type { Drawing, Frame } from '../frame';
import {
  area,
  BAD,
  categoryAxis,
  DIAGONAL,
  GOOD,
  legend,
  rowNames,
  SIZE,
  solid,
  tick,
  type,
  valueAxis,
  WIDTH,
  zeroLine,
} from '../house';
import { plain } from '../number';
import { scale, type Scale } from '../scale';
import { clean, oneLine, widest } from '../text';

interface Ranking {
  frame: Frame;
  bars: { name: string; amount: number; second: boolean }[];
  firstLabel: string;
  secondLabel: string;
}

export function ranking(chart: Ranking): Drawing {
  const { frame } = chart;
  // Sorting keeps the given order among equals.
  const bars = [...chart.bars].sort((left, right) => right.amount - left.amount);
  const print = (amount: number) => plain(amount, frame.decimals, frame.locale);
  const classes = [chart.firstLabel, chart.secondLabel].map((name) => oneLine(name, 360, SIZE));
  const key = bars.some(({ second }) => second)
    ? legend(classes.map((name) => ({ name })))
    : { legend: undefined, height: 8 };
  const names = rowNames(
    bars.map(({ name }) => name),
    330,
    2,
  );
  const room =
    widest(
      bars.map(({ amount }) => print(amount)),
      SIZE,
    ) + 10;
  const amounts = bars.map(({ amount }) => amount);
  const right = Math.ceil(Math.max(12, room / 2 + 2));
  const axis = wideEnough(amounts, WIDTH - names.room - right, room, frame.locale);
  const row = names.deepest > 1 ? 28 : 23;
  const foot = frame.unit ? 48 : 30;
  const series = [false, true].map((second, index) => ({
    type: 'bar',
    name: classes[index],
    stack: 'ranking',
    barWidth: 15,
    silent: true,
    itemStyle: second ? solid(BAD, DIAGONAL) : solid(GOOD),
    data: bars.map((bar) =>
      bar.second === second ? { value: bar.amount, label: valueLabel(bar.amount, print) } : '-',
    ),
    markLine: index === 0 ? zeroLine('xAxis') : undefined,
  }));
  return {
    height: key.height + bars.length * row + foot,
    option: {
      legend: key.legend,
      grid: area(names.room, right, key.height, foot),
      xAxis: valueAxis(axis, frame.locale, {
        name: clean(frame.unit),
        nameLocation: 'middle',
        nameGap: 28,
      }),
      yAxis: categoryAxis(names.labels, {
        inverse: true,
        axisLine: { show: false, onZero: false },
        axisLabel: type({ interval: 0, hideOverlap: false, lineHeight: 14 }),
      }),
      series,
    },
  };
}

function valueLabel(amount: number, print: (amount: number) => string): Record<string, unknown> {
  return {
    show: true,
    position: amount < 0 ? 'left' : 'right',
    distance: 4,
    formatter: () => print(amount),
    ...type(),
  };
}

/** An axis on which the figure at the end of each bar has its place, with as many ticks as can be read. */
function wideEnough(amounts: number[], width: number, room: number, locale: Frame['locale']): Scale {
  const low = Math.min(0, ...amounts);
  const high = Math.max(0, ...amounts);
  const perPixel = (high - low || 1) / Math.max(width - room * (low < 0 && high > 0 ? 2 : 1), 50);
  const max = high > 0 || low === 0 ? high + perPixel * room : 0;
  const min = low < 0 ? low - perPixel * room : 0;
  for (let steps = 12; steps > 2; steps -= 1) {
    const tried = scale([max, min], steps);
    const print = tick(tried, locale);
    const apart = (tried.interval / (tried.max - tried.min)) * width;
    if (widest([print(tried.min), print(tried.max)], SIZE) + 14 < apart) return tried;
  }
  return scale([max, min], 2);
}
