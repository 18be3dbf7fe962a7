// Rules by the names that the service gives them, and measures by those of the dossier.
import type { RuleName } from '../api/schema';
import { inLanguage } from '../words/language.svelte';
import { percent, plain } from '../words/number';
import { words as en } from '../words/measures.en';
import { words as fr } from '../words/measures.fr';
import { words as partsEn } from '../words/parts.en';
import { words as partsFr } from '../words/parts.fr';
import { capital, textOf } from '../words/text';

/** The rule of this identifier among those that documents tell of. */
export function ruleOf(id: string | undefined, told: readonly RuleName[]): RuleName | null {
  return told.find((rule) => rule.rule === id) ?? null;
}

/** A name and what stands in the brackets at its end, which may hold brackets themselves; null where none close it. */
function cut(name: string): { head: string; last: string } | null {
  let depth = 0;
  for (let at = name.length - 1; at > 0 && name.endsWith(')'); at -= 1) {
    if (name[at] === ')') depth += 1;
    if (name[at] === '(') depth -= 1;
    if (depth === 0) return { head: name.slice(0, at).trimEnd(), last: name.slice(at + 1, -1) };
  }
  return null;
}

/** What a rule is called; a lock as `Cloud CRM (B01) is forced in: contract signed`, not with its reason in bare brackets. */
export function ruleName(rule: RuleName | null): string {
  const name = textOf(rule, 'name');
  const isLock = rule?.kind === 'forced_in' || rule?.kind === 'forced_out';
  const parted = isLock ? cut(name) : null;
  return parted === null ? name : inLanguage({ en: partsEn, fr: partsFr }).reason(parted.head, parted.last);
}

/** `the 2027 budget`, within a sentence; the identifier of a rule that nobody told of. */
export function ruleClause(id: string, told: readonly RuleName[]): string {
  return ruleName(ruleOf(id, told)) || id;
}

/** `The 2027 budget`, where it stands alone. */
export function ruleText(id: string, told: readonly RuleName[]): string {
  return capital(ruleClause(id, told));
}

/** The name of a measure: `coverage`, `coverage:P1`, `freedom`. */
export function measureName(measure: string, ofCoverage: (id: string) => string): string {
  const w = inLanguage({ en, fr });
  const [kind = '', of] = measure.split(':');
  if (kind === 'objective' && of) return w.objectiveOf(of);
  if (kind === 'coverage' && of) return w.coverageOf(ofCoverage(of));
  return w.measure[kind as keyof typeof w.measure] ?? measure;
}

/** An amount in the unit of a measure. */
export function measureAmount(measure: string, amount: string): string {
  return /^(coverage|objective:)/.test(measure) ? percent(amount, 1) : plain(amount, 2);
}
