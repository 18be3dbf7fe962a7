// The sentence of a verdict without the name before it, where the name stands above anyway.
import type { ExplainedInvestment } from '../../api/schema';
import { textOf } from '../../words/text';

/** `B01 Cloud CRM: not justified now: ..` without `B01 Cloud CRM: `. */
export function sentenceOf(one: ExplainedInvestment, name: string): string {
  const whole = textOf(one, 'text');
  const start = `${one.id} ${name}`;
  return whole.startsWith(start) ? whole.slice(start.length).replace(/^\s?:\s/, '') : whole;
}
