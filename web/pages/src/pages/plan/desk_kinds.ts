// How locks, floors and tried changes stand in the address.
import type { LeastOf, Lock, TriedChange } from '../../api/schema';
import type { Kind } from '../../state/param';

/** Text in which the marks between fields cannot occur. */
const plain = (text: string) => encodeURIComponent(text);

function clear(text: string | undefined): string {
  try {
    return decodeURIComponent(text ?? '');
  } catch {
    return text ?? '';
  }
}

/** `in:B04/core:suite asked for,out:B12`. */
export function locks(): Kind<Lock[]> {
  return {
    fallback: [],
    parse: (value) =>
      value.split(',').flatMap((part) => {
        const [side, of, reason] = part.split(':');
        const [investment, variant] = (of ?? '').split('/');
        if (!investment || (side !== 'in' && side !== 'out')) return [];
        return [{ investment: clear(investment), variant: variant ? clear(variant) : null, is_in: side === 'in', reason: clear(reason) }];
      }),
    write: (value) =>
      value
        .map((lock) => {
          const of = lock.variant ? `${plain(lock.investment)}/${plain(lock.variant)}` : plain(lock.investment);
          const side = lock.is_in ? 'in' : 'out';
          return lock.reason ? `${side}:${of}:${plain(lock.reason)}` : `${side}:${of}`;
        })
        .join(','),
  };
}

/** `coverage:0.5,coverage:P1:0.4`: the last part is the least amount. */
export function floors(): Kind<LeastOf[]> {
  return {
    fallback: [],
    parse: (value) =>
      value.split(',').flatMap((part) => {
        const at = part.lastIndexOf(':');
        const least = part.slice(at + 1);
        return at > 0 && least !== '' && Number.isFinite(Number(least)) ? [{ measure: part.slice(0, at), least }] : [];
      }),
    write: (value) => value.map((floor) => `${floor.measure}:${floor.least}`).join(','),
  };
}

const OPERATIONS = ['set', 'mul', 'add'] as const;

/** `budget:y0:amount:add:296833.34`: target, filter, field, operation and operand. */
export function tried(): Kind<TriedChange[]> {
  return {
    fallback: [],
    parse: (value) =>
      value.split(',').flatMap((part) => {
        const [target, filter, field, said, operand] = part.split(':').map((one) => clear(one));
        const operation = OPERATIONS.find((known) => known === said);
        return target && filter && field && operation && operand ? [{ target, filter, field, operation, operand }] : [];
      }),
    write: (value) =>
      value
        .map((one) => [one.target, one.filter, one.field, one.operation, one.operand].map(plain).join(':'))
        .join(','),
  };
}
