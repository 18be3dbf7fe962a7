// Sentences of the service as a reader understands them: rules, variants and amounts by name and with their currency.
import { ruleText, type RuleNames } from '../../parts/rule';
import { amount, percent, plain } from '../../words/number';
import type { Words } from '../../words/plan_views.en';
import { variantName, type Facts } from './facts';

/** What a request is told as where it asked for a change: `locks of the request is new: {..};`. */
const OF_REQUEST = /[\w.]+ (?:of the request|de la demande)[^{;]*(?:\{[^}]*\})?[^;]*?(?=\s?;|\.$)/gi;
const PLACE = /under differences|sous «\s?differences\s?»/;

const KINDS =
  'budget|run_rate|role|envelope|requires|excludes|at_least_one|all_or_none|same_start|finish_before|mandatory|moment_floor|forced_in|forced_out|floor|one_variant|rule|begun';
/** `1,145,717` as English writes it, `1 145 717` as French does. */
const NUMBER = String.raw`\d{1,3}(?:[,\s]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?`;
const LIMIT = String.raw`(\s\([^()]*?)(${NUMBER})(\sto\s|\sà\s)(${NUMBER})(?=\))`;
const RULE = new RegExp(String.raw`\b((?:${KINDS}):[\w-]+(?:[:+/.][\w-]+)*)(?:(\sby\s|\sde\s)(${NUMBER}))?(?:${LIMIT})?`, 'g');
/** A share of the budgets that a sentence on the frontier begins with. */
const TIMES = /(At |À )(\d+[.,]\d+) (?:times the budgets|fois les budgets)/;

/** A number of a sentence as decimal text; three digits after a sign are thousands. */
function decimal(written: string): string {
  return written.replaceAll(/[,\s](?=\d{3}(?!\d))/g, '').replace(',', '.');
}

interface Reading {
  w: Words['sentence'];
  facts: Facts;
  names: RuleNames;
  currency: string;
}

/** Rules by name, with what is short and the limit in the unit of the rule; a rule that is only kept or not has no amount. */
function withRules(text: string, { w, names, currency }: Reading): string {
  return text.replaceAll(RULE, (_whole, rule: string, by?: string, short?: string, open?: string, from?: string, to?: string, until?: string) => {
    const kind = rule.split(':')[0] ?? '';
    const isMoney = ['budget', 'run_rate', 'envelope'].includes(kind);
    const write = (number: string) => (isMoney ? amount(decimal(number), currency) : plain(decimal(number), 1));
    const told = w.quoted(ruleText(rule, names));
    const isCounted = isMoney || ['role', 'floor', 'moment_floor'].includes(kind);
    const lack = by && short && isCounted ? by + (kind === 'role' ? w.days(write(short)) : write(short)) : '';
    const limit = open && from && to && until ? open + write(from) + to + write(until) : '';
    return told + lack + limit;
  });
}

/** `B13:core` and, of the investment itself, `(core)` and `forcing in core`, with the names of variants. */
function withVariants(text: string, investment: string, { w, facts }: Reading): string {
  const paired = text.replaceAll(/\b([\w-]+):([\w-]+)(?:@[\w-]+)?\b/g, (whole, id: string, variant: string) =>
    facts.variants.get(id)?.some((one) => one.variant_id === variant) ? w.variant(id, variantName(facts, id, variant)) : whole,
  );
  return (facts.variants.get(investment) ?? []).reduce((done, one) => {
    const id = one.variant_id ?? '';
    const name = variantName(facts, investment, id);
    return done.replaceAll(`(${id})`, `(${name})`).replaceAll(new RegExp(String.raw`\b(forcing in|imposer) ${id}(?=\s)`, 'g'), (_whole, verb: string) => `${verb} ${w.quoted(name)}`);
  }, paired);
}

/** A sentence of the service on `investment`, without what only programs read. */
export function readable(sentence: string, investment: string, reading: Reading): string {
  const { w } = reading;
  const asked = sentence.replaceAll(OF_REQUEST, w.asked).split(/\s?;\s/);
  // Each thing that was asked is told by itself; once says it.
  const once = asked.filter((part, at) => !part.endsWith(w.asked) || !asked[at - 1]?.endsWith(w.asked));
  const text = once.join(w.and).replace(PLACE, w.below);
  const shared = text.replace(TIMES, (_whole, at: string, factor: string) => at + w.ofBudgets(percent(factor.replace(',', '.'))));
  return withVariants(withRules(shared, reading), investment, reading);
}
