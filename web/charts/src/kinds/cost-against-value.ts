// What each candidate costs and what it is worth; its standing is told by shape and filling as well as by colour.
import type { Drawing, Frame } from '../frame';
import {
  area,
  BAD,
  GOOD,
  INK,
  legend,
  nameAbove,
  PAPER,
  QUIET,
  RULE,
  SIZE,
  tickRoom,
  type,
  valueAxis,
  WIDTH,
  zeroLine,
} from '../house';
import { place, type Place } from '../place';
import { scale } from '../scale';
import { clean, oneLine } from '../text';

type Standing = 'chosen' | 'leftOut' | 'mandatory';

interface Point {
  id: string;
  cost: number;
  value: number;
  standing: Standing;
}

interface CostAgainstValue {
  frame: Frame;
  points: Point[];
  costLabel: string;
  valueLabel: string;
  chosenLabel: string;
  leftOutLabel: string;
  mandatoryLabel: string;
}

const PLOT = 380;
const RIGHT = 24;
const SMALL = 11;
const LOOKS: Record<Standing, { symbol: string; size: number; itemStyle: Record<string, unknown> }> = {
  chosen: {
    symbol: 'circle',
    size: 11,
    itemStyle: { color: GOOD, borderColor: PAPER, borderWidth: 1, opacity: 1 },
  },
  mandatory: {
    symbol: 'rect',
    size: 10,
    itemStyle: { color: INK, borderColor: PAPER, borderWidth: 1, opacity: 1 },
  },
  leftOut: {
    symbol: 'diamond',
    size: 11,
    itemStyle: { color: PAPER, borderColor: BAD, borderWidth: 1.8, opacity: 1 },
  },
};

export function costAgainstValue(chart: CostAgainstValue): Drawing {
  const { frame } = chart;
  const across = scale(
    chart.points.map(({ cost }) => cost * 1.05),
    7,
  );
  const upward = scale(
    chart.points.map(({ value }) => value * 1.08),
    6,
  );
  const left = Math.max(tickRoom(upward, frame.locale), 40);
  const width = WIDTH - left - RIGHT;
  const perX = width / (across.max - across.min);
  const perY = PLOT / (upward.max - upward.min);
  const standings = (Object.keys(LOOKS) as Standing[]).filter((one) =>
    chart.points.some(({ standing }) => standing === one),
  );
  // In this order they choose their labels' places, so what was decided for is named first.
  const points = standings.flatMap((one) => chart.points.filter(({ standing }) => standing === one));
  const zero = {
    left: -across.min * perX,
    right: width,
    top: upward.max * perY - 1,
    bottom: upward.max * perY + 1,
  };
  const spots = points.map(({ id, cost, value }) => ({
    x: (cost - across.min) * perX,
    y: (upward.max - value) * perY,
    text: clean(id),
  }));
  const places = place(spots, SMALL, width, PLOT, [zero]);
  const name = { chosen: chart.chosenLabel, mandatory: chart.mandatoryLabel, leftOut: chart.leftOutLabel };
  const entry = (standing: Standing) => ({
    name: oneLine(name[standing], 300, SIZE),
    icon: LOOKS[standing].symbol,
  });
  const key = legend(standings.map(entry), 12);
  const top = key.height + 30;
  const unit = clean(frame.unit);
  const withUnit = (label: string) => (unit ? `${clean(label)} (${unit})` : clean(label));
  return {
    height: top + PLOT + 52,
    option: {
      legend: key.legend,
      grid: area(left, RIGHT, top, 52),
      xAxis: valueAxis(across, frame.locale, {
        name: withUnit(chart.costLabel),
        nameLocation: 'middle',
        nameGap: 30,
        axisLine: { show: true, onZero: false, lineStyle: { color: RULE } },
      }),
      yAxis: valueAxis(upward, frame.locale, nameAbove(withUnit(chart.valueLabel), left)),
      series: [
        threads(points, places, perX, perY),
        ...[...standings].reverse().map((standing, layer) => ({
          type: 'scatter',
          name: entry(standing).name,
          silent: true,
          symbol: LOOKS[standing].symbol,
          symbolSize: LOOKS[standing].size,
          itemStyle: LOOKS[standing].itemStyle,
          z: 3 + layer,
          data: points.flatMap((point, at) =>
            point.standing === standing
              ? [{ value: [point.cost, point.value], label: tag(point, places[at]) }]
              : [],
          ),
          markLine: layer === 0 ? zeroLine('yAxis') : undefined,
        })),
      ],
    },
  };
}

function tag({ id, standing }: Point, at: Place | undefined): Record<string, unknown> {
  if (!at) return { show: false };
  const half = LOOKS[standing].size / 2;
  const chosen = standing !== 'leftOut';
  return {
    show: true,
    // Counted from the upper left corner of the mark.
    position: [half + at.dx, half + at.dy],
    align: 'center',
    verticalAlign: 'middle',
    formatter: () => clean(id),
    ...type({ fontSize: SMALL, color: chosen ? INK : QUIET, fontWeight: chosen ? 'bold' : 'normal' }),
  };
}

/** Thin threads from the labels that had to stand off to their points. */
function threads(
  points: Point[],
  places: (Place | undefined)[],
  perX: number,
  perY: number,
): Record<string, unknown> {
  const data = points.flatMap(({ cost, value }, at) => {
    const thread = places[at]?.thread;
    return thread
      ? [[{ coord: [cost, value] }, { coord: [cost + thread.dx / perX, value - thread.dy / perY] }]]
      : [];
  });
  const markLine = {
    silent: true,
    symbol: 'none',
    z: 2,
    // Positions are given to the pixel: no rounding of the data they are written in.
    precision: 20,
    label: { show: false },
    lineStyle: { color: RULE, width: 0.8, type: 'solid' },
    data,
  };
  return { type: 'scatter', silent: true, data: [], markLine };
}
