// The name of a rule, `budget:y0` or `requires:B19:B26`, as a reader understands it.
import { period } from '../words/date';
import { inLanguage } from '../words/language.svelte';
import { percent, plain } from '../words/number';
import { words as en } from '../words/rules.en';
import { words as fr } from '../words/rules.fr';

/** Who is who in the names of rules. */
export interface RuleNames {
  baseYear: number;
  /** `B01 Cloud CRM`, or only the identifier when it is not known. */
  investment: (id: string) => string;
  role: (id: string) => string;
  moment: (id: string) => string;
  persona: (id: string) => string;
  /** A persona or a moment, whichever has this identifier. */
  ofCoverage: (id: string) => string;
  /** Who is in a group. */
  members: (group: string) => string[];
}

/** The name of a measure: `coverage`, `coverage:P1`, `freedom`. */
export function measureName(measure: string, names: RuleNames): string {
  const w = inLanguage({ en, fr });
  const [kind = '', of] = measure.split(':');
  if (kind === 'objective' && of) return w.objectiveOf(of);
  if (kind === 'coverage' && of) return w.coverageOf(names.ofCoverage(of));
  return w.measure[kind as keyof typeof w.measure] ?? measure;
}

/** An amount in the unit of a measure. */
export function measureAmount(measure: string, amount: string): string {
  return /^(coverage|objective:)/.test(measure) ? percent(amount, 1) : plain(amount, 2);
}

function between(kind: string, parts: string[], names: RuleNames): string | null {
  const w = inLanguage({ en, fr });
  const [a = '', b = ''] = parts;
  const name = names.investment;
  switch (kind) {
    case 'requires':
      return w.requires(name(a), name(b));
    case 'excludes':
      return w.excludes(name(a), name(b));
    case 'finish_before':
      return w.finishBefore(name(a), name(b));
    case 'at_least_one':
      return w.atLeastOne(a, names.members(a).join(', '));
    case 'all_or_none':
      return w.allOrNone(a);
    case 'same_start':
      return w.sameStart(a);
    case 'mandatory':
      return w.mandatory(name(a));
    case 'begun':
      return w.begun(name(a));
    case 'one_variant':
      return w.oneVariant(name(a));
    case 'forced_in':
      return w.forcedIn(name(a));
    case 'forced_out':
      return w.forcedOut(name(a));
    default:
      return null;
  }
}

/** A rule in words; its name as it is where it is of no kind that is known here. */
export function ruleText(rule: string, names: RuleNames): string {
  const w = inLanguage({ en, fr });
  const [kind = '', ...parts] = rule.split(':');
  const [a = '', b = ''] = parts;
  const when = (code: string) => period(code, names.baseYear);
  switch (kind) {
    case 'budget':
      return w.budget(when(a));
    case 'run_rate':
      return w.runRate(when(a));
    case 'role':
      return w.role(names.role(a), when(b));
    case 'envelope':
      return w.envelope(a, b.split('-').map(when).join(' – '));
    case 'moment_floor':
      return w.momentFloor(names.moment(a), names.persona(b));
    case 'floor': {
      const measure = parts.slice(0, -1).join(':');
      return w.floor(measureName(measure, names), measureAmount(measure, parts.at(-1) ?? ''));
    }
    case 'rule':
      return w.rule(parts.join(' '));
    default:
      return between(kind, parts, names) ?? rule;
  }
}
