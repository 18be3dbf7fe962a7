// What can be set on the desk, how it stands in the address, and what the service is asked for it.
import type { LeastOf, Lock, TriedChange } from '../../api/schema';
import type { RequestOf } from '../../api/run_kinds';
import { choice, list, named, real, text, type Kind } from '../../state/param';
import { floors, locks, tried } from './desk_kinds';

export interface Desk {
  scenario: string;
  /** Share of all budgets, 1 as they are. */
  share: number;
  /** Budgets of single years, in full. */
  budget: Record<string, string>;
  /** As the interface writes it; empty is net present value. */
  aim: string;
  model: 'full' | 'additive';
  /** Empty: as the dossier plans. */
  starts: '' | 'fixed' | 'free';
  locks: Lock[];
  floors: LeastOf[];
  /** Rules that are not to hold. */
  without: string[];
  /** Numbers of the dossier changed for a try, such as by a repair. */
  tried: TriedChange[];
}

/** Amounts by name: what is no amount of money, or less than nothing, is as if nobody had written it. */
function amounts(): Kind<Record<string, string>> {
  const pairs = named();
  const parse = (value: string) =>
    Object.fromEntries(Object.entries(pairs.parse(value) ?? {}).filter(([, amount]) => /^\d+(\.\d+)?$/.test(amount)));
  return { ...pairs, parse };
}

/** A share of what there is. */
function share(): Kind<number> {
  const kind = real(1);
  const parse = (value: string) => {
    const given = kind.parse(value);
    return given === null || given < 0 ? null : given;
  };
  return { ...kind, parse };
}

const kinds: { [F in keyof Desk]: Kind<Desk[F]> } = {
  scenario: text(),
  share: share(),
  budget: amounts(),
  aim: text(),
  model: choice(['full', 'additive'], 'full'),
  starts: choice(['', 'fixed', 'free'], ''),
  locks: locks(),
  floors: floors(),
  without: list(),
  tried: tried(),
};

function one<F extends keyof Desk>(query: URLSearchParams, field: F): Desk[F] {
  const given = query.get(field);
  return given === null ? kinds[field].fallback : (kinds[field].parse(given) ?? kinds[field].fallback);
}

/** The desk as a query says it; other fields of the query do not matter. */
export function readDesk(query: URLSearchParams): Desk {
  return {
    scenario: one(query, 'scenario'),
    share: one(query, 'share'),
    budget: one(query, 'budget'),
    aim: one(query, 'aim'),
    model: one(query, 'model'),
    starts: one(query, 'starts'),
    locks: one(query, 'locks'),
    floors: one(query, 'floors'),
    without: one(query, 'without'),
    tried: one(query, 'tried'),
  };
}

function field<F extends keyof Desk>(name: F, value: Desk[F]): string | null {
  const written = kinds[name].write(value);
  return written === kinds[name].write(kinds[name].fallback) ? null : written;
}

/** Fields of the desk as `address.change` takes them. */
export function fieldsOf(desk: Partial<Desk>): Record<string, string | null> {
  const names = Object.keys(desk) as (keyof Desk)[];
  return Object.fromEntries(names.map((name) => [name, field(name, desk[name] as never)]));
}

/** The desk as one text, for a field of the address that names another desk. */
export function textOf(desk: Desk): string {
  const set = Object.entries(fieldsOf(desk)).filter((pair): pair is [string, string] => pair[1] !== null);
  return new URLSearchParams(set).toString();
}

/** The desk on which nothing was moved. */
export const untouched: Desk = readDesk(new URLSearchParams());

/**
 * What the service is asked; a field that was not moved is left out, so that equal desks ask equal questions.
 * `gap` is how far from the best plan the answer may be, 0 for the best.
 */
export function requestOf(desk: Desk, gap: number): RequestOf<'choose'> {
  const asked: RequestOf<'choose'> = gap === 0 ? {} : { gap };
  if (desk.scenario !== '') asked.scenario = desk.scenario;
  if (desk.aim !== '') asked.aim = desk.aim;
  if (desk.model !== 'full') asked.value_model = desk.model;
  if (desk.starts !== '') asked.starts = desk.starts;
  if (desk.locks.length > 0) asked.locks = desk.locks;
  if (desk.floors.length > 0) asked.floors = desk.floors;
  if (desk.without.length > 0) asked.without = desk.without;
  const overrides = [...shared(desk), ...desk.tried];
  const hasBudgets = Object.keys(desk.budget).length > 0;
  if (overrides.length > 0 || hasBudgets) {
    asked.what_if = { ...(overrides.length > 0 ? { overrides } : {}), ...(hasBudgets ? { budgets: desk.budget } : {}) };
  }
  return asked;
}

function shared(desk: Desk): TriedChange[] {
  if (desk.share === 1) return [];
  return [{ target: 'budget', filter: '*', field: 'amount', operation: 'mul', operand: String(desk.share) }];
}

/** What business cases depend on: the scenario and tried changes of anything but limits. */
export function caseRequestOf(desk: Desk): RequestOf<'appraise'> {
  const overrides = desk.tried.filter((change) => change.target !== 'budget' && change.target !== 'run_rate_cap');
  return {
    ...(desk.scenario === '' ? {} : { scenario: desk.scenario }),
    ...(overrides.length === 0 ? {} : { what_if: { overrides } }),
  };
}
