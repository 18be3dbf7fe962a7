// One line for each investment: what it is, its case done alone, its scores, and where it stands in the plan.
import type { AllCases, AllScores, ShortCase, ShortScores } from '../../api/runs';
import type {
  EvidenceLevel,
  Investment,
  MissingReason,
  Plan,
  PlanExplanation,
  RuleName,
  Variant,
  Verdict,
} from '../../api/schema';
import { imposedBy } from '../../parts/imposed';
import { reasonOf } from '../../parts/unjudged';

export interface CandidateRow {
  id: string;
  investment: Investment;
  /** The variant of which the figures are. */
  variant: string;
  variantRow: Variant | null;
  /** Null when its amounts are withheld or not stated. */
  case: ShortCase | null;
  /** Why there is no case. */
  missing: MissingReason | null;
  scores: ShortScores | null;
  evidence: EvidenceLevel | null;
  /** Null while there is no plan. */
  standing: 'in' | 'out' | null;
  verdict: Verdict | null;
  /** The rule but for which it would not be in the plan. */
  rule: RuleName | null;
}

export interface Grounds {
  investments: Investment[];
  variants: Variant[];
  cases: AllCases;
  scores: AllScores;
}

export function keyOf(investment: string, variant: string): string {
  return `${investment}~${variant}`;
}

/** The variants of which a plan speaks: the funded ones, else the best that could be added. */
function plannedVariants(plan: Plan | null): Map<string, string> {
  const addable = (plan?.left_out ?? []).flatMap((left): [string, string][] => (left.variant ? [[left.investment, left.variant]] : []));
  const funded = (plan?.portfolio ?? []).map((choice): [string, string] => [choice.investment, choice.variant]);
  return new Map([...addable, ...funded]);
}

/** Every investment as a line; what is not known yet is null. */
export function candidateRows(of: Grounds, plan: Plan | null, why: Pick<PlanExplanation, 'investments' | 'rules'> | null): CandidateRow[] {
  const cases = new Map(of.cases.options.map((one) => [keyOf(one.investment, one.variant), one]));
  const scores = new Map(of.scores.options.map((one) => [keyOf(one.investment, one.variant), one]));
  const rows = new Map(of.variants.map((one) => [keyOf(one.investment_id ?? '', one.variant_id ?? ''), one]));
  const names = new Map<string, string[]>();
  for (const one of of.variants) {
    const id = one.investment_id ?? '';
    const known = names.get(id);
    if (known) known.push(one.variant_id ?? '');
    else names.set(id, [one.variant_id ?? '']);
  }
  const planned = plannedVariants(plan);
  const funded = new Set(plan?.portfolio.map((choice) => choice.investment));
  const told = new Map(why?.investments.map((one) => [one.id, one]));
  return of.investments.map((investment) => {
    const id = investment.id ?? investment.key;
    const stated = names.get(id) ?? [];
    const variant = planned.get(id) ?? stated.find((name) => name === 'core') ?? stated[0] ?? 'core';
    const key = keyOf(id, variant);
    const score = scores.get(key) ?? null;
    const one = told.get(id);
    return {
      id,
      investment,
      variant,
      variantRow: rows.get(key) ?? null,
      case: cases.get(key) ?? null,
      missing: reasonOf(of.cases.missing, id, variant),
      scores: score,
      evidence: score?.evidence?.weakest ?? null,
      standing: plan === null || plan.status === 'infeasible' ? null : funded.has(id) ? 'in' : 'out',
      verdict: one?.verdict ?? null,
      rule: imposedBy(one, why?.rules ?? []),
    };
  });
}
