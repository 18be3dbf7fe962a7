// Changes tried out on the dossier, in words.
import type { TriedChange } from '../../api/schema';
import { ruleText, type RuleNames } from '../../parts/rule';
import { period } from '../../words/date';
import { amount, plain } from '../../words/number';

function signed(change: TriedChange, written: string): string {
  return change.operation === 'add' ? `+ ${written}` : change.operation === 'mul' ? `× ${written}` : `→ ${written}`;
}

/** `Budget 2027 + €297k`, `B27 … → 2028`. */
export function triedText(change: TriedChange, names: RuleNames, currency: string): string {
  const { target, filter, field, operand } = change;
  switch (target) {
    case 'budget':
    case 'run_rate_cap': {
      const rule = target === 'budget' ? `budget:${filter}` : `run_rate:${filter}`;
      return `${ruleText(rule, names)} ${signed(change, amount(operand, currency))}`;
    }
    case 'roles':
      return `${ruleText(`role:${filter}:${field.replace('capacity_days_', '')}`, names)} ${signed(change, plain(operand, change.operation === 'mul' ? 4 : 0))}`;
    case 'envelopes':
      return `${ruleText(`envelope:${filter}:${field.replace('amount_', '')}`, names)} ${signed(change, amount(operand, currency))}`;
    case 'investments':
      return `${names.investment(filter)} ${signed(change, field.endsWith('start_year') ? period(`y${operand}`, names.baseYear) : plain(operand, 2))}`;
    default:
      return `${target} ${filter} ${field} ${signed(change, plain(operand, 4))}`;
  }
}
