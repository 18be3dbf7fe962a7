// Which studies come before a decision of the plan, and which could bring in a candidate that is outside.
import { closestStudies, marginOf, type StudyOfDecision } from '../../parts/closest_studies';
import { STUDIES_AT_MOST } from './limits';
import type { Pack } from './pack';

export interface PackStudies {
  /** Of something that is in the plan: it is started once they are done. */
  first: StudyOfDecision[];
  /** What waits for them. */
  waiting: string[];
  /** Of candidates only that are not in the plan. */
  further: StudyOfDecision[];
  /** Those candidates. */
  candidates: string[];
}

/** What a study could turn round: what a rule holds in the plan it could not, whatever it brings. */
function turnable(one: StudyOfDecision, isInPlan: boolean): string[] {
  return one.about.filter((told) => told.in_plan === isInPlan && told.imposed_by.length === 0 && marginOf(told) !== null).map((told) => told.id);
}

/** The studies of the closest decisions, apart by what they decide. */
export function packStudies(of: Pack): PackStudies {
  const closest = closestStudies(of.studies, of.why?.investments ?? []);
  const all = closest.filter((one) => one.about.some((told) => told.imposed_by.length === 0)).slice(0, STUDIES_AT_MOST);
  const first = all.filter((one) => turnable(one, true).length > 0);
  const further = all.filter((one) => !first.includes(one));
  return {
    first,
    waiting: [...new Set(first.flatMap((one) => turnable(one, true)))],
    further,
    candidates: [...new Set(further.flatMap((one) => turnable(one, false)))],
  };
}
