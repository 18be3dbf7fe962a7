// Which decisions are close, which studies look at them, and which risks and exits belong to what is funded.
import type { ExplainedInvestment, ExitExposure, Risk, Study } from '../../api/schema';
import { real } from '../../words/number';
import type { Pack } from './pack';

/** The change of gains at which a decision turns round; the smaller, the closer it is. */
export function marginOf(one: ExplainedInvestment | undefined): number | null {
  const factor = one?.changes.find((change) => change.kind === 'effect')?.factor;
  return factor === null || factor === undefined ? null : Math.abs(factor - 1);
}

export interface StudyOfDecision {
  study: Study;
  about: ExplainedInvestment[];
  margin: number;
}

/** Studies that look at a decision that could turn round, the closest decision first. */
export function closestStudies(of: Pack): StudyOfDecision[] {
  const told = new Map(of.why.investments.map((one) => [one.id, one]));
  return of.studies
    .map((study) => {
      const about = (study.target_investments ?? []).flatMap((id) => told.get(id) ?? []);
      const margins = about.map(marginOf).filter((margin) => margin !== null);
      return { study, about, margin: margins.length === 0 ? Infinity : Math.min(...margins) };
    })
    .filter((one) => one.margin < Infinity)
    .sort((a, b) => a.margin - b.margin);
}

/** Risks of what is funded, the likeliest first. */
export function fundedRisks(of: Pack): Risk[] {
  const funded = new Set(of.plan.portfolio.map((choice) => choice.investment));
  return of.risks
    .filter((risk) => funded.has(risk.investment_id ?? ''))
    .toSorted((a, b) => (b.probability ?? 0) - (a.probability ?? 0));
}

export interface SharedRisk {
  risk: Risk;
  investments: string[];
}

/** Risks that read the same told once, with every investment that runs them; the order stays. */
export function sameRisks(risks: Risk[], readingOf: (risk: Risk) => string): SharedRisk[] {
  const found = new Map<string, SharedRisk>();
  for (const risk of risks) {
    const shared = found.get(readingOf(risk)) ?? { risk, investments: [] };
    shared.investments.push(risk.investment_id ?? '');
    found.set(readingOf(risk), shared);
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
