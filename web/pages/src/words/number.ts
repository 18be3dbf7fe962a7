// How numbers are written: short for reading, exact on demand, as intervals where they are uncertain.
import { language } from './language.svelte';

/** Decimal text of the service, or a real number; null where there is none. */
export type Numeric = string | number | null | undefined;

const NONE = '–';
const MINUS = '\u2212';
const formats = new Map<string, Intl.NumberFormat>();

function format(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = language.numbers + JSON.stringify(options);
  let made = formats.get(key);
  if (!made) {
    // Less than half a digit below nothing is nothing.
    made = new Intl.NumberFormat(language.numbers, { signDisplay: 'negative', ...options });
    formats.set(key, made);
  }
  return made;
}

/** Thousands are k in both languages, as the service writes them in its sentences. */
function short(part: Intl.NumberFormatPart): string {
  if (part.type === 'minusSign') return MINUS;
  return part.type === 'compact' && part.value === 'K' ? 'k' : part.value;
}

/** Decimal text goes to the format as it is, so that no digit is lost on the way. */
function written(form: Intl.NumberFormat, value: string | number): string {
  return form.format(value as number | `${number}`).replace('-', MINUS);
}

function isNone(value: Numeric): value is null | undefined {
  return value === null || value === undefined || value === '';
}

/** As a real number, for lengths, colours and sorting only; nothing is 0. */
export function real(value: Numeric): number {
  return isNone(value) ? 0 : Number(value);
}

/** Money for reading: `€23.9M`, `€523k`, `23,9 M€`. `signed` shows a plus too, for differences. */
export function amount(value: Numeric, currency: string, options: { signed?: boolean; digits?: number } = {}): string {
  if (isNone(value)) return NONE;
  const form = format({
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    notation: 'compact',
    maximumSignificantDigits: options.digits ?? 3,
    signDisplay: options.signed ? 'exceptZero' : 'negative',
  });
  const parts = form.formatToParts(value as number | `${number}`);
  return parts
    .filter((part, at) => !(part.type === 'literal' && parts[at - 1]?.type === 'compact'))
    .map(short)
    .join('');
}

/** Money to the cent as the service gave it, for detail views and titles. */
export function exact(value: Numeric, currency: string): string {
  if (isNone(value)) return NONE;
  return written(format({ style: 'currency', currency, currencyDisplay: 'narrowSymbol' }), value);
}

/** A fraction as per cent: 0.496 is `50%`. */
export function percent(value: Numeric, digits = 0): string {
  if (isNone(value)) return NONE;
  return written(format({ style: 'percent', maximumFractionDigits: digits }), value);
}

/** Points of a scale, days, customers: plain numbers with at most `digits` decimals. */
export function plain(value: Numeric, digits = 0): string {
  if (isNone(value)) return NONE;
  return written(format({ maximumFractionDigits: digits }), value);
}

/** Points of a scale with always the same number of decimals, so that columns line up. */
export function points(value: Numeric, digits = 1): string {
  if (isNone(value)) return NONE;
  return written(format({ minimumFractionDigits: digits, maximumFractionDigits: digits }), value);
}

/** A difference with its sign, also when it is a gain. */
export function signed(value: Numeric, digits = 1): string {
  if (isNone(value)) return NONE;
  return written(
    format({ minimumFractionDigits: digits, maximumFractionDigits: digits, signDisplay: 'exceptZero' }),
    value,
  );
}

/** Large counts for reading: `1.2M`, `260k`, `260 k`. */
export function count(value: Numeric): string {
  if (isNone(value)) return NONE;
  const form = format({ notation: 'compact', maximumSignificantDigits: 3 });
  return form.formatToParts(value as number | `${number}`).map(short).join('');
}

/** Years, as a number with one decimal: `2.4`. */
export function years(value: Numeric): string {
  return points(value, 1);
}

/** From one end to the other, in words of the reader: `€12M to €24M`, `de 12 M€ à 24 M€`. */
export function interval(low: string, high: string): string {
  return language.now === 'fr' ? `de ${low} à ${high}` : `${low} to ${high}`;
}

/** Decimal texts added up exactly to six decimals, for totals of shown columns. */
export function sum(values: Numeric[]): string {
  const scale = 1_000_000n;
  let total = 0n;
  for (const value of values) {
    if (isNone(value)) continue;
    const text = String(value);
    const minus = text.startsWith('-');
    const [whole = '0', part = ''] = text.replace('-', '').split('.');
    const units = BigInt(whole) * scale + BigInt(part.slice(0, 6).padEnd(6, '0'));
    total += minus ? -units : units;
  }
  const size = total < 0n ? -total : total;
  return `${total < 0n ? '-' : ''}${size / scale}.${String(size % scale).padStart(6, '0')}`;
}

/** One decimal text less another, exactly. */
export function difference(from: Numeric, less: Numeric): string {
  const text = isNone(less) ? '0' : String(less);
  return sum([from, text.startsWith('-') ? text.slice(1) : `-${text}`]);
}
