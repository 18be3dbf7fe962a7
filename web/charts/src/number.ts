// Numbers as people write them. Written out here because small JavaScript engines have no Intl.
import type { Frame } from './frame';

const NARROW_SPACE = '\u202f';
const MINUS = '\u2212';

/** `decimals` digits; French: narrow no-break space and comma; English: comma and point. */
export function plain(amount: number, decimals: number, locale: Frame['locale']): string {
  const [whole, fraction] = Math.abs(amount).toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, locale === 'fr' ? NARROW_SPACE : ',');
  const digits = fraction ? grouped + (locale === 'fr' ? ',' : '.') + fraction : grouped;
  // What rounds to nothing has no sign.
  return amount < 0 && /[1-9]/.test(digits) ? MINUS + digits : digits;
}

/** The same with a plus sign before what is above zero. */
export function signed(amount: number, decimals: number, locale: Frame['locale']): string {
  const digits = plain(amount, decimals, locale);
  return amount > 0 && /[1-9]/.test(digits) ? '+' + digits : digits;
}

/** A percentage; French sets a space before the sign. */
export function percent(amount: number, decimals: number, locale: Frame['locale']): string {
  return plain(amount, decimals, locale) + (locale === 'fr' ? NARROW_SPACE : '') + '%';
}
