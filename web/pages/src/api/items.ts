// The rows of a dossier: whole tables to read, single rows to write.
import { addressOf, change, etagOf, forgetReadings, read } from './client';
import { once } from './run_cache';
import type { At } from './runs';
import type { Dossier, Settings, Written } from './schema';
import type { Table, TableRows } from './tables';

const LONGEST_PAGE = 1000;

interface Page<T> {
  items: T[];
  next: string | null;
  revision: number;
}

async function pages<T>(at: At, table: Table, signal: AbortSignal): Promise<T[]> {
  const rows: T[] = [];
  let cursor: string | null = null;
  do {
    const address: string = addressOf(['dossiers', at.dossier, table], { limit: LONGEST_PAGE, cursor });
    // A table of one page is short, if nothing long was read before.
    const page: Page<T> = await read<Page<T>>(address, signal, { size: cursor === null ? 'any' : 'long' });
    rows.push(...page.items);
    cursor = page.next;
  } while (cursor !== null);
  return rows;
}

/** Every row of a table, as the dossier is at this revision (the newest one). */
export function rows<T extends Table>(at: At, table: T, signal?: AbortSignal): Promise<TableRows[T][]> {
  const key = JSON.stringify([at.dossier, at.revision, 'rows', table]);
  return once(key, (_, stop) => pages<TableRows[T]>(at, table, stop), signal);
}

/** Every row of a table by its `id`. */
export async function byId<T extends Table>(
  at: At,
  table: T,
  signal?: AbortSignal,
): Promise<Map<string, TableRows[T]>> {
  const all = await rows(at, table, signal);
  return new Map(all.map((row) => ['id' in row ? String(row.id) : row.key, row]));
}

/** The settings of a dossier: years, budgets, rates, evidence scale. */
export function settings(at: At, signal?: AbortSignal): Promise<Settings> {
  const key = JSON.stringify([at.dossier, at.revision, 'settings']);
  return once(key, (_, stop) => read<Settings>(addressOf(['dossiers', at.dossier, 'settings']), stop), signal);
}

async function written<T>(address: string, method: 'PATCH' | 'PUT' | 'DELETE', body?: unknown): Promise<T> {
  // What is replaced must have been read: the ETag says which state that was.
  if (etagOf(address) === '*' && method !== 'PUT') await read<unknown>(address);
  const headers: Record<string, string> = { 'If-Match': etagOf(address) };
  const answer = await change<T>(address, { method, body, headers });
  forgetReadings();
  return answer;
}

/** Changes fields of a row; null takes a field away. */
export function patchRow<T extends Table>(
  dossier: string,
  table: T,
  key: string,
  fields: { [F in keyof TableRows[T]]?: TableRows[T][F] | null },
): Promise<TableRows[T]> {
  return written(addressOf(['dossiers', dossier, table, key]), 'PATCH', fields);
}

/** Takes a row away. */
export function removeRow(dossier: string, table: Table, key: string): Promise<unknown> {
  return written(addressOf(['dossiers', dossier, table, key]), 'DELETE');
}

/** The tag of a dossier for If-Match, when it still is at revision `seen`; else one that is refused as changed since. */
export async function tagAt(dossier: string, seen: number): Promise<string> {
  const address = addressOf(['dossiers', dossier]);
  const head = await read<Dossier>(address);
  return head.revision === seen ? etagOf(address) : `"r${seen}"`;
}

/** Puts rows in, or merges them with those that are there; all or none. Refused when the dossier was changed since `at`. */
export async function mergeRows<T extends Table>(
  at: At,
  table: T,
  items: Partial<TableRows[T]>[],
): Promise<Written> {
  const headers = { 'If-Match': await tagAt(at.dossier, at.revision) };
  const address = addressOf(['dossiers', at.dossier, table]);
  const answer = await change<Written>(address, { method: 'POST', body: { items }, headers });
  forgetReadings();
  return answer;
}

/** Changes settings; null takes away. */
export function patchSettings(dossier: string, fields: Record<string, unknown>): Promise<Settings> {
  return written(addressOf(['dossiers', dossier, 'settings']), 'PATCH', fields);
}
