// In which order texts stand for the reader.
import { language } from './language.svelte';

const collators = new Map<string, Intl.Collator>();

/** Compares texts as the reader's language sorts them; `B2` stands before `B10`. */
export function compareText(a: string, b: string): number {
  let collator = collators.get(language.tag);
  if (!collator) {
    collator = new Intl.Collator(language.tag, { numeric: true, sensitivity: 'base' });
    collators.set(language.tag, collator);
  }
  return collator.compare(a, b);
}
