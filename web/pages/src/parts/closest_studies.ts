// Which decisions are close, and which studies look at them.
import type { ExplainedInvestment, Study } from '../api/schema';
import { real } from '../words/number';

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

/** So many come next; they should not all ask the same people. */
const NEXT = 3;

/** The closest of the decisions that it looks at. */
function decisionOf(one: StudyOfDecision): string {
  return one.about.find((told) => marginOf(told) === one.margin)?.id ?? '';
}

/** One study of every decision first, then the second ones. */
function oneOfEach(sorted: StudyOfDecision[]): StudyOfDecision[] {
  const seen = new Set<string>();
  const isFirst = (one: StudyOfDecision) => !seen.has(decisionOf(one)) && seen.add(decisionOf(one)) !== undefined;
  const first = sorted.filter(isFirst);
  return [...first, ...sorted.filter((one) => !first.includes(one))];
}

/** Where the next ones all ask the same people, the last of them gives way to the first that asks others. */
function ofTwoPersonas(all: StudyOfDecision[]): StudyOfDecision[] {
  const asked = new Set(all.slice(0, NEXT).map((one) => one.study.persona_id));
  const other = all.slice(NEXT).find((one) => !asked.has(one.study.persona_id));
  if (asked.size > 1 || other === undefined) return all;
  const kept = all.slice(0, NEXT - 1);
  return [...kept, other, ...all.filter((one) => one !== other && !kept.includes(one))];
}

/**
 * Studies that look at a decision that could turn round: the closest decision first, of several on the same one the
 * cheapest, one for each decision, and at least two personas among the next three. What a study is worth nobody tells.
 */
export function closestStudies(studies: Study[], explained: ExplainedInvestment[]): StudyOfDecision[] {
  const told = new Map(explained.map((one) => [one.id, one]));
  const sorted = studies
    .map((study) => {
      const about = (study.target_investments ?? []).flatMap((id) => told.get(id) ?? []);
      const margins = about.map(marginOf).filter((margin) => margin !== null);
      return { study, about, margin: margins.length === 0 ? Infinity : Math.min(...margins) };
    })
    .filter((one) => one.margin < Infinity)
    .sort((a, b) => a.margin - b.margin || real(a.study.cost_eur) - real(b.study.cost_eur));
  return ofTwoPersonas(oneOfEach(sorted));
}
