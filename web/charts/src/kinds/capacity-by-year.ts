// How much of each role's time the plan uses, year by year, against the line of 100 %.
import type { Drawing, Frame } from '../frame';
import {
  area,
  categoryAxis,
  INK,
  legend,
  orderedStyle,
  PAPER,
  rowNames,
  SIZE,
  type,
  valueAxis,
} from '../house';
import { percent } from '../number';
import { scale } from '../scale';
import { oneLine } from '../text';

interface CapacityByYear {
  frame: Frame;
  roles: string[];
  /** Per year, one share in per cent for each role; null where the role has no capacity on record. */
  years: { name: string; shares: (number | null)[] }[];
}

const BAR = 14;

export function capacityByYear(chart: CapacityByYear): Drawing {
  const { frame, roles, years } = chart;
  const print = (share: number) => percent(share, frame.decimals, frame.locale);
  const shares = years.flatMap(({ shares }) => shares.filter((share): share is number => share !== null));
  const axis = scale([110, ...shares.map((share) => share * 1.08)]);
  const entries = years.map(({ name }) => ({ name: oneLine(name, 240, SIZE) }));
  const key = legend(entries);
  const names = rowNames(roles, 230, 3);
  const top = key.height + 22;
  const row = Math.max(years.length * (BAR + 1) + 12, names.deepest * 15 + 8);
  return {
    height: top + roles.length * row + 34,
    option: {
      legend: key.legend,
      grid: area(names.room, 30, top, 34),
      xAxis: valueAxis(axis, frame.locale, {
        axisLabel: type({ formatter: (share: number) => percent(share, axis.decimals, frame.locale) }),
      }),
      yAxis: categoryAxis(names.labels, { inverse: true }),
      series: years.map(({ shares }, index) => ({
        type: 'bar',
        name: entries[index].name,
        barWidth: BAR,
        barGap: '7%',
        silent: true,
        itemStyle: orderedStyle(index),
        data: shares.map((share) => ({
          value: share ?? 0,
          itemStyle:
            share === null || share === 0 ? { color: 'transparent', borderWidth: 0, decal: null } : undefined,
          label: {
            show: true,
            position: 'right',
            distance: 2,
            formatter: () => (share === null ? '–' : print(share)),
            ...type({
              fontSize: 11,
              backgroundColor: PAPER,
              padding: [0, 2],
              fontWeight: share !== null && share > 100 ? 'bold' : 'normal',
            }),
          },
        })),
        markLine: index > 0 ? undefined : fullLine(print(100)),
      })),
    },
  };
}

function fullLine(text: string): Record<string, unknown> {
  return {
    symbol: 'none',
    silent: true,
    // Behind the figures, which a bar just short of the line sets on it.
    z: 1,
    lineStyle: { color: INK, width: 1.5, type: [6, 3] },
    label: {
      show: true,
      position: 'start',
      distance: 4,
      formatter: () => text,
      ...type({ fontWeight: 'bold' }),
    },
    data: [{ xAxis: 100 }],
  };
}
