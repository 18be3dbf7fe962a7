// What differs between two revisions, as rows of a table: one for each field that is not the same.
import type { ItemVersion } from '../../api/schema';

export interface FieldChange {
  table: string;
  row: string;
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

function fields(version: ItemVersion): FieldChange[] {
  const before = (version.before ?? {}) as Record<string, unknown>;
  const after = (version.after ?? {}) as Record<string, unknown>;
  const kind = version.before === null ? 'added' : version.after === null ? 'removed' : 'changed';
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names
    .map((field) => ({
      table: version.table,
      row: named(version),
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
