// The rows of the plan's table: every candidate with where it stands, what changed, and what it costs.
import type { AllCases, ShortCase } from '../../api/runs';
import type { Choice, FundedInvestment, LeftOut, Lock, MissingReason, Plan } from '../../api/schema';
import { unjudgedOf } from '../../parts/unjudged';
import { nameOf } from '../../words/text';
import type { Facts } from './facts';

export interface Row {
  id: string;
  name: string;
  /** How it is funded; null when it is not. */
  choice: Choice | null;
  /** The variant that is funded, else the one that would be. */
  variant: string;
  change: 'entered' | 'left' | 'moved' | null;
  isInBase: boolean;
  isMandatory: boolean;
  lock: Lock | null;
  leftOut: LeftOut | null;
  /** Its money in this plan; null when it is not funded. */
  funded: FundedInvestment | null;
  /** The case of `variant`, done alone; null while it is computed, and where it has none. */
  own: ShortCase | null;
  /** Why it could not be judged; null where it was. */
  missing: MissingReason | null;
}

interface Sources {
  facts: Facts;
  plan: Plan;
  before: Plan | null;
  base: Plan | null;
  cases: AllCases | null;
  locks: Lock[];
}

function byInvestment(choices: Choice[] | undefined): Map<string, Choice> {
  return new Map((choices ?? []).map((choice) => [choice.investment, choice]));
}

function changeOf(was: Choice | undefined, is: Choice | undefined): Row['change'] {
  if (!was || !is) return is ? 'entered' : was ? 'left' : null;
  return was.variant === is.variant && was.begin === is.begin && was.share === is.share ? null : 'moved';
}

/** In the plan first, in the order of the dossier. */
export function rowsOf({ facts, plan, before, base, cases, locks }: Sources): Row[] {
  const now = byInvestment(plan.portfolio);
  const was = before === null ? null : byInvestment(before.portfolio);
  const stated = byInvestment(base?.portfolio);
  const out = new Map(plan.left_out.map((one) => [one.investment, one]));
  const funded = new Map(plan.funded.map((one) => [one.investment, one]));
  const own = new Map((cases?.options ?? []).map((one) => [`${one.investment}/${one.variant}`, one]));
  const locked = new Map(locks.map((lock) => [lock.investment, lock]));
  const unjudged = unjudgedOf(plan);
  const rows = [...facts.investments.values()].map((investment): Row => {
    const id = investment.id ?? investment.key;
    const choice = now.get(id) ?? null;
    const leftOut = out.get(id) ?? null;
    const variant = choice?.variant ?? leftOut?.variant ?? facts.variants.get(id)?.[0]?.variant_id ?? '';
    return {
      id,
      name: nameOf(investment, id),
      choice,
      variant,
      change: was === null ? null : changeOf(was.get(id), choice ?? undefined),
      isInBase: stated.has(id),
      isMandatory: investment.mandatory === true,
      lock: locked.get(id) ?? null,
      leftOut,
      funded: funded.get(id) ?? null,
      own: own.get(`${id}/${variant}`) ?? null,
      missing: unjudged.get(id) ?? null,
    };
  });
  return [...rows.filter((row) => row.choice !== null), ...rows.filter((row) => row.choice === null)];
}

/** What it costs in a year: in this plan, or alone from its earliest start. */
export function costIn(row: Row, year: number): string | null {
  return (row.funded ?? row.own)?.cost[year] ?? null;
}

/** NPV that the plan would gain if a row in it were dropped, or one outside added, and nothing else moved. */
export function npvIfTurned(row: Row): string | null {
  return (row.choice === null ? row.leftOut?.npv_if_added : row.funded?.npv_if_dropped) ?? null;
}
