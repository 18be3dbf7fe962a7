// Four axes from 0 to 10; each profile has its own line, mark and colour, and its figures stand at the axis.
import type { Drawing, Frame, Series } from '../frame';
import { BAD, GOOD, INK, legend, QUIET, RULE, SIZE, type, WIDTH } from '../house';
import { plain } from '../number';
import { oneLine, wrap } from '../text';

interface ObsessionProfile {
  frame: Frame;
  axes: string[];
  profiles: Series[];
}

/** The legend's mark repeats the line: whole, dashed or dotted. */
const LOOKS: { color: string; line: string | number[]; mark: string; icon: string }[] = [
  {
    color: INK,
    line: 'solid',
    mark: 'circle',
    icon: 'path://M0,5H28V7H0ZM18,6A4,4,0,1,1,10,6A4,4,0,1,1,18,6Z',
  },
  {
    color: GOOD,
    line: [7, 4],
    mark: 'diamond',
    icon: 'path://M0,5H7V7H0ZM21,5H28V7H21ZM14,0L20,6L14,12L8,6Z',
  },
  {
    color: BAD,
    line: [2, 3],
    mark: 'triangle',
    icon: 'path://M0,5H2V7H0ZM4,5H6V7H4ZM22,5H24V7H22ZM26,5H28V7H26ZM14,0L20,11H8Z',
  },
];
const RADIUS = 135;

export function obsessionProfile(chart: ObsessionProfile): Drawing {
  const { frame, axes, profiles } = chart;
  const look = (index: number) => LOOKS[index % LOOKS.length];
  const entries = profiles.map(({ name }, index) => ({
    name: oneLine(name, 360, SIZE),
    icon: look(index).icon,
  }));
  const key = legend(entries, 28);
  const figures = (axis: number) =>
    profiles.map(({ amounts }) => plain(amounts[axis], frame.decimals, frame.locale)).join(' → ');
  // The names at the sides have only what the figure leaves beside it.
  const names = axes.map((name, axis) =>
    wrap(name, axis % 2 === 0 ? 420 : WIDTH / 2 - RADIUS - 24, 3, SIZE, true),
  );
  const above = (names[0].length + 1) * 17 + 16;
  const below = (names[2].length + 1) * 17 + 16;
  return {
    height: key.height + above + 2 * RADIUS + below,
    option: {
      legend: key.legend,
      radar: {
        shape: 'polygon',
        center: [WIDTH / 2, key.height + above + RADIUS],
        radius: RADIUS,
        splitNumber: 5,
        axisName: type({ lineHeight: 17, fontWeight: 'bold' }),
        axisNameGap: 9,
        axisLine: { lineStyle: { color: RULE } },
        splitLine: { lineStyle: { color: '#cdd2d9' } },
        splitArea: { show: false },
        indicator: names.map((lines, axis) => ({
          name: `${lines.join('\n')}\n${figures(axis)}`,
          min: 0,
          max: 10,
          axisLabel: type({
            show: axis === 0,
            fontSize: 10,
            color: QUIET,
            formatter: (at: number) => (at > 0 ? String(at) : ''),
          }),
        })),
        silent: true,
      },
      series: [
        {
          type: 'radar',
          silent: true,
          data: profiles.map(({ amounts }, index) => ({
            name: entries[index].name,
            value: amounts,
            symbol: look(index).mark,
            symbolSize: 9,
            lineStyle: { color: look(index).color, width: 2.5, type: look(index).line },
            itemStyle: { color: look(index).color },
            areaStyle: { color: look(index).color, opacity: 0.05 },
          })),
        },
      ],
    },
  };
}
