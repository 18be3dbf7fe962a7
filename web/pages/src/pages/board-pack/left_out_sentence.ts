// Why a candidate is left out, in one plain sentence: what it would bring, what would give way, what must change.
import type { ExplainedInvestment } from '../../api/schema';
import { ruleClause } from '../../parts/rule';
import type { Words } from '../../words/board_pack.en';
import { language } from '../../words/language.svelte';
import { amount, percent, plain, real } from '../../words/number';
import { capital, nameOf } from '../../words/text';
import { sentenceOf } from '../candidates/verdict_sentence';
import { variantName } from '../plan/facts';
import type { Pack } from './pack';

/** From so many times the gains on, that is said and not by how many per cent. */
const TWICE = 2;

function list(names: string[]): string {
  return new Intl.ListFormat(language.tag, { type: 'conjunction' }).format(names);
}

/** What leaves, and what stays in another variant, so that there is room for it. */
function givesWay(one: ExplainedInvestment, of: Pack, w: Words['leftOut']): string {
  const name = (id: string) => nameOf(of.investments.get(id), id);
  const kept = one.only_with.filter((choice) => one.only_without.some((other) => other.investment === choice.investment));
  const gone = one.only_without.filter((choice) => !kept.some((other) => other.investment === choice.investment));
  return [
    ...(gone.length > 0 ? [w.leave(list(gone.map((choice) => name(choice.investment))), gone.length)] : []),
    ...kept.map((choice) => w.shrinks(name(choice.investment), variantName(of.facts, choice.investment, choice.variant))),
  ].join(w.and);
}

/** The change that would turn it: one within reach, else how much its gains would have to rise. */
function wouldTurn(one: ExplainedInvestment, w: Words['leftOut'], currency: string): string {
  const budget = one.changes.find((change) => change.kind === 'budget' && change.in_reach);
  if (budget?.factor) return w.withBudget(percent(budget.factor - 1), amount(budget.amount, currency));
  const factor = one.changes.find((change) => change.kind === 'effect')?.factor ?? null;
  if (factor === null || factor <= 1) return '';
  return factor < TWICE ? w.withGains(percent(factor - 1)) : w.withTimes(plain(factor, factor < 10 ? 1 : 0));
}

/** The sentence; that of the service where no figure says why. */
export function leftOutSentence(one: ExplainedInvestment, of: Pack, w: Words['leftOut'], currency: string): string {
  if (one.reason === 'impossible') return w.impossible(list(one.conflict.map((rule) => ruleClause(rule, of.why?.rules ?? []))));
  if (one.own_npv === null || one.net_value === null || real(one.net_value.amount) > 0) return capital(sentenceOf(one, nameOf(one)));
  const isLoss = real(one.own_npv) < 0;
  const own = isLoss ? w.costsMore(amount(one.own_npv.replace('-', ''), currency)) : w.brings(amount(one.own_npv, currency));
  const way = givesWay(one, of, w);
  const lost = amount(one.net_value.amount.replace('-', ''), currency);
  const plan = way === '' ? (isLoss && one.net_value.amount === one.own_npv ? '' : w.planLoses(lost)) : w.makesWay(way, lost, isLoss);
  const turn = wouldTurn(one, w, currency);
  return `${own}${plan}.${turn === '' ? '' : ` ${turn}.`}`;
}
