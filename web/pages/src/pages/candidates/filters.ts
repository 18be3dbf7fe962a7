// The filters of the list of candidates, as they stand in the address.
import { param, text, type Param } from '../../state/param';
import type { CandidateRow } from './candidate_row';

export type FilterName = 'family' | 'sponsor' | 'standing' | 'verdict' | 'evidence';

export const filterParams: Record<FilterName, Param<string>> = {
  family: param('family', text()),
  sponsor: param('sponsor', text()),
  standing: param('standing', text()),
  verdict: param('verdict', text()),
  evidence: param('evidence', text()),
};

/** What a candidate says to a filter. */
export const answers: Record<FilterName, (row: CandidateRow) => string> = {
  family: (row) => row.investment.technology_family ?? '',
  sponsor: (row) => row.investment.sponsor ?? '',
  standing: (row) => row.standing ?? '',
  verdict: (row) => row.verdict ?? '',
  evidence: (row) => row.evidence ?? '',
};

const names = Object.keys(filterParams) as FilterName[];

/** The candidates that are as every filter that is set says. */
export function passing(rows: CandidateRow[]): CandidateRow[] {
  const set = names.map((name) => ({ of: answers[name], value: filterParams[name].value })).filter(({ value }) => value !== '');
  return set.length === 0 ? rows : rows.filter((row) => set.every(({ of, value }) => of(row) === value));
}

/** The fields of the address that set no filter. */
export function noFilters(): Record<string, string | null> {
  return Object.assign({}, ...names.map((name) => filterParams[name].field(''))) as Record<string, string | null>;
}

/** Whether any filter is set. */
export function isFiltered(): boolean {
  return names.some((name) => filterParams[name].value !== '');
}
