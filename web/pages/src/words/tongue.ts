// In which language a text of a dossier really stands, so that it is read out as what it is.
import { language, type Language } from './language.svelte';

/** The language of what `textOf` gives: the reader's one when it is there, else the other. */
export function tongueOf(row: object | null | undefined, field: string): Language {
  const other: Language = language.now === 'fr' ? 'en' : 'fr';
  const texts = (row ?? {}) as Record<string, unknown>;
  return !texts[`${field}_${language.now}`] && texts[`${field}_${other}`] ? other : language.now;
}
