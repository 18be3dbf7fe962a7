// What falls first when money is cut: the points of the frontier read downwards from the budgets as they are.
import type { Frontier, FrontierPoint } from '../../api/schema';
import { difference } from '../../words/number';
import { choiceOf } from './frontier_change';

export interface Cut {
  point: FrontierPoint;
  /** Money and net present value less than with the budgets as they are; null where there is no plan. */
  money: string | null;
  npv: string | null;
  /** Against the step before; as the frontier writes them, upwards. */
  falls: string[];
  returns: string[];
  moves: string[];
}

export interface Cuts {
  whole: FrontierPoint;
  /** From the first share below the budgets as they are, downwards, to the first without a plan. */
  steps: Cut[];
  /** Share down to which nothing changes; null where the service does not tell it. */
  holdsTo: number | null;
  /** What is cut or reduced, in that order; with what stays whatever is asked about. */
  order: string[];
  stays: string[];
}

/** Null where the budgets as they are have no plan. */
export function cutsOf(frontier: Frontier): Cuts | null {
  const down = frontier.points.filter((point) => point.at <= 1).toSorted((a, b) => b.at - a.at);
  const whole = down[0];
  if (!whole || whole.at !== 1 || whole.npv === null) return null;
  const steps: Cut[] = [];
  for (const [at, point] of down.slice(1).entries()) {
    // A point tells what changed on the way up to it.
    const above = down[at];
    const has = point.npv !== null && above !== undefined;
    steps.push({
      point,
      money: difference(point.money, whole.money),
      npv: has ? difference(point.npv, whole.npv) : null,
      falls: has ? above.entered : [],
      returns: has ? above.left : [],
      moves: has ? above.moved : [],
    });
    if (!has) break;
  }
  const turn = whole.switches.at(-1)?.from ?? null;
  const kept = steps.filter((step) => step.npv !== null).map((step) => new Set(step.point.portfolio.map((one) => choiceOf(one).investment)));
  return {
    whole,
    steps,
    holdsTo: whole.has_all_switches ? turn : null,
    order: [...new Set(steps.flatMap((step) => [...step.falls, ...step.moves]).map((one) => choiceOf(one).investment))],
    stays: whole.portfolio.map((one) => choiceOf(one).investment).filter((id) => kept.every((plan) => plan.has(id))),
  };
}
