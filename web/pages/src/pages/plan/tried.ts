// Changes tried out on the dossier, in words.
import type { TriedChange } from '../../api/schema';
import { ruleOf, ruleText } from '../../parts/rule';
import { period } from '../../words/date';
import { amount, plain } from '../../words/number';
import type { Names } from './facts';

function signed(change: TriedChange, written: string): string {
  return change.operation === 'add' ? `+ ${written}` : change.operation === 'mul' ? `× ${written}` : `→ ${written}`;
}

/** `The 2027 budget + €297k`, `B27 … → 2028`. */
export function triedText(change: TriedChange, names: Names, currency: string): string {
  const { target, filter, field, operand } = change;
  /** The limit that is changed; who it is of where no rule of the plan is that very limit. */
  const limit = (rule: string, who: string) => (ruleOf(rule, names.rules) ? ruleText(rule, names.rules) : who);
  const days = plain(operand, change.operation === 'mul' ? 4 : 0);
  switch (target) {
    case 'budget':
    case 'run_rate_cap': {
      const rule = target === 'budget' ? `budget:${filter}` : `run_rate:${filter}`;
      return `${limit(rule, period(filter, names.baseYear))} ${signed(change, amount(operand, currency))}`;
    }
    case 'roles': {
      const when = field.replace('capacity_days_', '');
      return `${limit(`role:${filter}:${when}`, `${names.role(filter)}, ${period(when, names.baseYear)}`)} ${signed(change, days)}`;
    }
    case 'envelopes': {
      const when = field.replace('amount_', '');
      return `${limit(`envelope:${filter}:${when}`, `${filter}, ${period(when, names.baseYear)}`)} ${signed(change, amount(operand, currency))}`;
    }
    case 'investments':
      return `${names.investment(filter)} ${signed(change, field.endsWith('start_year') ? period(`y${operand}`, names.baseYear) : plain(operand, 2))}`;
    default:
      return `${target} ${filter} ${field} ${signed(change, plain(operand, 4))}`;
  }
}
