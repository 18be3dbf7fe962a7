// Costs down, benefits up, and the line of what has been gained or lost so far.
import type { Drawing, Frame } from '../frame';
import {
  area,
  barStyle,
  categoryAxis,
  INK,
  legend,
  nameAbove,
  PAPER,
  SIZE,
  tickRoom,
  type,
  valueAxis,
  WIDTH,
  zeroLine,
} from '../house';
import { plain } from '../number';
import { scale } from '../scale';
import { clean, oneLine, widest } from '../text';

interface CumulativeCash {
  frame: Frame;
  years: string[];
  /** Costs are given as they are booked, above zero; the picture turns them down. */
  costs: number[];
  benefits: number[];
  cumulative: number[];
  costLabel: string;
  benefitLabel: string;
  cumulativeLabel: string;
}

const PLOT = 290;
const RIGHT = 16;

export function cumulativeCash(chart: CumulativeCash): Drawing {
  const { frame, years, costs, benefits, cumulative } = chart;
  const print = (amount: number) => plain(amount, frame.decimals, frame.locale);
  const axis = scale(
    [...costs.map((cost) => -cost), ...benefits, ...cumulative].map((amount) => amount * 1.08),
    6,
  );
  const left = Math.max(tickRoom(axis, frame.locale), 40);
  const band = (WIDTH - left - RIGHT) / years.length;
  const [costName, benefitName, lineName] = [chart.costLabel, chart.benefitLabel, chart.cumulativeLabel].map(
    (name) => oneLine(name, 360, SIZE),
  );
  const key = legend([{ name: benefitName }, { name: costName }, { name: lineName, icon: 'line' }]);
  const top = key.height + 30;
  const crowded = widest(cumulative.map(print), SIZE, true) + 8 > band;
  const column = (name: string, style: number, data: number[]) => ({
    type: 'bar',
    name,
    stack: 'cash',
    barWidth: Math.min(band * 0.44, 70),
    silent: true,
    itemStyle: barStyle(style),
    data,
  });
  const line = {
    type: 'line',
    name: lineName,
    silent: true,
    symbol: 'circle',
    symbolSize: 8,
    z: 5,
    lineStyle: { color: INK, width: 2.5 },
    itemStyle: { color: PAPER, borderColor: INK, borderWidth: 2 },
    data: cumulative.map((amount, year) => ({
      value: amount,
      label: {
        show: !crowded || tells(cumulative, year),
        position: rises(cumulative, year) ? 'top' : 'bottom',
        distance: 7,
        formatter: () => print(amount),
        ...type({ fontWeight: 'bold', backgroundColor: PAPER, padding: [1, 3], borderRadius: 2 }),
      },
    })),
    markLine: zeroLine('yAxis'),
  };
  return {
    height: top + PLOT + 34,
    option: {
      legend: key.legend,
      grid: area(left, RIGHT, top, 34),
      xAxis: categoryAxis(years.map(clean), {
        axisLine: { show: false, onZero: false },
        axisLabel: type({ interval: 0, hideOverlap: false, width: band - 4, overflow: 'truncate' }),
      }),
      yAxis: valueAxis(axis, frame.locale, nameAbove(clean(frame.unit), left)),
      series: [
        column(benefitName, 0, benefits),
        column(
          costName,
          1,
          costs.map((cost) => -cost),
        ),
        line,
      ],
    },
  };
}

/** Where there is no room for every figure: the first, the last, the lowest and the highest. */
function tells(amounts: number[], at: number): boolean {
  const ends = [
    0,
    amounts.length - 1,
    amounts.indexOf(Math.min(...amounts)),
    amounts.indexOf(Math.max(...amounts)),
  ];
  return ends.includes(at);
}

/** A label stands on the side where the line bends away: above a crest, below a trough. */
function rises(amounts: number[], at: number): boolean {
  const before = amounts[at - 1] ?? amounts[at];
  const after = amounts[at + 1] ?? amounts[at];
  return amounts[at] * 2 >= before + after;
}
