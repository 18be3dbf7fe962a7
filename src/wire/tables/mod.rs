//! All tables of a dossier with their columns, by subject.

pub mod customers;
pub mod purpose;
pub mod ecosystem;
pub mod portfolio;
pub mod limits;
pub mod learning;

use super::table::TableSchema;

/// Every table, in the order in which a dossier is read.
pub const ALL: [&TableSchema; 33] = [
    &purpose::OBJECTIVES,
    &purpose::STAKEHOLDER_WEIGHTS,
    &purpose::AHP_PAIRS,
    &purpose::LEVERS,
    &customers::PERSONAS,
    &customers::PERSONA_CRITERIA,
    &customers::JOURNEYS,
    &customers::CHANNELS,
    &customers::CHANNEL_SWITCHES,
    &customers::SERVICE_LEVELS,
    &customers::MOMENTS,
    &customers::MOMENT_IMPORTANCE,
    &ecosystem::CAPABILITIES,
    &ecosystem::ROLES,
    &ecosystem::ECOSYSTEM_NODES,
    &ecosystem::ECOSYSTEM_EDGES,
    &ecosystem::PROBLEMS,
    &portfolio::INVESTMENTS,
    &portfolio::VARIANTS,
    &portfolio::COST_LINES,
    &portfolio::BENEFIT_LINES,
    &portfolio::MOMENT_EFFECTS,
    &portfolio::NODE_EFFECTS,
    &portfolio::INVESTMENT_CRITERIA,
    &portfolio::ROLE_DEMAND,
    &portfolio::DEPENDENCIES,
    &portfolio::RISKS,
    &limits::ENVELOPES,
    &limits::RULES,
    &learning::EVIDENCE,
    &learning::STUDIES,
    &learning::SCENARIOS,
    &learning::QUESTIONS,
];

/// A table of results that a dossier may carry; it is derived, so it is not read.
pub const DERIVED: &str = "investment_cashflows";

/// The table of this name.
pub fn named(name: &str) -> Option<&'static TableSchema> {
    ALL.into_iter().find(|schema| schema.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_and_columns_have_distinct_names_and_say_what_they_hold() {
        let mut names: Vec<_> = ALL.iter().map(|schema| schema.name).collect();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), ALL.len());
        for schema in ALL {
            let mut columns: Vec<_> = schema.columns.iter().map(|column| column.name).collect();
            columns.sort();
            columns.dedup();
            assert_eq!(columns.len(), schema.columns.len(), "{}", schema.name);
            assert!(schema.columns.iter().all(|column| !column.sentence.is_empty()), "{}", schema.name);
        }
    }
}
