// The charting library, cut down to what the pages draw; loaded only with a picture that needs it.
import { BarChart, CustomChart, LineChart, ScatterChart } from 'echarts/charts';
import {
  AriaComponent,
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TooltipComponent,
} from 'echarts/components';
import { init, use, type ECharts, type EChartsCoreOption } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';
import { classes, type } from './palette';

use([
  AriaComponent,
  BarChart,
  CustomChart,
  GridComponent,
  LabelLayout,
  LegendComponent,
  LineChart,
  MarkAreaComponent,
  MarkLineComponent,
  ScatterChart,
  SVGRenderer,
  TooltipComponent,
]);

export type Option = EChartsCoreOption;
export type Picked = { seriesIndex?: number; dataIndex: number; name: string; data: unknown };

/** A picture in `place` that follows the size of its box. */
export function draw(place: HTMLElement, onpick?: (picked: Picked) => void): { set: (option: Option) => void; end: () => void } {
  const chart: ECharts = init(place, null, { renderer: 'svg' });
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const watch = new ResizeObserver(() => chart.resize());
  watch.observe(place);
  if (onpick) chart.on('click', (event) => onpick(event as unknown as Picked));
  return {
    set: (option) =>
      chart.setOption({ color: [...classes], textStyle: type, animation: !calm, animationDuration: 120, ...option }, true),
    end: () => {
      watch.disconnect();
      chart.dispose();
    },
  };
}
