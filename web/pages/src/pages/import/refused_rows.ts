// The refused rows as the service hands them back, cell by cell, so that a finding stands beside its cell.
import type { Finding, ImportResult } from '../../api/schema';

/** The cells of CSV text, with quotation marks taken off. */
export function cellsOf(text: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  const source = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  for (let at = 0; at < source.length; at += 1) {
    const sign = source[at];
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (source[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (sign === '"') isQuoted = true;
    else if (sign === delimiter || sign === '\n') {
      row.push(cell);
      cell = '';
      if (sign === '\n') {
        rows.push(row);
        row = [];
      }
    } else cell += sign;
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell]);
  return rows;
}

const DELIMITERS = [';', ',', '\t', '|'];

export interface RefusedRow {
  headings: string[];
  cells: string[];
}

/** The rows that errors keep out, in the order of the file. */
function refusedNumbers(findings: Finding[]): number[] {
  const numbers = findings.filter((one) => one.severity === 'error' && one.row !== null).map((one) => one.row ?? 0);
  return [...new Set(numbers)].sort((a, b) => a - b);
}

/** The cells of each refused row by its number; none when it cannot be told which row is which. */
export function refusedByRow(text: string, result: ImportResult): Map<number, RefusedRow> {
  const found = new Map<number, RefusedRow>();
  const start = text.slice(0, text.indexOf('\n'));
  const delimiter = DELIMITERS.toSorted((a, b) => start.split(b).length - start.split(a).length)[0] ?? ';';
  const [headings, ...rows] = cellsOf(text, delimiter);
  const numbers = refusedNumbers(result.findings);
  if (result.sheets.length !== 1 || headings === undefined || rows.length !== numbers.length) return found;
  rows.forEach((cells, at) => found.set(numbers[at] ?? 0, { headings: headings.slice(0, -1), cells: cells.slice(0, headings.length - 1) }));
  return found;
}
