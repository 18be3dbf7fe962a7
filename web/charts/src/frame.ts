// What every chart is told besides its own figures, and what every kind hands back.
import type { EChartsCoreOption } from 'echarts/core';

export interface Frame {
  /** Prefix of every id inside the SVG; unique in the page. */
  id: string;
  /** Read aloud as the name of the picture. */
  title: string;
  /** Read aloud as its description. */
  description: string;
  locale: 'fr' | 'en';
  /** Text of the unit of all amounts, such as "M€"; may be empty. */
  unit: string;
  /** Digits after the decimal sign of the printed amounts. */
  decimals: number;
}

/** One named row of amounts. */
export interface Series {
  name: string;
  amounts: number[];
}

export interface Drawing {
  option: EChartsCoreOption;
  height: number;
}
