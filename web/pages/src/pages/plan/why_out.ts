// Why a candidate is outside the plan: first what the plan would lose with it, else what there is no room for.
import type { BrokenRule, Plan } from '../../api/schema';
import { amount, real } from '../../words/number';
import type { Words } from '../../words/plan_views.en';
import { brokenText, unitOf } from './broken';
import type { Row } from './rows';

/** Rules told where they alone keep a candidate out, and where they come after what it would lose; its drawer has all. */
const RULES_SHOWN = 2;
const RULES_SHOWN_AFTER = 1;

interface Reader {
  plan: Plan;
  words: Words['table'];
  name: (id: string) => string;
  currency: string;
}

/** The most that is missing of money, the most of days, then the other rules. */
function worst(broken: BrokenRule[], plan: Plan): BrokenRule[] {
  const of = (unit: string) => broken.filter((one) => unitOf(one, plan) === unit);
  const largest = (all: BrokenRule[]) => all.toSorted((a, b) => real(b.short_by) - real(a.short_by)).slice(0, 1);
  const others = broken.filter((one) => !['currency', 'days'].includes(unitOf(one, plan)));
  return [...largest(of('currency')), ...largest(of('days')), ...others];
}

function noRoom(row: Row, broken: BrokenRule[], most: number, { plan, words, name, currency }: Reader): string {
  const shown = worst(broken, plan).slice(0, most);
  const told = shown.map((one) => brokenText(one, row.id, plan, words, name, currency));
  const more = broken.length - shown.length;
  return [...told, ...(more > 0 ? [words.moreRules(more)] : [])].join(words.between);
}

/**
 * In the words of `choose`: what would cost more than it brings is out for that alone, whatever rules it would break;
 * these follow on a line of their own. Nothing for a candidate of which the plan tells nothing.
 */
export function whyOut(row: Row, reader: Reader): string[] {
  const { words, currency } = reader;
  if (row.missing !== null) return [words.missing[row.missing]];
  const out = row.leftOut;
  if (out === null) return [];
  const isLoss = real(out.npv_if_added) <= 0;
  const most = isLoss ? RULES_SHOWN_AFTER : RULES_SHOWN;
  const rules = out.broken.length === 0 ? null : noRoom(row, out.broken, most, reader);
  const instead = out.displaced.length === 0 ? null : out.displaced.join(', ');
  const placed = (clause: string) => (instead === null ? clause : words.displaces(instead, clause));
  if (!isLoss) return [placed(rules === null ? words.otherIsBetter : words.noRoom(rules))];
  const loss = amount(out.npv_if_added, currency, { digits: 2, signed: true });
  const first = placed(instead === null ? words.costsMore(loss) : words.bringsLess(loss));
  return rules === null ? [first] : [first, words.noRoomEither(rules)];
}
