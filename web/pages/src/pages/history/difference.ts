// What differs between two revisions, as rows of a table: one for each field that is not the same.
import type { ItemVersion } from '../../api/schema';

export interface FieldChange {
  table: string;
  row: string;
  /** The whole row as it is, or as it was. */
  item: Record<string, unknown> | null;
  field: string;
  before: string;
  after: string;
  kind: 'added' | 'changed' | 'removed';
}

function written(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function named(version: ItemVersion): string {
  const item = (version.after ?? version.before ?? {}) as Record<string, unknown>;
  return version.key || written(item.id) || version.table;
}

/** Amounts by year as fields of their own. */
function flat(item: Record<string, unknown> | null): Record<string, unknown> {
  const pairs = Object.entries(item ?? {}).flatMap(([field, value]): [string, unknown][] => {
    const isByYear = typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).every((name) => /^y\d/.test(name));
    return isByYear ? Object.entries(value as Record<string, unknown>).map(([year, one]) => [`${field}_${year}`, one]) : [[field, value]];
  });
  return Object.fromEntries(pairs);
}

function fields(version: ItemVersion): FieldChange[] {
  const item = (version.after ?? version.before ?? null) as Record<string, unknown> | null;
  const before = flat(version.before as Record<string, unknown> | null);
  const after = flat(version.after as Record<string, unknown> | null);
  const kind = version.before === null ? 'added' : version.after === null ? 'removed' : 'changed';
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names
    .map((field) => ({
      table: version.table,
      row: named(version),
      item,
      field,
      before: written(before[field]),
      after: written(after[field]),
      kind: kind as FieldChange['kind'],
    }))
    .filter((change) => change.before !== change.after);
}

/** Every field that differs, in the order of the tables and rows. */
export function fieldChanges(versions: ItemVersion[]): FieldChange[] {
  return versions.flatMap(fields);
}
