// Which decisions are close, and which studies look at them.
import type { ExplainedInvestment, Study } from '../api/schema';

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
export function closestStudies(studies: Study[], explained: ExplainedInvestment[]): StudyOfDecision[] {
  const told = new Map(explained.map((one) => [one.id, one]));
  return studies
    .map((study) => {
      const about = (study.target_investments ?? []).flatMap((id) => told.get(id) ?? []);
      const margins = about.map(marginOf).filter((margin) => margin !== null);
      return { study, about, margin: margins.length === 0 ? Infinity : Math.min(...margins) };
    })
    .filter((one) => one.margin < Infinity)
    .sort((a, b) => a.margin - b.margin);
}
