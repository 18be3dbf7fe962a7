// Investments that could not be judged, and why: amounts are withheld, or nothing is stated.
import type { MissingCase, MissingReason, Plan } from '../api/schema';

/** Why an investment has no case; what is withheld says more than what nobody stated. */
export function reasonOf(missing: MissingCase[], investment: string, variant?: string): MissingReason | null {
  const own = missing.filter((one) => one.investment === investment && (variant === undefined || one.variant === variant));
  return own.find((one) => one.reason === 'withheld')?.reason ?? own[0]?.reason ?? null;
}

/** Each investment that a plan could not judge. */
export function unjudgedOf(plan: Plan): Map<string, MissingReason> {
  return new Map(plan.unjudged.map((id) => [id, reasonOf(plan.missing, id) ?? 'nothing_stated']));
}
