// What keeps an imposed investment in the plan, in a short word: `imposed (rule G-CRM)`.
import type { Words } from '../words/parts.en';

export function imposedWords(rule: string, w: Words['imposed']): string {
  const [kind = '', ...names] = rule.split(':');
  if (kind === 'mandatory') return w.mandatory;
  return names.length === 0 ? w.some : w.by(names.join(' '));
}
