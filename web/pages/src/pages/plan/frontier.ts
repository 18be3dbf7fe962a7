// The frontier as a picture: where its points and its steps stand, in shares of the box.
import type { RequestOf } from '../../api/run_kinds';
import type { Frontier, FrontierPoint, Plan } from '../../api/schema';
import { ticksOf } from '../../charts/ticks';
import { real } from '../../words/number';
import { requestOf, type Desk } from './desk_fields';

export type Against = 'budget' | 'coverage';

/** Shares of the budgets that are asked for, so far apart that each can be hit by a finger. */
const SHARES = ['0.5', '0.6', '0.7', '0.8', '0.9', '1', '1.1', '1.2', '1.3', '1.4', '1.5'];

/** The frontier of the desk, without what a click on it would set. */
export function frontierRequest(desk: Desk, against: Against, plan: Plan, gap: number): RequestOf<'frontier'> {
  const free: Desk =
    against === 'budget'
      ? { ...desk, share: 1, budget: {}, tried: desk.tried.filter((change) => change.target !== 'budget') }
      : { ...desk, floors: desk.floors.filter((floor) => floor.measure !== 'coverage') };
  const own = plan.portfolio.map(({ investment, variant, begin, share }) => ({ investment, variant, begin, share }));
  return { ...requestOf(free, gap), aim: null, against, ...(against === 'budget' ? { factors: SHARES } : { points: 10 }), plan: own };
}

export interface Placed {
  point: FrontierPoint;
  /** From the left and from the bottom, 0 to 1. */
  x: number;
  y: number;
}

export interface Picture {
  placed: Placed[];
  own: { x: number; y: number } | null;
  /** Path of the steps in a box of 100 by 100. */
  steps: string;
  ticks: { x: number[]; y: number[] };
  scale: { x: (value: number) => number; y: (value: number) => number };
}

/** More money: the best plan changes exactly where the service says. */
function budgetSteps(points: FrontierPoint[]): [number, number][] {
  const path: [number, number][] = [];
  for (const point of points) {
    for (const turn of point.switches) path.push([turn.from, path.at(-1)?.[1] ?? real(turn.npv)], [turn.from, real(turn.npv)]);
    const [last] = path.slice(-1);
    path.push([point.at, point.has_all_switches && last ? last[1] : real(point.npv)], [point.at, real(point.npv)]);
  }
  return path;
}

/** More of a measure: what lies between two points is reached by the one that has more of it. */
function measureSteps(points: FrontierPoint[]): [number, number][] {
  return points.flatMap((point, at): [number, number][] => [
    [points[at - 1]?.at ?? point.at, real(point.npv)],
    [point.at, real(point.npv)],
  ]);
}

/** Where everything stands; null when no point has a plan. */
export function pictureOf(frontier: Frontier): Picture | null {
  const points = frontier.points.filter((point) => point.npv !== null);
  const drawn = frontier.drawn.find((plan) => plan.of_scenario === null && plan.at !== null);
  const first = points[0];
  if (!first) return null;
  const path = frontier.against === 'budget' ? budgetSteps(points) : measureSteps(points);
  const ownAt = drawn?.at ?? first.at;
  const xs = [...points.map((point) => point.at), Math.min(ownAt, 2)];
  const ys = [...points.map((point) => real(point.npv)), drawn ? real(drawn.npv) : real(first.npv)];
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [low, high] = [Math.min(...ys), Math.max(...ys)];
  const wide = Math.max(right - left, Number.EPSILON);
  const tall = Math.max(high - low, Number.EPSILON);
  const x = (value: number) => 0.03 + ((value - left) / wide) * 0.94;
  const y = (value: number) => 0.06 + ((value - low) / tall) * 0.88;
  return {
    placed: points.map((point) => ({ point, x: x(point.at), y: y(real(point.npv)) })),
    own: drawn && ownAt <= right ? { x: x(ownAt), y: y(real(drawn.npv)) } : null,
    steps: path.map(([px, py], at) => `${at === 0 ? 'M' : 'L'}${x(px) * 100} ${100 - y(py) * 100}`).join(''),
    ticks: { x: ticksOf(left, right, 6), y: ticksOf(low, high, 7) },
    scale: { x, y },
  };
}
