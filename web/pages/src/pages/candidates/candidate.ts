// Everything there is to tell of one investment: its rows, its cases, its scores, and the names it refers to.
import { byId, rows, settings } from '../../api/items';
import { asIs } from '../../api/roughness';
import { appraise, choose, score, type At, type Wait } from '../../api/runs';
import type {
  BenefitLine,
  CostLine,
  Dependency,
  EvidenceItem,
  Investment,
  Lever,
  MissingCase,
  Moment,
  MomentEffect,
  Objective,
  Persona,
  Plan,
  Risk,
  Role,
  RoleDemand,
  Settings,
  Study,
  Variant,
  VariantCase,
  VariantScores,
} from '../../api/schema';
import { workspace, type Workspace } from '../../api/workspace';
import { breath } from '../../parts/turn';

export interface Candidate {
  id: string;
  investment: Investment;
  investments: Map<string, Investment>;
  variants: Variant[];
  cases: VariantCase[];
  /** Variants without a case. */
  missing: MissingCase[];
  scores: VariantScores[];
  plan: Plan;
  costLines: Map<string, CostLine>;
  benefitLines: Map<string, BenefitLine>;
  levers: Map<string, Lever>;
  objectives: Map<string, Objective>;
  personas: Map<string, Persona>;
  moments: Map<string, Moment>;
  effects: MomentEffect[];
  evidence: EvidenceItem[];
  studies: Study[];
  dependencies: Dependency[];
  risks: Risk[];
  demand: RoleDemand[];
  roles: Map<string, Role>;
  settings: Settings;
  workspace: Workspace;
}

/** A line of a variant; lines of two variants may have the same name. */
export function lineKey(variant: string, line: string): string {
  return `${variant}~${line}`;
}

function isOf(row: { investment_id?: string }, id: string): boolean {
  return row.investment_id === id;
}

function linesOf<L extends { investment_id?: string; variant_id?: string; line_id?: string }>(all: L[], id: string): Map<string, L> {
  const own = all.filter((line) => isOf(line, id));
  return new Map(own.map((line) => [lineKey(line.variant_id ?? 'core', line.line_id ?? ''), line]));
}

/** Whether a dependency speaks of an investment. */
function speaksOf(dependency: Dependency, id: string): boolean {
  return dependency.to_id === id || (dependency.from_id ?? []).includes(id);
}

/** Reads and computes it all; null when there is no such investment. */
export async function candidate(at: At, id: string, wait: Wait): Promise<Candidate | null> {
  const stop = wait.signal;
  const investments = await byId(at, 'investments', stop);
  const investment = investments.get(id);
  if (!investment) return null;
  // The page that is left is taken away first.
  await breath();
  stop?.throwIfAborted();
  const [computed, lines, customers, around] = await Promise.all([
    Promise.all([appraise(at, { investment: id }, wait), score(at, { investment: id }, wait), choose(at, asIs(investments.size), wait)]),
    Promise.all([rows(at, 'variants', stop), rows(at, 'cost_lines', stop), rows(at, 'benefit_lines', stop), byId(at, 'levers', stop)]),
    Promise.all([byId(at, 'objectives', stop), byId(at, 'personas', stop), byId(at, 'moments', stop), rows(at, 'moment_effects', stop)]),
    Promise.all([
      rows(at, 'evidence', stop),
      rows(at, 'studies', stop),
      rows(at, 'dependencies', stop),
      rows(at, 'risks', stop),
      rows(at, 'role_demand', stop),
      byId(at, 'roles', stop),
      settings(at, stop),
      workspace(at, stop),
    ]),
  ]);
  const [cases, scores, plan] = computed;
  const [variants, costs, benefits, levers] = lines;
  const [objectives, personas, moments, effects] = customers;
  const [evidence, studies, dependencies, risks, demand, roles, stated, space] = around;
  return {
    id,
    investment,
    investments,
    variants: variants.filter((one) => isOf(one, id)),
    missing: cases.missing,
    cases: cases.options.filter((one) => one.investment === id),
    scores: scores.options.filter((one) => one.investment === id),
    plan,
    costLines: linesOf(costs, id),
    benefitLines: linesOf(benefits, id),
    levers,
    objectives,
    personas,
    moments,
    effects: effects.filter((one) => isOf(one, id)),
    evidence,
    studies: studies.filter((one) => (one.target_investments ?? []).includes(id)),
    dependencies: dependencies.filter((one) => speaksOf(one, id)),
    risks: risks.filter((one) => isOf(one, id)),
    demand: demand.filter((one) => isOf(one, id)),
    roles,
    settings: stated,
    workspace: space,
  };
}

/** The variant that is shown when the address names none: the funded one, else the core, else the first. */
export function firstVariant(of: Candidate): string {
  const names = of.variants.map((one) => one.variant_id ?? 'core');
  const funded = of.plan.portfolio.find((choice) => choice.investment === of.id)?.variant;
  return funded ?? names.find((name) => name === 'core') ?? names[0] ?? of.cases[0]?.variant ?? 'core';
}
