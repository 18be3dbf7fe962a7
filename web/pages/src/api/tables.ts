// The tables of a dossier with the type of their rows, as they are read.
import type {
  AhpPair,
  BenefitLine,
  Capability,
  Channel,
  ChannelSwitch,
  CostLine,
  Dependency,
  EcosystemEdge,
  EcosystemNode,
  Envelope,
  EvidenceItem,
  Investment,
  InvestmentCriterionValues,
  Journey,
  Lever,
  Moment,
  MomentEffect,
  MomentImportance,
  NodeEffect,
  Objective,
  Persona,
  PersonaCriterion,
  Problem,
  Question,
  Risk,
  Role,
  RoleDemand,
  Rule,
  ScenarioOverride,
  ServiceLevel,
  StakeholderWeight,
  Study,
  Variant,
} from './schema';

export interface TableRows {
  objectives: Objective;
  stakeholder_weights: StakeholderWeight;
  ahp_pairs: AhpPair;
  levers: Lever;
  personas: Persona;
  persona_criteria: PersonaCriterion;
  journeys: Journey;
  channels: Channel;
  channel_switches: ChannelSwitch;
  service_levels: ServiceLevel;
  moments: Moment;
  moment_importance: MomentImportance;
  capabilities: Capability;
  roles: Role;
  ecosystem_nodes: EcosystemNode;
  ecosystem_edges: EcosystemEdge;
  problems: Problem;
  investments: Investment;
  variants: Variant;
  cost_lines: CostLine;
  benefit_lines: BenefitLine;
  moment_effects: MomentEffect;
  node_effects: NodeEffect;
  investment_criteria: InvestmentCriterionValues;
  role_demand: RoleDemand;
  dependencies: Dependency;
  risks: Risk;
  envelopes: Envelope;
  rules: Rule;
  evidence: EvidenceItem;
  studies: Study;
  scenarios: ScenarioOverride;
  questions: Question;
}

export type Table = keyof TableRows;
