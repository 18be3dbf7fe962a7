// Control totals as a grid: a line for each kind and department, a column for each year.
import type { ImportTotal } from '../../api/schema';
import { sum } from '../../words/number';

export interface TotalLine {
  kind: string;
  department: string;
  /** By the years of the grid. */
  amounts: string[];
  missing: number;
}

export interface TotalGrid {
  years: string[];
  /** One for each kind, over all departments. */
  kinds: TotalLine[];
  lines: TotalLine[];
}

function yearOf(total: ImportTotal): string {
  return total.calendar_year === null ? `y${total.year}` : String(total.calendar_year);
}

function line(kind: string, department: string, of: ImportTotal[], years: string[]): TotalLine {
  return {
    kind,
    department,
    amounts: years.map((year) => sum(of.filter((one) => yearOf(one) === year).map((one) => one.amount))),
    missing: of.reduce((count, one) => count + one.missing, 0),
  };
}

/** The totals as the controller ties them to the ledger. */
export function totalGrid(totals: ImportTotal[]): TotalGrid {
  const years = [...new Set(totals.toSorted((a, b) => a.year - b.year).map(yearOf))];
  const kinds = [...new Set(totals.map((one) => one.kind))];
  const ofKind = (kind: string) => totals.filter((one) => one.kind === kind);
  const departments = (kind: string) => [...new Set(ofKind(kind).map((one) => one.department))];
  return {
    years,
    kinds: kinds.map((kind) => line(kind, '', ofKind(kind), years)),
    lines: kinds.flatMap((kind) =>
      departments(kind).map((name) => line(kind, name, ofKind(kind).filter((one) => one.department === name), years)),
    ),
  };
}
