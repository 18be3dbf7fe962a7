// A repair as moves of the desk: each of its steps is a budget, a floor, a lock, a tried change or a rule left out.
import type { Repair, RepairStep, TriedChange } from '../../api/schema';
import { sum } from '../../words/number';
import type { Desk } from './desk_fields';

function add(target: string, filter: string, field: string, operand: string): TriedChange {
  return { target, filter, field, operation: 'add', operand };
}

function withChange(desk: Desk, change: TriedChange): Desk {
  return { ...desk, tried: [...desk.tried, change] };
}

function withoutRule(desk: Desk, rule: string): Desk {
  const [kind, of = ''] = rule.split(':');
  if (kind === 'forced_in' || kind === 'forced_out') {
    const isIn = kind === 'forced_in';
    const [investment] = of.split('/');
    return { ...desk, locks: desk.locks.filter((lock) => lock.is_in !== isIn || lock.investment !== investment) };
  }
  if (kind === 'floor') {
    return { ...desk, floors: desk.floors.filter((floor) => `floor:${floor.measure}:${floor.least}` !== rule) };
  }
  return { ...desk, without: [...desk.without.filter((one) => one !== rule), rule] };
}

function loosened(desk: Desk, rule: string, by: string): Desk {
  const [kind, of = '', period = ''] = rule.split(':');
  const given = desk.budget[of];
  switch (kind) {
    case 'budget':
      // A budget that is set comes after what is tried, so it is raised itself.
      if (given !== undefined) return { ...desk, budget: { ...desk.budget, [of]: sum([given, by]) } };
      return withChange(desk, add('budget', of, 'amount', by));
    case 'run_rate':
      return withChange(desk, add('run_rate_cap', of, 'amount', by));
    case 'role':
      return withChange(desk, add('roles', of, `capacity_days_${period}`, by));
    case 'envelope':
      // Several envelopes or periods counted together: any one of them will do.
      return withChange(desk, add('envelopes', of.split('+')[0] ?? of, `amount_${period.split('-')[0]}`, by));
    default:
      return withoutRule(desk, rule);
  }
}

function lowered(desk: Desk, rule: string, to: string): Desk {
  const isFloor = (one: Desk['floors'][number]) => `floor:${one.measure}:${one.least}` === rule;
  if (!desk.floors.some(isFloor)) return withoutRule(desk, rule);
  return { ...desk, floors: desk.floors.map((one) => (isFloor(one) ? { ...one, least: to } : one)) };
}

function delayed(desk: Desk, rule: string, start: string): Desk {
  const year = /^y(\d+)/.exec(start)?.[1];
  const investment = rule.split(':')[1];
  if (!year || !investment) return withoutRule(desk, rule);
  return withChange(desk, { target: 'investments', filter: investment, field: 'earliest_start_year', operation: 'set', operand: year });
}

function stepped(desk: Desk, step: RepairStep): Desk {
  const amount = step.amount ?? '';
  switch (step.move) {
    case 'by':
      return loosened(desk, step.rule, amount);
    case 'to':
      return lowered(desk, step.rule, amount);
    case 'start':
      return delayed(desk, step.rule, amount);
    default:
      return withoutRule(desk, step.rule);
  }
}

/** The desk after a repair. */
export function repaired(desk: Desk, repair: Repair): Desk {
  return repair.steps.reduce(stepped, desk);
}

const EXACT = /^(budget|run_rate|role|envelope):/;

/** Whether a step can only be taken by leaving its rule out, although it asks for less. */
export function isCoarse(desk: Desk, step: RepairStep): boolean {
  if (step.move === 'by') return !EXACT.test(step.rule);
  return step.move === 'to' && !desk.floors.some((floor) => `floor:${floor.measure}:${floor.least}` === step.rule);
}
