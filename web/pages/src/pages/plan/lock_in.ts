// How tied a plan is: contracts, vendors, the cost of leaving and how far data can be taken along; shown columns added up.
import type { Investment, Plan, VariantScores } from '../../api/schema';
import { real, sum } from '../../words/number';
import type { Facts } from './facts';

export interface LockIn {
  /** Stated costs of leaving, all contracts. */
  exit: string;
  /** The same with running costs that are committed to on the first day; null where one is withheld. */
  exposure: string | null;
  vendors: number;
  /** The vendor that would be the dearest to leave. */
  largest: { vendor: string; exit: string } | null;
  longest: { investment: string; years: number } | null;
  leastPortable: { investment: string; share: number } | null;
}

/** Whether leaving it would cost anything or break a contract. */
export function isTied(one: Investment): boolean {
  return (one.contract_years ?? 0) > 0 || real(one.exit_cost_eur) > 0;
}

function largestOf(tied: Investment[]): LockIn['largest'] {
  const byVendor = new Map<string, string>();
  for (const one of tied) byVendor.set(one.vendor ?? '', sum([byVendor.get(one.vendor ?? ''), one.exit_cost_eur]));
  const [first] = [...byVendor].sort((a, b) => real(b[1]) - real(a[1]));
  return first ? { vendor: first[0], exit: first[1] } : null;
}

export function lockInOf(plan: Plan, facts: Facts, scores: VariantScores[]): LockIn {
  const funded = plan.portfolio.flatMap((choice) => facts.investments.get(choice.investment) ?? []);
  const tied = funded.filter(isTied);
  const exposures = plan.portfolio.map(
    (choice) => scores.find((one) => one.investment === choice.investment && one.variant === choice.variant)?.profile.exit_exposure?.total ?? null,
  );
  const [longest] = [...tied].sort((a, b) => (b.contract_years ?? 0) - (a.contract_years ?? 0));
  const stated = funded.filter((one) => one.data_portability !== undefined);
  const [least] = stated.sort((a, b) => (a.data_portability ?? 0) - (b.data_portability ?? 0));
  return {
    exit: sum(tied.map((one) => one.exit_cost_eur)),
    exposure: exposures.includes(null) ? null : sum(exposures),
    vendors: new Set(tied.map((one) => one.vendor ?? '')).size,
    largest: largestOf(tied),
    longest: longest ? { investment: longest.id, years: longest.contract_years ?? 0 } : null,
    leastPortable: least ? { investment: least.id, share: least.data_portability ?? 0 } : null,
  };
}
