//! Schemas of every result document, by the types that write them: what an OpenAPI document lists as components.

use std::collections::BTreeMap;

use utoipa::ToSchema;
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::Schema;

use super::finance::{ModifiedRateDocument, NetPresentValueDocument, PaybackDocument, RatesOfReturnDocument};
use super::view_case::CasesView;
use super::view_explain::ExplainedView;
use super::view_finding::CheckView;
use super::view_frontier::FrontierView;
use super::view_import::ImportView;
use super::view_map::MapView;
use super::view_moment::MomentView;
use super::view_node::NodeView;
use super::view_plan::PlanView;
use super::view_plan_list::PlanListView;
use super::view_robust::RobustView;
use super::view_scenarios::ScenariosView;
use super::view_score::ScoreView;
use super::view_trace::TraceView;

type Component = (String, RefOr<Schema>);

/// Adds a type and every type it names.
type Collect = fn(&mut Vec<Component>);

/// Kinds of result, each with the component that its document is.
const ROOTS: &[(&str, &str, Collect)] = &[
    ("check", "CheckResult", component::<CheckView>),
    ("appraise", "AppraisalResult", component::<CasesView>),
    ("score", "ScoreResult", component::<ScoreView>),
    ("map", "EcosystemMap", component::<MapView>),
    ("map_moment", "MapMoment", component::<MomentView>),
    ("map_node", "MapNode", component::<NodeView>),
    ("map_investment", "InvestmentTrace", component::<TraceView>),
    ("choose", "Plan", component::<PlanView>),
    ("alternatives", "PlanList", component::<PlanListView>),
    ("replan", "PlanList", component::<PlanListView>),
    ("explain", "PlanExplanation", component::<ExplainedView>),
    ("frontier", "Frontier", component::<FrontierView>),
    ("robust", "RobustChoice", component::<RobustView>),
    ("scenarios", "ScenarioPlans", component::<ScenariosView>),
    ("import", "ImportResult", component::<ImportView>),
    ("npv", "NetPresentValueAnswer", component::<NetPresentValueDocument>),
    ("irr", "RatesOfReturnAnswer", component::<RatesOfReturnDocument>),
    ("mirr", "ModifiedRateAnswer", component::<ModifiedRateDocument>),
    ("payback", "PaybackAnswer", component::<PaybackDocument>),
];

/// Every component of every result document, once, by name.
pub fn result_schemas() -> Vec<Component> {
    let mut all = Vec::new();
    ROOTS.iter().for_each(|(_, _, collect)| collect(&mut all));
    let by_name: BTreeMap<String, RefOr<Schema>> = all.into_iter().collect();
    by_name.into_iter().collect()
}

/// The component that the document of a kind of result is.
///
/// # Panics
/// Where the kind is none: kinds are written in the program, never read.
pub fn root_of(kind: &str) -> &'static str {
    let root = ROOTS.iter().find(|(name, ..)| *name == kind);
    root.map(|(_, component, _)| *component).expect("a kind of result that has a document")
}

fn component<T: ToSchema>(all: &mut Vec<Component>) {
    T::schemas(all);
    all.push((T::name().into_owned(), T::schema()));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_types_never_share_a_name() {
        let mut all = Vec::new();
        ROOTS.iter().for_each(|(_, _, collect)| collect(&mut all));
        let schemas: BTreeMap<String, RefOr<Schema>> = all.iter().cloned().collect();
        for (name, schema) in &all {
            assert!(schemas.get(name) == Some(schema), "two types are called {name}");
        }
    }

    #[test]
    fn every_root_is_called_as_its_type() {
        for (kind, root, collect) in ROOTS {
            let mut all = Vec::new();
            collect(&mut all);
            assert_eq!(all.last().map(|(name, _)| name.as_str()), Some(*root), "{kind}");
            assert_eq!(root_of(kind), *root);
        }
    }
}
