// Years as they are read: `1 year`, `2.4 years`, `1 an`, `2,4 ans`.
import { language } from './language.svelte';
import { plain, real, type Numeric } from './number';
import { form } from './plural';

/** A stretch of years with at most one decimal. */
export function yearsOf(value: Numeric): string {
  const shown = Math.round(real(value) * 10) / 10;
  const word = language.now === 'fr' ? form('fr', shown, 'an', 'ans') : form('en', shown, 'year', 'years');
  return `${plain(value, 1)} ${word}`;
}
