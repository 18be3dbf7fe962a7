// The kinds of runs with the types of what each is asked and answers.
import type {
  AlternativesRequest,
  AppraisalResult,
  AppraiseRequest,
  CheckRequest,
  CheckResult,
  ChooseRequest,
  EcosystemMap,
  ExplainRequest,
  Frontier,
  FrontierRequest,
  InvestmentTrace,
  MapMoment,
  MapNode,
  MapRequest,
  Plan,
  PlanExplanation,
  PlanList,
  ReplanRequest,
  RobustChoice,
  RobustRequest,
  ScenarioPlans,
  ScenariosRequest,
  ScoreRequest,
  ScoreResult,
  WhatIf,
} from './schema';

/** A request of which every field may be left out. */
type Asking<T> = Omit<Partial<T>, 'what_if'> & { what_if?: Partial<WhatIf> };

export interface RunKinds {
  check: { request: Asking<CheckRequest>; result: CheckResult };
  appraise: { request: Asking<AppraiseRequest>; result: AppraisalResult };
  score: { request: Asking<ScoreRequest>; result: ScoreResult };
  map: { request: Asking<MapRequest>; result: EcosystemMap | MapMoment | MapNode | InvestmentTrace };
  choose: { request: Asking<ChooseRequest>; result: Plan };
  alternatives: { request: Asking<AlternativesRequest>; result: PlanList };
  replan: { request: Asking<ReplanRequest>; result: PlanList };
  explain: { request: Asking<ExplainRequest>; result: PlanExplanation };
  frontier: { request: Asking<FrontierRequest>; result: Frontier };
  robust: { request: Asking<RobustRequest>; result: RobustChoice };
  scenarios: { request: Asking<ScenariosRequest>; result: ScenarioPlans };
}

export type RunKind = keyof RunKinds;
export type RequestOf<K extends RunKind> = RunKinds[K]['request'];
export type ResultOf<K extends RunKind> = RunKinds[K]['result'];
