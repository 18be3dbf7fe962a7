// Rules about money and people in words; others keep their name.
import type { Role } from '../../api/schema';
import type { Words } from '../../words/board_pack.en';
import { period } from '../../words/date';
import { nameOf } from '../../words/text';

/** `budget:y0` is `budget 2027`, `role:R7:y0` is `Data engineer 2027`. */
export function ruleWords(rule: string, w: Words['rules'], roles: Map<string, Role>, baseYear: number): string {
  const [kind, first = '', second = ''] = rule.split(':');
  if (kind === 'budget') return w.budget(period(first, baseYear));
  if (kind === 'run_rate') return w.run_rate(period(first, baseYear));
  if (kind === 'role') return w.role(nameOf(roles.get(first), first), period(second, baseYear));
  return rule;
}
