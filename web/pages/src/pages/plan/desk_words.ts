// What is set on a desk, in words: one phrase for each thing.
import { measureAmount, measureName, ruleText } from '../../parts/rule';
import { period } from '../../words/date';
import { amount, percent, plain } from '../../words/number';
import type { Words as DeskWords } from '../../words/plan.en';
import { measures, readAim } from './aim';
import type { Desk } from './desk_fields';
import type { Names } from './facts';
import { triedText } from './tried';

const known: readonly string[] = measures;

/** `A blend by weights (70 money, 30 customers)`; nothing where money alone decides, as it was written where no control says it. */
function aimText(text: string, w: DeskWords): string {
  const { kind, weights, tolerance } = readAim(text);
  if (kind === 'npv') return text === '' || text === 'npv' ? '' : text;
  if (kind === 'blend' && [...text.matchAll(/\*([\w:-]+)/g)].some((found) => !known.includes(found[1] ?? ''))) return text;
  if (kind === 'near') return `${w.aim.near} (${w.named(w.aim.tolerance, percent(tolerance, 1))})`;
  if (kind !== 'blend') return w.aim[kind];
  const told = measures.filter((one) => weights[one] > 0).map((one) => `${plain(weights[one])} ${w.aim.measures[one]}`);
  return `${w.aim.blend} (${told.join(', ')})`;
}

/** Phrases such as `Budget 2027: €8M` or `B04 … locked in (suite)`; none for a desk that was not touched. */
export function phrasesOf(desk: Desk, w: DeskWords, names: Names, currency: string): string[] {
  const phrases: string[] = [];
  if (desk.scenario !== '') phrases.push(w.named(w.frame.scenario, names.scenario(desk.scenario)));
  if (desk.share !== 1) phrases.push(w.named(`${w.budget.title}, ${w.budget.all.toLocaleLowerCase()}`, percent(desk.share)));
  for (const [year, money] of Object.entries(desk.budget)) {
    const stated = names.stated(year);
    const written = stated === undefined ? amount(money, currency) : `${amount(money, currency)} (${w.budget.asStated(amount(stated, currency))})`;
    phrases.push(w.named(w.budget.year(period(year, names.baseYear)), written));
  }
  const aim = aimText(desk.aim, w);
  if (aim !== '') phrases.push(w.named(w.aim.moved, aim));
  if (desk.model !== 'full') phrases.push(w.named(w.frame.model, w.frame[desk.model]));
  if (desk.starts !== '') phrases.push(w.named(w.frame.starts, w.frame[desk.starts]));
  for (const lock of desk.locks) {
    const told = w.locks.moved(names.investment(lock.investment), lock.is_in ? w.locks.in : w.locks.out);
    phrases.push(lock.reason ? w.named(told, lock.reason) : told);
  }
  for (const floor of desk.floors) {
    phrases.push(w.floors.moved(`${measureName(floor.measure, names.ofCoverage)} ≥ ${measureAmount(floor.measure, floor.least)}`));
  }
  for (const rule of desk.without) phrases.push(w.named(ruleText(rule, names.rules), w.locks.broken));
  for (const change of desk.tried) phrases.push(triedText(change, names, currency));
  return phrases;
}
