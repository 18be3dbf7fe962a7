// How a line of a business case is called: a cost by what it is for, a benefit by its lever.
import type { BenefitLineCase, CostLineCase, Lever } from '../../api/schema';
import type { Words } from '../../words/candidate.en';
import { nameOf } from '../../words/text';

export function costLabel(line: CostLineCase, w: Words): string {
  const name = w.natures[line.nature];
  return name.charAt(0).toUpperCase() + name.slice(1);
}

export function benefitLabel(line: BenefitLineCase, levers: Map<string, Lever>): string {
  return nameOf(levers.get(line.lever), line.lever);
}
