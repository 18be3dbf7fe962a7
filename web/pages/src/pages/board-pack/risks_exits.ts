// Which risks and exits belong to what is funded.
import type { ExitExposure, Risk } from '../../api/schema';
import { real } from '../../words/number';
import type { Pack } from './pack';

/** Risks of what is funded, the likeliest first. */
export function fundedRisks(of: Pack): Risk[] {
  const funded = new Set(of.plan.portfolio.map((choice) => choice.investment));
  return of.risks
    .filter((risk) => funded.has(risk.investment_id ?? ''))
    .toSorted((a, b) => (b.probability ?? 0) - (a.probability ?? 0));
}

export interface SharedRisk {
  text: string;
  risks: Risk[];
}

/** Risks that are called the same told once, with every investment that runs them; the order stays. */
export function sameRisks(risks: Risk[], nameOf: (risk: Risk) => string): SharedRisk[] {
  const found = new Map<string, SharedRisk>();
  for (const risk of risks) {
    const shared = found.get(nameOf(risk)) ?? { text: nameOf(risk), risks: [] };
    shared.risks.push(risk);
    found.set(nameOf(risk), shared);
  }
  return [...found.values()];
}

export interface FundedExit {
  investment: string;
  exposure: ExitExposure;
}

/** What leaving the vendor of each funded variant would cost, the most first. */
export function fundedExits(of: Pack): FundedExit[] {
  return of.plan.portfolio
    .flatMap((choice) => {
      const found = of.scores.options.find((one) => one.investment === choice.investment && one.variant === choice.variant);
      const exposure = found?.profile.exit_exposure;
      return exposure && real(exposure.total) > 0 ? [{ investment: choice.investment, exposure }] : [];
    })
    .sort((a, b) => real(b.exposure.total) - real(a.exposure.total));
}
