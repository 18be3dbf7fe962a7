// The one door: `renderChart(kind, json)` gives the SVG text of a chart.
import './shim';
import { BarChart, HeatmapChart, LineChart, RadarChart, ScatterChart } from 'echarts/charts';
import {
  GridComponent,
  LegendPlainComponent,
  MarkLineComponent,
  RadarComponent,
  VisualMapPiecewiseComponent,
} from 'echarts/components';
import { init, setPlatformAPI, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { Drawing, Frame } from './frame';
import { FONT, INK, WIDTH } from './house';
import { budgetByYear } from './kinds/budget-by-year';
import { capacityByYear } from './kinds/capacity-by-year';
import { costAgainstValue } from './kinds/cost-against-value';
import { cumulativeCash } from './kinds/cumulative-cash';
import { momentHeatmap } from './kinds/moment-heatmap';
import { obsessionProfile } from './kinds/obsession-profile';
import { ranking } from './kinds/ranking';
import { waterfall } from './kinds/waterfall';
import { dress } from './svg';
import { measureText } from './text';

use([
  BarChart,
  GridComponent,
  HeatmapChart,
  LegendPlainComponent,
  LineChart,
  MarkLineComponent,
  RadarChart,
  RadarComponent,
  SVGRenderer,
  ScatterChart,
  VisualMapPiecewiseComponent,
]);
setPlatformAPI({ measureText: measureText as (text: string, font?: string) => TextMetrics });

interface SvgPainter {
  renderToString(options: { cssAnimation: boolean; cssEmphasis: boolean }): string;
}

// Each kind reads the shape that the Rust type of the same name writes.
const KINDS = new Map<string, (chart: never) => Drawing>([
  ['budgetByYear', budgetByYear],
  ['capacityByYear', capacityByYear],
  ['costAgainstValue', costAgainstValue],
  ['cumulativeCash', cumulativeCash],
  ['momentHeatmap', momentHeatmap],
  ['obsessionProfile', obsessionProfile],
  ['ranking', ranking],
  ['waterfall', waterfall],
]);

function renderChart(kind: string, json: string): string {
  const drawer = KINDS.get(kind);
  if (!drawer) throw new Error(`no chart of kind ${kind}`);
  const data = JSON.parse(json) as { frame: Frame };
  const { option, height } = drawer(data as never);
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height });
  chart.setOption({
    animation: false,
    backgroundColor: 'transparent',
    textStyle: { fontFamily: FONT, color: INK },
    ...option,
  });
  // What `chart.renderToSVGString()` calls, here without the style sheet for hovering that it would add.
  const painter = chart.getZr().painter as unknown as SvgPainter;
  const svg = painter.renderToString({ cssAnimation: false, cssEmphasis: false });
  chart.dispose();
  return dress(svg, data.frame, WIDTH, height);
}

(globalThis as unknown as { renderChart: typeof renderChart }).renderChart = renderChart;
