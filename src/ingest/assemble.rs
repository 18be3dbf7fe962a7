//! Puts a dossier together from its tables, in the order in which nouns refer to each other.

use std::collections::{BTreeMap, BTreeSet};

use super::columns::Sheet;
use super::faults;
use super::keys::Keys;
use super::members::Known;
use super::table::Table;
use super::{read_ecosystem, read_effects, read_evidence, read_investments, read_levers, read_lines};
use super::{read_envelopes, read_moments, read_objectives, read_people, read_portfolio_rules, read_rules};
use crate::domain::dossier::Dossier;
use crate::domain::finding::Finding;
use crate::domain::investment::Investment;
use crate::domain::settings::Settings;
use crate::wire::table::TableSchema;
use crate::wire::tables::{customers, ecosystem, learning, limits, portfolio, purpose};

/// The tables still to be read, and what reading them has shown so far.
struct Source<'a> {
    tables: BTreeMap<String, Table>,
    horizon: usize,
    criteria: Vec<&'a str>,
    digests: BTreeMap<&'static str, [u8; 32]>,
}

impl Source<'_> {
    /// The table of this schema, taken out of the source; one without rows, beside a finding, when it is missing.
    fn sheet(&mut self, schema: &'static TableSchema, findings: &mut Vec<Finding>) -> Sheet {
        let table = self.tables.remove(schema.name).unwrap_or_else(|| {
            findings.extend(schema.absence.map(|severity| faults::table_missing(schema.name, severity)));
            Table::empty(&format!("{}.csv", schema.name))
        });
        let sheet = Sheet::new(schema, table, self.horizon, &self.criteria, findings);
        if let Some(digest) = sheet.digest {
            self.digests.insert(schema.name, digest);
        }
        sheet
    }
}

/// The dossier in these tables, with the digest of every table that has rows.
pub fn assemble(
    settings: Settings,
    tables: BTreeMap<String, Table>,
    findings: &mut Vec<Finding>,
) -> (Dossier, BTreeMap<&'static str, [u8; 32]>) {
    let names: Vec<String> = settings.criteria.keys().cloned().collect();
    let criteria: Vec<&str> = names.iter().map(String::as_str).collect();
    let horizon = settings.horizon;
    let mut source = Source { tables, horizon, criteria, digests: BTreeMap::new() };
    let mut dossier = empty(settings);
    read_purpose(&mut source, &mut dossier, findings);
    read_customers(&mut source, &mut dossier, findings);
    read_organisation(&mut source, &mut dossier, findings);
    read_candidates(&mut source, &mut dossier, findings);
    read_limits(&mut source, &mut dossier, findings);
    read_learning(&mut source, &mut dossier, findings);
    (dossier, source.digests)
}

fn read_purpose(source: &mut Source, dossier: &mut Dossier, findings: &mut Vec<Finding>) {
    let sheet = source.sheet(&purpose::OBJECTIVES, findings);
    dossier.objectives = read_objectives::objectives(&sheet, findings);
    let objectives = objective_keys(dossier);
    let sheet = source.sheet(&purpose::STAKEHOLDER_WEIGHTS, findings);
    dossier.stakeholder_weights = read_objectives::stakeholder_weights(&sheet, &objectives, findings);
    let sheet = source.sheet(&purpose::AHP_PAIRS, findings);
    dossier.pair_judgements = read_objectives::pair_judgements(&sheet, &objectives, findings);
    let sheet = source.sheet(&purpose::LEVERS, findings);
    dossier.levers = read_levers::levers(&sheet, &objectives, findings);
}

fn read_customers(source: &mut Source, dossier: &mut Dossier, findings: &mut Vec<Finding>) {
    let sheet = source.sheet(&customers::PERSONAS, findings);
    dossier.personas = read_people::personas(&sheet, findings);
    let sheet = source.sheet(&customers::JOURNEYS, findings);
    dossier.journeys = read_moments::journeys(&sheet, findings);
    let sheet = source.sheet(&customers::CHANNELS, findings);
    dossier.channels = read_moments::channels(&sheet, findings);
    let personas = persona_keys(dossier);
    let journeys =
        Keys::new(("journey", "parcours"), dossier.journeys.iter().map(|journey| journey.id.clone()));
    let channels = Keys::new(("channel", "canal"), dossier.channels.iter().map(|channel| channel.id.clone()));
    let sheet = source.sheet(&customers::CHANNEL_SWITCHES, findings);
    dossier.channel_switches = read_moments::channel_switches(&sheet, &journeys, &channels, findings);
    let sheet = source.sheet(&customers::SERVICE_LEVELS, findings);
    dossier.service_levels = read_people::service_levels(&sheet, &personas, &channels, findings);
    let sheet = source.sheet(&customers::PERSONA_CRITERIA, findings);
    let criteria = &dossier.settings.criteria;
    dossier.criterion_points =
        read_people::criterion_points(&sheet, &personas, &journeys, criteria, findings);
    let sheet = source.sheet(&customers::MOMENTS, findings);
    dossier.moments = read_moments::moments(&sheet, &journeys, &channels, findings);
    let sheet = source.sheet(&customers::MOMENT_IMPORTANCE, findings);
    dossier.importances = read_moments::importances(&sheet, &personas, &moment_keys(dossier), findings);
}

fn read_organisation(source: &mut Source, dossier: &mut Dossier, findings: &mut Vec<Finding>) {
    let sheet = source.sheet(&ecosystem::CAPABILITIES, findings);
    dossier.capabilities = read_ecosystem::capabilities(&sheet, findings);
    let sheet = source.sheet(&ecosystem::ROLES, findings);
    dossier.roles = read_ecosystem::roles(&sheet, source.horizon, findings);
    let sheet = source.sheet(&ecosystem::ECOSYSTEM_NODES, findings);
    dossier.nodes = read_ecosystem::nodes(&sheet, findings);
    let (nodes, moments) = (node_keys(dossier), moment_keys(dossier));
    let sheet = source.sheet(&ecosystem::ECOSYSTEM_EDGES, findings);
    dossier.edges = read_ecosystem::edges(&sheet, &nodes, &moments, findings);
    let (personas, levers) = (persona_keys(dossier), lever_keys(dossier));
    let sheet = source.sheet(&ecosystem::PROBLEMS, findings);
    dossier.problems = read_ecosystem::problems(&sheet, &moments, &personas, &levers, &nodes, findings);
}

fn read_candidates(source: &mut Source, dossier: &mut Dossier, findings: &mut Vec<Finding>) {
    let horizon = source.horizon;
    let capabilities = dossier.capabilities.iter().map(|capability| capability.id.as_str().into());
    let capabilities = Keys::new(("capability", "capacité"), capabilities);
    let sheet = source.sheet(&portfolio::INVESTMENTS, findings);
    let mut investments = read_investments::investments(&sheet, &capabilities, findings);
    let keys = investment_keys(&investments);
    let named = variants_named_by_lines(&source.tables);
    let sheet = source.sheet(&portfolio::VARIANTS, findings);
    read_investments::variants(&sheet, &mut investments, &keys, &named, findings);
    let sheet = source.sheet(&portfolio::COST_LINES, findings);
    read_lines::cost_lines(&sheet, horizon, &mut investments, &keys, findings);
    let sheet = source.sheet(&portfolio::BENEFIT_LINES, findings);
    read_lines::benefit_lines(&sheet, horizon, &mut investments, &keys, &lever_keys(dossier), findings);
    let sheet = source.sheet(&portfolio::ROLE_DEMAND, findings);
    let roles = Keys::new(("role", "rôle"), dossier.roles.iter().map(|role| role.id.clone()));
    read_lines::role_demand(&sheet, horizon, &mut investments, &keys, &roles, findings);
    let sheet = source.sheet(&portfolio::MOMENT_EFFECTS, findings);
    let (moments, personas) = (moment_keys(dossier), persona_keys(dossier));
    read_effects::moment_effects(&sheet, &mut investments, &keys, &moments, &personas, findings);
    let sheet = source.sheet(&portfolio::NODE_EFFECTS, findings);
    read_effects::node_effects(&sheet, &mut investments, &keys, &node_keys(dossier), findings);
    let sheet = source.sheet(&portfolio::INVESTMENT_CRITERIA, findings);
    read_effects::check_criteria(&sheet, &source.criteria, findings);
    read_effects::criteria(&sheet, &mut investments, &keys, findings);
    let sheet = source.sheet(&portfolio::RISKS, findings);
    read_effects::risks(&sheet, &mut investments, &keys, findings);
    let sheet = source.sheet(&portfolio::DEPENDENCIES, findings);
    dossier.dependencies = read_rules::dependencies(&sheet, &keys, findings);
    dossier.investments = investments;
}

fn read_limits(source: &mut Source, dossier: &mut Dossier, findings: &mut Vec<Finding>) {
    let sheet = source.sheet(&limits::ENVELOPES, findings);
    dossier.envelopes = read_envelopes::envelopes(&sheet, findings);
    let sheet = source.sheet(&limits::RULES, findings);
    let known = Known {
        investments: &dossier.investments,
        keys: &investment_keys(&dossier.investments),
        personas: &persona_keys(dossier),
        moments: &moment_keys(dossier),
        objectives: &objective_keys(dossier),
    };
    let rules = read_portfolio_rules::rules(&sheet, &known, findings);
    dossier.rules = rules;
}

/// The (investment, variant) pairs of the line tables, each once, in order; a blank variant is the core one.
fn variants_named_by_lines(tables: &BTreeMap<String, Table>) -> Vec<(String, String)> {
    let mut named = BTreeSet::new();
    for schema in [&portfolio::COST_LINES, &portfolio::BENEFIT_LINES] {
        let Some(table) = tables.get(schema.name) else { continue };
        let column = |name: &str| table.headings.iter().position(|heading| heading == name);
        let Some(investment) = column("investment_id") else { continue };
        let variant = column("variant_id");
        for record in &table.records {
            let cell = |at: usize| record.cells.get(at).map_or("", str::trim).to_string();
            let variant = variant.map(cell).filter(|text| !text.is_empty());
            named.insert((cell(investment), variant.unwrap_or_else(|| read_investments::CORE.to_string())));
        }
    }
    named.into_iter().collect()
}

fn read_learning(source: &mut Source, dossier: &mut Dossier, findings: &mut Vec<Finding>) {
    let investments = investment_keys(&dossier.investments);
    let (moments, personas) = (moment_keys(dossier), persona_keys(dossier));
    let (levers, nodes) = (lever_keys(dossier), node_keys(dossier));
    let targets = read_evidence::Targets {
        moments: &moments,
        personas: &personas,
        investments: &investments,
        levers: &levers,
        nodes: &nodes,
    };
    let sheet = source.sheet(&learning::EVIDENCE, findings);
    dossier.evidence = read_evidence::evidence(&sheet, &targets, findings);
    let sheet = source.sheet(&learning::STUDIES, findings);
    dossier.studies = read_evidence::studies(&sheet, &investments, &moments, findings);
    let sheet = source.sheet(&learning::SCENARIOS, findings);
    dossier.scenarios = read_rules::scenarios(&sheet, findings);
    let sheet = source.sheet(&learning::QUESTIONS, findings);
    dossier.questions = read_rules::questions(&sheet, &investments, findings);
}

fn objective_keys(dossier: &Dossier) -> Keys<crate::domain::objective::Objective> {
    Keys::new(("objective", "objectif"), dossier.objectives.iter().map(|objective| objective.id.clone()))
}

fn lever_keys(dossier: &Dossier) -> Keys<crate::domain::lever::Lever> {
    Keys::new(("lever", "levier"), dossier.levers.iter().map(|lever| lever.id.clone()))
}

fn persona_keys(dossier: &Dossier) -> Keys<crate::domain::persona::Persona> {
    Keys::new(("persona", "persona"), dossier.personas.iter().map(|persona| persona.id.clone()))
}

fn moment_keys(dossier: &Dossier) -> Keys<crate::domain::moment::MomentOfTruth> {
    Keys::new(("moment", "moment"), dossier.moments.iter().map(|moment| moment.id.clone()))
}

fn node_keys(dossier: &Dossier) -> Keys<crate::domain::ecosystem::EcosystemNode> {
    Keys::new(("node", "nœud"), dossier.nodes.iter().map(|node| node.id.clone()))
}

fn investment_keys(investments: &[Investment]) -> Keys<Investment> {
    Keys::new(("investment", "investissement"), investments.iter().map(|investment| investment.id.clone()))
}

/// A dossier with settings only.
fn empty(settings: Settings) -> Dossier {
    Dossier {
        settings,
        objectives: Vec::new(),
        stakeholder_weights: Vec::new(),
        pair_judgements: Vec::new(),
        levers: Vec::new(),
        personas: Vec::new(),
        criterion_points: Vec::new(),
        service_levels: Vec::new(),
        journeys: Vec::new(),
        channels: Vec::new(),
        channel_switches: Vec::new(),
        moments: Vec::new(),
        importances: Vec::new(),
        nodes: Vec::new(),
        edges: Vec::new(),
        problems: Vec::new(),
        capabilities: Vec::new(),
        roles: Vec::new(),
        investments: Vec::new(),
        dependencies: Vec::new(),
        envelopes: Vec::new(),
        rules: Vec::new(),
        scenarios: Vec::new(),
        questions: Vec::new(),
        evidence: Vec::new(),
        studies: Vec::new(),
    }
}
