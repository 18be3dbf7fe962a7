// Texts that a dossier keeps in both languages: the reader's one, else the other.
import { language } from './language.svelte';

type Texts = { [F in `${string}_en` | `${string}_fr`]?: string | null };

/** A French text whose signs of two parts do not begin a line. */
export function typeset(text: string): string {
  return language.now === 'fr' ? text.replaceAll(/ ([?!:;»%€])/g, '\u00a0$1').replaceAll('« ', '«\u00a0') : text;
}

/** A text of a row: `textOf(persona, 'note')` is `note_fr` or `note_en`. */
export function textOf(row: object | null | undefined, field: string): string {
  if (!row) return '';
  const texts = row as Texts;
  const [own, other] = language.now === 'fr' ? (['fr', 'en'] as const) : (['en', 'fr'] as const);
  return typeset(texts[`${field}_${own}`] ?? texts[`${field}_${other}`] ?? '');
}

/** A remark of a row: `remarkOf(risk, 'note')` is `note_fr` to a French reader where it is filled, else `note`. */
export function remarkOf(row: object | null | undefined, field: string): string {
  const texts = (row ?? {}) as Record<string, string | null | undefined>;
  return typeset((language.now === 'fr' && texts[`${field}_fr`]) || texts[field] || '');
}

/** A text that begins with a capital letter. */
export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase(language.tag) + text.slice(1);
}

/** The name of a row; its identifier when it has none. */
export function nameOf(row: { id?: string; key?: string } | null | undefined, fallback = ''): string {
  return textOf(row, 'name') || row?.id || row?.key || fallback;
}

/** A sentence that the service says in both languages. */
export function said(sentence: { en: string; fr: string }): string {
  return typeset(sentence[language.now] || sentence.en || sentence.fr);
}
