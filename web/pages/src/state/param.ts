// Fields of the view in the address, with a type each: read them, set them, make links of them.
import { address, hrefHere } from './address.svelte';

/** How a value stands in the address; the fallback stands there as nothing. */
export interface Kind<T> {
  fallback: T;
  parse: (text: string) => T | null;
  write: (value: T) => string;
}

export interface Param<T> {
  readonly value: T;
  /** Goes to the view with this value; `replace` makes no step in the history. */
  set: (value: T, replace?: boolean) => void;
  /** The address of the view with this value. */
  href: (value: T) => string;
  /** The field as `address.change` takes it, to change several at once. */
  field: (value: T) => Record<string, string | null>;
}

/** Any text. */
export function text(fallback = ''): Kind<string> {
  return { fallback, parse: (value) => value, write: (value) => value };
}

/** A number. */
export function real(fallback: number): Kind<number> {
  const parse = (value: string) => (value !== '' && Number.isFinite(Number(value)) ? Number(value) : null);
  return { fallback, parse, write: String };
}

/** Yes or no. */
export function flag(fallback = false): Kind<boolean> {
  return { fallback, parse: (value) => value === '1', write: (value) => (value ? '1' : '0') };
}

/** One of several words. */
export function choice<const V extends string>(values: readonly V[], fallback: V): Kind<V> {
  return { fallback, parse: (value) => values.find((known) => known === value) ?? null, write: (value) => value };
}

/** Several words. */
export function list(): Kind<string[]> {
  return {
    fallback: [],
    parse: (value) => value.split(',').filter((part) => part !== ''),
    write: (value) => value.join(','),
  };
}

/** Values by name: budgets `y0:8000000,y1:7000000`, weights, floors. */
export function named(): Kind<Record<string, string>> {
  return {
    fallback: {},
    parse: (value) => {
      const pairs = value.split(',').map((part) => part.split(/:(.*)/s).slice(0, 2));
      return Object.fromEntries(pairs.filter((pair): pair is [string, string] => pair.length === 2 && pair[0] !== ''));
    },
    write: (value) =>
      Object.entries(value)
        .map(([name, of]) => `${name}:${of}`)
        .join(','),
  };
}

/** A field of the view. */
export function param<T>(name: string, kind: Kind<T>): Param<T> {
  const none = kind.write(kind.fallback);
  const field = (value: T): Record<string, string | null> => {
    const written = kind.write(value);
    return { [name]: written === none ? null : written };
  };
  return {
    get value() {
      const given = address.query.get(name);
      return given === null ? kind.fallback : (kind.parse(given) ?? kind.fallback);
    },
    set: (value, replace = false) => address.change(field(value), replace),
    href: (value) => hrefHere(field(value)),
    field,
  };
}
