// What a figure of the plan is made of: the share of every candidate in it, and what they bring together.
import type { Plan } from '../../api/schema';
import { difference, real } from '../../words/number';

export interface FigureLine {
  /** Null for what they bring together, and for the whole. */
  investment: string | null;
  variant: string;
  cost: string | null;
  gain: string;
  net: string;
}

/** Present values, the candidate that adds most first. */
export function npvLines(plan: Plan): FigureLine[] {
  return plan.funded
    .map((one) => ({ investment: one.investment, variant: one.variant, cost: one.pv_cost, gain: one.pv_benefit, net: one.npv }))
    .sort((a, b) => real(b.net) - real(a.net));
}

/** Amounts of one year, the dearest candidate first; without those that neither cost nor bring anything then. */
export function yearLines(plan: Plan, year: number): FigureLine[] {
  return plan.funded
    .map((one) => {
      const [cost, gain] = [one.cost[year] ?? '0', one.benefit[year] ?? '0'];
      return { investment: one.investment, variant: one.variant, cost, gain, net: difference(gain, cost) };
    })
    .filter((line) => real(line.cost) !== 0 || real(line.gain) !== 0)
    .sort((a, b) => real(b.cost) - real(a.cost) || real(b.gain) - real(a.gain));
}

/** What they bring together beyond each alone; null where that is nothing. `year` is null for present values. */
export function togetherLine(plan: Plan, year: number | null): FigureLine | null {
  const gain = year === null ? plan.interplay?.pv_benefit : plan.interplay?.benefit[year];
  if (gain === undefined || real(gain) === 0) return null;
  return { investment: null, variant: '', cost: null, gain, net: gain };
}

/** The whole plan. */
export function planLine(plan: Plan, year: number | null): FigureLine {
  const cost = (year === null ? plan.pv_cost : plan.cost[year]) ?? '0';
  const gain = (year === null ? plan.pv_benefit : plan.benefit[year]) ?? '0';
  return { investment: null, variant: '', cost, gain, net: year === null ? (plan.npv ?? '0') : difference(gain, cost) };
}
