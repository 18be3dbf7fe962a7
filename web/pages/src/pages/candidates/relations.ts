// What a dependency says of one investment, seen from its side: the words and the others it speaks of.
import type { Dependency } from '../../api/schema';
import type { Words } from '../../words/candidate.en';
import { percent } from '../../words/number';
import { remarkOf } from '../../words/text';

export interface Relation {
  key: string;
  words: string;
  /** Investments, or a group or application that is none. */
  others: string[];
  note: string;
}

function wordsOf(dependency: Dependency, isFrom: boolean, w: Words['relations']): string {
  const share = percent(dependency.factor ?? 1);
  switch (dependency.type) {
    case 'requires':
      return isFrom ? w.requires : w.requiredBy;
    case 'finish_before':
      return isFrom ? w.finish_before : w.finishAfter;
    case 'enabled_by':
      return isFrom ? w.enabled_by(share) : w.enables(share);
    case 'synergy':
      return w.synergy(share);
    case 'replaces':
      return isFrom ? w.replaces : w.replacedBy;
    case 'excludes':
    case 'at_least_one':
    case 'all_or_none':
    case 'same_start':
      return w[dependency.type];
    default:
      return '';
  }
}

/** A dependency as it is read from the side of one investment. */
export function relationOf(dependency: Dependency, id: string, w: Words['relations']): Relation {
  const from = dependency.from_id ?? [];
  const isFrom = from.includes(id);
  const others = from.length > 1 ? from : isFrom ? [dependency.to_id ?? ''] : from;
  return { key: dependency.key, words: wordsOf(dependency, isFrom, w), others, note: remarkOf(dependency, 'note') };
}
