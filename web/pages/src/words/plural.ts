// One or many, as each language counts: French says one for zero too.
import type { Language } from './language.svelte';
import { plain } from './number';

/** `plural('en', 3, 'persona', 'personas')` is `3 personas`. */
export function plural(language: Language, n: number, one: string, many: string): string {
  return `${plain(n)} ${form(language, n, one, many)}`;
}

const rules: Record<Language, Intl.PluralRules> = { en: new Intl.PluralRules('en'), fr: new Intl.PluralRules('fr') };

/** Only the word. */
export function form(language: Language, n: number, one: string, many: string): string {
  return rules[language].select(n) === 'one' ? one : many;
}
