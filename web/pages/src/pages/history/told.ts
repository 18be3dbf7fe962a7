// A change of a row in words: what the row is called, what its fields are, and values as people write them.
import type { Investment } from '../../api/schema';
import { amount, exact, percent, plain } from '../../words/number';
import { closedWord } from '../../words/kinds';
import { fieldWord, tableWord } from '../../words/fields';
import { period } from '../../words/date';
import { nameOf, textOf } from '../../words/text';
import type { FieldChange } from './difference';

/** What a log or a comparison needs to know of the dossier. */
export interface Told {
  investments: Map<string, Investment>;
  baseYear: number;
  currency: string;
  yes: string;
  no: string;
}

const MONEY = /_eur(_|$)|^amount_y\d|^price$/;
const SHARE =
  /^(annual_churn|contribution_rate|digital_share|failure_rate|p_leave_if_bad|p_reduce_if_bad|reduce_share|p_lost_sale_if_bad|rate|stock_decay|sponsor_engagement|data_portability|min_share|share_step|probability|cost_impact|benefit_impact|reliability|discount_rate|ramp_y\d+)$/;
const WHETHER = /^(mandatory|legacy|silo|visible_to_customer|carries_over|active)$/;
/** Numbers that are names: years and keys. */
const NAME = /^(base_year|id|key|external_id)$|_id$/;
const NUMBER = /^-?\d+(\.\d+)?$/;

/** `Cloud CRM`, `Cloud CRM · core · B01-core-build`. */
export function nameTold(key: string, row: Record<string, unknown> | null, of: Told): string {
  const own = ['name', 'statement', 'risk', 'question'].map((field) => textOf(row, field)).find((text) => text !== '');
  if (own !== undefined) return own;
  const [first = '', ...rest] = key.split('~');
  const investment = of.investments.get(first);
  return [investment ? nameOf(investment, first) : first, ...rest].join(' · ');
}

/** `Investment Cloud CRM`; the settings have no name. */
export function rowTold(table: string, key: string, row: Record<string, unknown> | null, of: Told): string {
  return table === 'workspace' ? tableWord(table) : `${tableWord(table)} ${nameTold(key, row, of)}`;
}

export function fieldTold(field: string, of: Told): string {
  return fieldWord(field, (code) => period(code, of.baseYear));
}

function valueTold(field: string, value: string, of: Told): string {
  if (MONEY.test(field) && NUMBER.test(value)) return amount(value, of.currency);
  if (SHARE.test(field) && NUMBER.test(value)) return percent(value, 2);
  if (WHETHER.test(field)) return value === '1' || value === 'true' ? of.yes : value === '0' || value === 'false' ? of.no : value;
  return NUMBER.test(value) && !NAME.test(field) ? plain(value, 6) : closedWord(value);
}

/** The value before and after; amounts in full where they would read the same. */
export function valuesTold({ field, before, after }: FieldChange, of: Told): [string, string] {
  const short: [string, string] = [valueTold(field, before, of), valueTold(field, after, of)];
  if (short[0] !== short[1] || before === after) return short;
  return MONEY.test(field) ? [exact(before, of.currency), exact(after, of.currency)] : [before, after];
}

/** The table and key of the row that a note names: `investments/B01`; null where it is about something else. */
export function rowOf(action: string, note: string): { table: string; key: string } | null {
  const [, table, key] = (/^item_/.test(action) && /^([a-z_]+)\/(.+)$/.exec(note)) || [];
  return table && key ? { table, key } : null;
}

/** A note in words: the row that it names, else as it is. */
export function noteTold(action: string, note: string, row: Record<string, unknown> | null, of: Told): string {
  const named = rowOf(action, note);
  return named === null ? note : rowTold(named.table, named.key, row, of);
}
