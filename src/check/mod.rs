//! The validation rules over a whole dossier, each with a code; the list of rules as data.
//!
//! A rule looks at what a well-read dossier says, not at how it was written: text that is no number, unknown columns and
//! identifiers that lead nowhere are found while reading. Rules sit in files by subject; [`RULES`] lists them all, and
//! [`check`] does nothing but run that list, so documents about the rules can be printed from it.
//!
//! Whatever the rules need to know of lifts, gaps, influence and money at risk they take from `experience`, so that a
//! finding and the map never differ; a rule only says it.
//!
//! What is deliberately not a rule: money counted both by benefit lines and by moments of truth. The amounts at risk at
//! moments are shown beside the net present value and never enter it, so no dossier can count that money twice; what a
//! dossier can do twice is feed one lever by two lines of one variant (`double_count`) and state one lift both directly
//! and through the ecosystem map (`direct_and_propagated`).
//!
//! What the reader already holds to a range (shares, weights of edges, years of the horizon, budgets, single amounts) is
//! not looked at again here.
//!
//! Limits that the method calls assumptions are read from the decision model by name ([`DecisionModel::limit`]), with the
//! figure in brackets where the model is silent: `conditions_max` (12),
//! `direct_and_propagated` (0.4), `evidence_half_life_months` (18),
//! `evidence_people_min` (12), `evidence_survey_min` (200), `long_contract_years` (2), `sponsor_projects` (3),
//! `vendor_run_share` (0.45).

pub mod candidates;
pub mod causes;
pub mod circles;
pub mod components;
pub mod conditions;
pub mod costs;
pub mod customers;
pub mod dependencies;
pub mod effects;
pub mod envelopes;
pub mod evidence;
pub mod funding;
pub mod levers;
pub mod limits;
pub mod magnitude;
pub mod map;
pub mod order;
pub mod parents;
pub mod pilots;
pub mod scenarios;
pub mod settings;
pub mod starts;
pub mod strategy;
pub mod subject;
pub mod vendors;
pub mod weights;
pub mod without_lines;
pub mod wording;

use crate::domain::decision_model::DecisionModel;
use crate::domain::dossier::Dossier;
use crate::domain::finding::{Finding, Severity};
use crate::domain::place::Place;
use crate::experience::map::ExperienceMap;
use subject::Subject;

/// One rule: what it looks for, why that matters, what to do about it, and the function that looks.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Stable snake_case noun.
    pub code: &'static str,
    /// An error means that figures cannot be trusted or that something cannot take part; a warning, that a reviewer
    /// would object; a note is worth knowing.
    pub severity: Severity,
    /// What a finding of this rule means, in English.
    pub what: &'static str,
    /// Why it matters, in English.
    pub why: &'static str,
    pub advice: Advice,
    pub apply: fn(&Subject<'_>) -> Vec<Finding>,
}

/// What to do about a finding, the same for all findings of a rule.
#[derive(Clone, Copy, Debug)]
pub struct Advice {
    pub en: &'static str,
    pub fr: &'static str,
}

impl Rule {
    /// A finding of this rule at a place, with the rule's code, severity and advice; French is set with its spaces.
    pub fn finding(&self, place: &Place, en: String, fr: String) -> Finding {
        Finding::new(self.code, self.severity, place, en, fr).suggest(self.advice.en, self.advice.fr)
    }
}

/// Every rule, by subject.
pub const RULES: &[Rule] = &[
    settings::DISCOUNT_RATE_OUT_OF_RANGE,
    settings::TAX_NOT_APPLIED,
    strategy::NO_OBJECTIVE,
    strategy::OBJECTIVE_WITHOUT_RANGE,
    strategy::OBJECTIVE_RANGE_REVERSED,
    strategy::OBJECTIVE_WITHOUT_OWNER,
    strategy::OBJECTIVE_WITHOUT_LEVER,
    strategy::LEVER_WITHOUT_KPI_CONVERSION,
    parents::OBJECTIVE_CYCLE,
    levers::CAP_NOT_POSITIVE,
    levers::LEVER_FORMULA_UNSTATED,
    weights::WEIGHTS_NOT_ELICITED,
    weights::WEIGHTS_ZERO_SUM,
    weights::JUDGEMENT_OUT_OF_RANGE,
    customers::ONE_PERSONA_ONLY,
    customers::PERSONA_WEIGHTS_NOT_100,
    customers::MOMENT_WITHOUT_IMPORTANCE,
    customers::TARGET_ALREADY_MET,
    customers::MUST_BE_BELOW_FLOOR,
    customers::IMPLIED_CHURN_ABOVE_OBSERVED,
    map::EDGE_SELF_LOOP,
    map::INFLOW_ABOVE_LIMIT,
    map::DIRECT_AND_PROPAGATED,
    causes::PROBLEM_NOT_BUSINESS_PROBLEM,
    causes::ROOT_CAUSE_WITHOUT_CANDIDATE,
    causes::CANDIDATE_ON_SYMPTOM_ONLY,
    causes::NO_PATH_TO_CUSTOMER_OR_MONEY,
    effects::TRI_NOT_ORDERED,
    effects::RAMP_OUT_OF_RANGE,
    effects::RAMP_DECREASING,
    effects::ABOVE_LEVER_CAP,
    effects::DOUBLE_COUNT,
    effects::BENEFIT_WITHOUT_OWNER,
    evidence::BENEFIT_OPINION_ONLY,
    evidence::STALE_EVIDENCE,
    evidence::EVIDENCE_CAPPED,
    candidates::CANDIDATE_INCOMPLETE,
    without_lines::CANDIDATE_WITHOUT_LINES,
    candidates::MANDATORY_UNFUNDED,
    candidates::NO_CHANGE_COST,
    costs::COST_NEGATIVE,
    components::SHARED_COMPONENT_DIFFERS,
    components::SHARED_COMPONENT_ALONE,
    pilots::VARIANT_PERHAPS_PILOT,
    candidates::START_WINDOW_EMPTY,
    starts::START_BEYOND_HORIZON,
    funding::SHARE_STEP_TOO_FINE,
    candidates::SPONSOR_OVERLOADED,
    candidates::SENSITIVE_INFERENCE,
    vendors::LONG_CONTRACT,
    vendors::VENDOR_CONCENTRATION,
    dependencies::REQUIRES_CYCLE,
    dependencies::REQUIRES_EXCLUDED,
    dependencies::MANDATORY_CONFLICT,
    dependencies::DEPENDENCY_FACTOR_OUT_OF_RANGE,
    order::FINISH_BEFORE_CYCLE,
    order::DURATION_ASSUMED,
    order::START_WINDOWS_APART,
    envelopes::DEPARTMENT_UNKNOWN,
    envelopes::TRANSFER_GROUP_MIXED,
    limits::MEMBERS_TOO_FEW,
    limits::MANDATORY_BY_UNREACHABLE,
    conditions::TOO_MANY_CONDITIONS,
    magnitude::NUMBER_TOO_LARGE,
    scenarios::OVERRIDE_WITHOUT_TARGET,
    scenarios::OVERRIDE_OPERAND_INVALID,
];

/// All findings of all rules, in the order in which they are shown: file, row, column, code, value.
///
/// `model` is the one the decision rests on, the dossier's own evidence scale included
/// ([`DecisionModel::for_dossier`]). A dossier without fault gives an empty list.
pub fn check(dossier: &Dossier, model: &DecisionModel) -> Vec<Finding> {
    let subject = Subject { dossier, model, map: &ExperienceMap::new(dossier, model) };
    let mut findings: Vec<Finding> = RULES.iter().flat_map(|rule| (rule.apply)(&subject)).collect();
    findings.sort_by(|a, b| a.key().cmp(&b.key()));
    findings
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::domain::example;

    #[test]
    fn a_sound_dossier_has_no_finding() {
        assert_eq!(check(&example::dossier(), &example::model()), []);
    }

    #[test]
    fn codes_are_snake_case_and_different() {
        let codes: BTreeSet<&str> = RULES.iter().map(|rule| rule.code).collect();
        assert_eq!(codes.len(), RULES.len());
        let is_snake =
            |code: &&str| code.chars().all(|c| c == '_' || c.is_ascii_lowercase() || c.is_ascii_digit());
        assert!(codes.iter().all(is_snake), "{codes:?}");
    }

    #[test]
    fn every_rule_explains_itself_in_both_languages() {
        for rule in RULES {
            for text in [rule.what, rule.why, rule.advice.en, rule.advice.fr] {
                assert!(text.len() > 20 && text.ends_with('.'), "{}: {text:?}", rule.code);
            }
        }
    }
}
