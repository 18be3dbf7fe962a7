// What is set on a desk, in words: one phrase for each thing.
import { measureAmount, measureName, ruleText } from '../../parts/rule';
import { period } from '../../words/date';
import { amount, percent } from '../../words/number';
import type { Words as DeskWords } from '../../words/plan.en';
import { readAim } from './aim';
import type { Desk } from './desk_fields';
import type { Names } from './facts';
import { triedText } from './tried';

/** Phrases such as `Budget 2027: €8M` or `B04 … locked in (suite)`; none for a desk that was not touched. */
export function phrasesOf(desk: Desk, w: DeskWords, names: Names, currency: string): string[] {
  const phrases: string[] = [];
  if (desk.scenario !== '') phrases.push(w.named(w.frame.scenario, names.scenario(desk.scenario)));
  if (desk.share !== 1) phrases.push(w.named(w.budget.all, percent(desk.share)));
  for (const [year, money] of Object.entries(desk.budget)) {
    phrases.push(w.named(w.budget.year(period(year, names.baseYear)), amount(money, currency)));
  }
  const aim = readAim(desk.aim).kind;
  if (aim !== 'npv') phrases.push(w.named(w.aim.moved, `${w.aim[aim]}${aim === 'blend' ? ` (${desk.aim})` : ''}`));
  if (desk.model !== 'full') phrases.push(w.named(w.frame.model, w.frame[desk.model]));
  if (desk.starts !== '') phrases.push(w.named(w.frame.starts, w.frame[desk.starts]));
  for (const lock of desk.locks) {
    const told = w.locks.moved(names.investment(lock.investment), lock.is_in ? w.locks.in : w.locks.out);
    phrases.push(lock.reason ? `${told} (${lock.reason})` : told);
  }
  for (const floor of desk.floors) {
    phrases.push(w.floors.moved(`${measureName(floor.measure, names.ofCoverage)} ≥ ${measureAmount(floor.measure, floor.least)}`));
  }
  for (const rule of desk.without) phrases.push(w.named(ruleText(rule, names.rules), w.locks.broken));
  for (const change of desk.tried) phrases.push(triedText(change, names, currency));
  return phrases;
}
