// The columns of the list of candidates: their words, by what they are sorted, and what stands behind a figure.
import type { Column } from '../../parts/table';
import type { Words } from '../../words/candidates.en';
import { yearsOf } from '../../words/duration';
import { closedWord } from '../../words/kinds';
import { amount, exact, percent, points, real } from '../../words/number';
import { nameOf } from '../../words/text';
import type { CandidateRow } from './candidate_row';

type Key = keyof Words['columns'];

/** A figure of the case; without a case it has no place in the order. */
function ofCase<V>(row: CandidateRow, take: (of: NonNullable<CandidateRow['case']>) => V): V | null {
  return row.case === null ? null : take(row.case);
}

function money(id: 'cost' | 'npv', w: Words, currency: string): Column<CandidateRow> {
  const value = (row: CandidateRow) => ofCase(row, (one) => (id === 'cost' ? one.pv_cost : one.npv));
  return {
    id,
    label: w.columns[id],
    note: w.notes[id],
    align: 'right',
    text: (row) => (row.case === null ? w.missing[row.missing ?? 'nothing_stated'] : amount(value(row), currency)),
    title: (row) => exact(value(row), currency),
    sort: (row) => (value(row) === null ? null : real(value(row))),
  };
}

function plainText(id: Key, w: Words, text: (row: CandidateRow) => string, isWideOnly = true): Column<CandidateRow> {
  return { id, label: w.columns[id], text, sort: (row) => text(row) || null, isWideOnly };
}

/** All columns without their cells; the table adds links and marks. */
export function columnsOf(w: Words, currency: string): Column<CandidateRow>[] {
  const payback = (row: CandidateRow) => ofCase(row, (one) => one.payback.sustained);
  const roi = (row: CandidateRow) => ofCase(row, (one) => one.roi);
  return [
    {
      id: 'name',
      label: w.columns.name,
      text: (row) => `${nameOf(row.investment)} ${row.id} ${row.investment.category ?? ''} ${row.investment.vendor ?? ''}`,
      sort: (row) => nameOf(row.investment),
    },
    money('npv', w, currency),
    money('cost', w, currency),
    {
      id: 'roi',
      label: w.columns.roi,
      note: w.notes.roi,
      align: 'right',
      text: (row) => percent(roi(row)),
      sort: (row) => roi(row) ?? null,
      isWideOnly: true,
    },
    {
      id: 'payback',
      label: w.columns.payback,
      note: w.notes.payback,
      align: 'right',
      text: (row) => (row.case === null ? '–' : payback(row) === null ? w.never : yearsOf(payback(row))),
      sort: (row) => payback(row) ?? null,
      isWideOnly: true,
    },
    {
      id: 'evidence',
      label: w.columns.evidence,
      note: w.notes.evidence,
      text: (row) => row.evidence ?? '–',
      title: (row) => (row.scores?.evidence ? w.kept(percent(row.scores.evidence.kept_share)) : ''),
      sort: (row) => row.evidence,
      isWideOnly: true,
    },
    {
      id: 'coverage',
      label: w.columns.coverage,
      note: w.notes.coverage,
      align: 'right',
      text: (row) => points(row.scores?.coverage.cx_points),
      sort: (row) => row.scores?.coverage.cx_points ?? null,
      isWideOnly: true,
    },
    {
      id: 'persona',
      label: w.columns.persona,
      note: w.notes.persona,
      align: 'right',
      text: (row) => points(row.scores?.persona_impact.overall),
      sort: (row) => row.scores?.persona_impact.overall ?? null,
      isWideOnly: true,
    },
    plainText('sponsor', w, (row) => closedWord(row.investment.sponsor)),
    plainText('family', w, (row) => closedWord(row.investment.technology_family)),
  ];
}
