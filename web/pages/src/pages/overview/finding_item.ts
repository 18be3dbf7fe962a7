// Which row of the dossier a finding means, so that it is told by its name rather than by a number.
import { rows } from '../../api/items';
import type { At } from '../../api/runs';
import type { Finding } from '../../api/schema';
import type { Table } from '../../api/tables';
import { nameOf } from '../../words/text';

type Row = Record<string, unknown>;
export type Tables = Map<string, Row[]>;

/** The tables that findings mean a row of; a file that is no table has none. */
export async function tablesOf(at: At, findings: Finding[], signal: AbortSignal): Promise<Tables> {
  const names = [...new Set(findings.filter((finding) => finding.row !== null).map((finding) => finding.file))];
  const read = names.map(async (name): Promise<[string, Row[]]> => {
    const all = await rows(at, name as Table, signal).catch(() => []);
    return [name, all as unknown as Row[]];
  });
  return new Map(await Promise.all(read));
}

/** `B28 Cloud CRM`; null when the row has no name of its own, or is not surely the one that is meant. */
export function itemOf(finding: Finding, tables: Tables): string | null {
  if (finding.row === null) return null;
  const row = tables.get(finding.file)?.[finding.row - 1];
  if (row === undefined || typeof row.id !== 'string') return null;
  const cell = row[finding.column ?? ''];
  const isMeant = finding.value === null || finding.column === null || String(cell) === finding.value || Number(cell) === Number(finding.value);
  const name = nameOf(row, row.id);
  return !isMeant ? null : name === row.id ? row.id : `${row.id} ${name}`;
}

/** The line of the finding in a file of the table, whose first line has the headings. */
export function lineOf(finding: Finding): number | null {
  return finding.row === null ? null : finding.row + 1;
}
