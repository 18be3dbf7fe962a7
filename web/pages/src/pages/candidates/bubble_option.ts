// The picture of cost and value, as the charting library takes it.
import type { Option } from '../../charts/echart';
import { hair, ink, out, quiet, rule } from '../../charts/palette';
import type { Words } from '../../words/candidates.en';
import { amount, real } from '../../words/number';
import { nameOf } from '../../words/text';
import type { CandidateRow } from './candidate_row';

const LABELS_AT_MOST = 60;
const SMALLEST = 10;
const LARGEST = 44;

interface Look {
  w: Words['bubbles'];
  currency: string;
  picked: string | null;
  isNarrow: boolean;
}

/** Area goes with coverage, so that twice as much looks twice as large. */
function sizeOf(row: CandidateRow, most: number): number {
  const share = Math.max(0, row.scores?.coverage.cx_points ?? 0) / Math.max(most, Number.EPSILON);
  return SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(share);
}

function bubble(row: CandidateRow, most: number, look: Look) {
  const isPicked = row.id === look.picked;
  const isIn = row.standing === 'in';
  return {
    name: row.id,
    value: [real(row.case?.pv_cost), real(row.case?.pv_benefit)],
    symbolSize: sizeOf(row, most),
    itemStyle: {
      color: isIn ? 'rgba(11, 92, 99, 0.72)' : 'rgba(255, 255, 255, 0.7)',
      borderColor: isPicked ? ink : isIn ? '#ffffff' : out,
      borderWidth: isPicked ? 3 : 1.5,
    },
    label: isPicked && !look.isNarrow ? { show: true, fontWeight: 600 as const, formatter: nameOf(row.investment), color: ink } : undefined,
    tooltip: {
      formatter: `${row.id} ${nameOf(row.investment)}\n${look.w.fact({
        cost: amount(row.case?.pv_cost, look.currency),
        benefit: amount(row.case?.pv_benefit, look.currency),
        npv: amount(row.case?.npv, look.currency),
        coverage: String(Math.round((row.scores?.coverage.cx_points ?? 0) * 10) / 10),
      })}`,
    },
  };
}

function axis(name: string, currency: string) {
  return {
    type: 'value' as const,
    name,
    nameLocation: 'middle' as const,
    min: 0,
    axisLine: { show: true, lineStyle: { color: rule } },
    splitLine: { lineStyle: { color: hair } },
    axisLabel: { color: quiet, formatter: (value: number) => amount(value, currency), hideOverlap: true },
    nameTextStyle: { color: quiet },
  };
}

/** Bubbles of candidates with a case: cost to the right, benefit upwards, the line where both are equal. */
export function bubbleOption(rows: CandidateRow[], look: Look): Option {
  const most = Math.max(...rows.map((row) => row.scores?.coverage.cx_points ?? 0), 0);
  // Small ones are drawn last, so that no bubble hides another.
  const inOrder = rows.toSorted((a, b) => sizeOf(b, most) - sizeOf(a, most));
  const right = Math.max(...rows.map((row) => real(row.case?.pv_cost)), 1);
  const top = Math.max(...rows.map((row) => real(row.case?.pv_benefit)), 1);
  const end = Math.min(right, top);
  const hasLabels = rows.length <= LABELS_AT_MOST && !look.isNarrow;
  return {
    grid: { left: look.isNarrow ? 52 : 70, right: 20, top: 16, bottom: 48 },
    tooltip: { renderMode: 'richText', confine: true, textStyle: { fontSize: 12 } },
    xAxis: { ...axis(look.w.cost, look.currency), nameGap: 30 },
    yAxis: { ...axis(look.w.benefit, look.currency), nameGap: look.isNarrow ? 42 : 56, name: look.isNarrow ? '' : look.w.benefit },
    series: [
      {
        type: 'line',
        silent: true,
        symbol: 'none',
        data: [[0, 0], [end, end]],
        lineStyle: { color: rule, type: 'dashed', width: 1.5 },
        endLabel: { show: true, formatter: look.w.even, color: quiet, offset: [-70, -4] },
      },
      {
        type: 'scatter',
        data: inOrder.map((row) => bubble(row, most, look)),
        label: { show: hasLabels, formatter: '{b}', position: 'right', distance: 3, color: ink, fontSize: 11 },
        labelLayout: { hideOverlap: true },
        emphasis: { scale: false },
      },
    ],
  };
}
