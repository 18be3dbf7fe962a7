// Yearly spending as stacked columns, with each limit as a bar across the column of the years it holds in.
import type { Drawing, Frame, Series } from '../frame';
import {
  area,
  barStyle,
  categoryAxis,
  classStyle,
  INK,
  legend,
  nameAbove,
  PAPER,
  QUIET,
  SIZE,
  tickRoom,
  type,
  valueAxis,
  WIDTH,
} from '../house';
import { plain } from '../number';
import { scale } from '../scale';
import { clean, oneLine, textWidth, widest } from '../text';

interface BudgetByYear {
  frame: Frame;
  years: string[];
  spending: Series[];
  limits: { name: string; amounts: (number | null)[] }[];
  totalLabel: string;
}

const PLOT = 250;
const RIGHT = 16;
const MARK = 'path://M0,0H24V3.5H0Z';
const DOUBLE_MARK = 'path://M0,0H24V1.5H0ZM0,4H24V5.5H0Z';

function mark(index: number): string {
  return index % 2 === 0 ? MARK : DOUBLE_MARK;
}

/** White on a plain bar; on a pattern, dark on a white ground. */
function onBar(index: number): Record<string, unknown> {
  return classStyle(index).decal
    ? type({ backgroundColor: PAPER, padding: [2, 4], borderRadius: 2 })
    : type({ color: PAPER });
}

export function budgetByYear(chart: BudgetByYear): Drawing {
  const { frame, years, spending, limits } = chart;
  const print = (amount: number) => plain(amount, frame.decimals, frame.locale);
  const totals = years.map((_, year) => spending.reduce((sum, { amounts }) => sum + amounts[year], 0));
  const caps = limits.flatMap(({ amounts }) => amounts.filter((amount): amount is number => amount !== null));
  const axis = scale([...totals, ...caps].map((amount) => amount * 1.06));
  const left = Math.max(tickRoom(axis, frame.locale), 40);
  const band = (WIDTH - left - RIGHT) / years.length;
  const thick = Math.min(band * 0.5, 96);
  const pixels = (amount: number) => (amount / (axis.max - axis.min)) * PLOT;
  const entries = [
    ...spending.map(({ name }) => ({ name: oneLine(name, 360, SIZE) })),
    ...limits.map(({ name }, index) => ({ name: oneLine(name, 360, SIZE), icon: mark(index) })),
  ];
  const key = legend(entries);
  const top = key.height + 30;
  const crowded = widest(caps.map(print), SIZE, true) + 8 > band;
  const columns = spending.map(({ amounts }, index) => ({
    type: 'bar',
    name: entries[index].name,
    stack: 'spending',
    barWidth: thick,
    silent: true,
    itemStyle: barStyle(index),
    data: amounts.map((amount) => ({
      value: amount,
      label: {
        show: Math.abs(pixels(amount)) >= 17 && textWidth(print(amount), SIZE) + 6 < thick,
        formatter: () => print(amount),
        ...onBar(index),
      },
    })),
  }));
  const marks = limits.map(({ amounts }, index) => ({
    type: 'scatter',
    name: entries[spending.length + index].name,
    symbol: mark(index),
    symbolSize: [Math.min(band * 0.72, 138), index % 2 === 0 ? 3.5 : 5.5],
    silent: true,
    z: 4,
    itemStyle: { color: INK, opacity: 1 },
    label: {
      show: true,
      position: 'top',
      distance: 3,
      formatter: ({ dataIndex }: { dataIndex: number }) => print(amounts[dataIndex] ?? 0),
      ...type({ fontWeight: 'bold', backgroundColor: PAPER, padding: [1, 3] }),
    },
    // What repeats the year before need not be printed again where there is little room.
    data: amounts.map((amount, year) => ({
      value: amount ?? '-',
      label: { show: !crowded || year === 0 || amount !== amounts[year - 1] },
    })),
  }));
  const heading = clean(chart.totalLabel);
  const between =
    widest(
      totals.map((total) => `${heading} ${print(total)}`),
      SIZE,
    ) >
    band - 4
      ? '\n'
      : ' ';
  const foot = between === ' ' ? 48 : 65;
  return {
    height: top + PLOT + foot,
    option: {
      legend: key.legend,
      grid: area(left, RIGHT, top, foot),
      xAxis: categoryAxis(
        years.map((year, index) => `${clean(year)}\n${heading}${between}${print(totals[index])}`),
        {
          axisLabel: type({
            interval: 0,
            lineHeight: 17,
            color: QUIET,
            width: band - 4,
            overflow: 'truncate',
          }),
        },
      ),
      yAxis: valueAxis(axis, frame.locale, nameAbove(clean(frame.unit), left)),
      series: [...columns, ...marks],
    },
  };
}
