// The evidence scale of a dossier: what each level means in the reader's language.
import type { EvidenceLevel, Settings } from '../../api/schema';
import { textOf } from '../../words/text';

/** What a level of evidence means, empty where the dossier does not say it. */
export function levelMeaning(settings: Settings, level: EvidenceLevel | undefined | null): string {
  const scale: unknown = settings['evidence_scale' as keyof Settings];
  if (typeof scale !== 'object' || scale === null || !level) return '';
  const meaning: unknown = (scale as Record<string, unknown>)[level];
  return typeof meaning === 'object' && meaning !== null ? textOf(meaning, 'label') : '';
}
