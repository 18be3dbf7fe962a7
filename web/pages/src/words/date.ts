// How dates, times and the periods of a plan are written.
import { language } from './language.svelte';

const formats = new Map<string, Intl.DateTimeFormat>();

function format(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language.tag + JSON.stringify(options);
  const made = formats.get(key) ?? new Intl.DateTimeFormat(language.tag, options);
  formats.set(key, made);
  return made;
}

/** A day: `22 Nov 2026`. */
export function day(iso: string | null): string {
  return iso === null ? '–' : format({ day: 'numeric', month: 'short', year: 'numeric' }).format(new Date(iso));
}

/** A day with its time, to the minute. */
export function moment(iso: string | null): string {
  if (iso === null) return '–';
  return format({ day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' }).format(
    new Date(iso),
  );
}

/** How long something took, in seconds. */
export function seconds(from: string | null, to: string | null): string {
  if (from === null || to === null) return '–';
  const spent = (Date.parse(to) - Date.parse(from)) / 1000;
  const unit = new Intl.NumberFormat(language.numbers, { style: 'unit', unit: 'second', maximumFractionDigits: spent < 10 ? 2 : 0 });
  return unit.format(spent);
}

/** A period of a plan as people say it: with 2027 as first year, `y1` is `2028`, `y1q2` is `Q2 2028`. */
export function period(code: string, baseYear: number): string {
  const parts = /^y(\d+)(?:q(\d)|m(\d+))?$/.exec(code);
  if (!parts) return code;
  const year = baseYear + Number(parts[1]);
  if (parts[2]) return `${language.now === 'fr' ? 'T' : 'Q'}${parts[2]} ${year}`;
  if (parts[3]) return format({ month: 'short', year: 'numeric' }).format(new Date(year, Number(parts[3]) - 1, 1));
  return String(year);
}
