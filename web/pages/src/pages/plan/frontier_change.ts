// What changes from one point of the frontier to another, in words, read upwards or downwards.
import { period } from '../../words/date';
import { percent } from '../../words/number';
import { namesOf, variantName, type Facts } from './facts';

export interface PlacedChoice {
  investment: string;
  variant: string;
  begin: string;
  /** The part that is funded, at most 1. */
  share: number;
}

/** `B13:lite@y0`, `B13:lite@y1q2`, or `B13:lite@y0x0.5` where half of it is funded. */
export function choiceOf(written: string): PlacedChoice {
  const [, investment = written, variant = '', begin = '', share = '1'] = /^([^:]+):([^@]+)@(y\d+(?:[qm]\d+)?)(?:\s*x([\d.]+))?/.exec(written) ?? [];
  return { investment, variant, begin, share: Number(share) };
}

/** `B13 Mobile app` with how it moves, `Lite → Core scope`; nothing to tell but the name where it enters or leaves. */
export function changeText(change: string, facts: Facts, isDown = false): { name: string; how: string } {
  const names = namesOf(facts);
  const steps = change.split(' > ').map(choiceOf);
  if (isDown) steps.reverse();
  const [first, last] = [steps[0], steps.at(-1)];
  if (!first || !last) return { name: change, how: '' };
  const turned = (from: string, to: string) => (from === to ? '' : `${from} → ${to}`);
  const told = [
    turned(variantName(facts, first.investment, first.variant), variantName(facts, last.investment, last.variant)),
    turned(period(first.begin, names.baseYear), period(last.begin, names.baseYear)),
    turned(percent(first.share), percent(last.share)),
  ];
  return { name: names.investment(first.investment), how: told.filter((text) => text !== '').join(', ') };
}
