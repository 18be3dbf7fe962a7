//! Rules on the way from a candidate to the customer: problems, their root causes, and candidates that miss both.

use std::collections::BTreeSet;

use super::subject::Subject;
use super::{Advice, Rule};
use crate::domain::dependency::DependencyKind;
use crate::domain::dossier::Dossier;
use crate::domain::ecosystem::NodeId;
use crate::domain::finding::{Finding, Severity};
use crate::domain::investment::{Investment, InvestmentId};
use crate::experience::root_cause::healed_by;
use crate::experience::symptom::symptom_only;
use crate::quantity::real::real;

pub const PROBLEM_NOT_BUSINESS_PROBLEM: Rule = Rule {
    code: "problem_not_business_problem",
    severity: Severity::Warning,
    what: "A customer problem names no lever or no annual cost.",
    why: "A problem without money behind it loses every budget discussion.",
    advice: Advice {
        en: "Say which lever it weighs on and what it costs a year.",
        fr: "Indiquez le levier concerné et le coût annuel du problème.",
    },
    apply: problem_not_business_problem,
};

fn problem_not_business_problem(&Subject { dossier, .. }: &Subject<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for problem in &dossier.problems {
        let has_cost = problem.annual_cost.is_some_and(|cost| real(cost) > 0.0);
        let (column, en, fr) = match (&problem.lever, has_cost) {
            (Some(_), true) => continue,
            (None, true) => ("lever_id", "no lever", "aucun levier"),
            (Some(_), false) => ("annual_cost_eur", "no annual cost", "aucun coût annuel"),
            (None, false) => ("lever_id", "no lever and no annual cost", "ni levier ni coût annuel"),
        };
        let finding = PROBLEM_NOT_BUSINESS_PROBLEM.finding(
            &problem.place,
            format!("Problem {} names {en}.", problem.id),
            format!("Le problème {} n'indique {fr}.", problem.id),
        );
        findings.push(finding.at(column, ""));
    }
    findings
}

pub const ROOT_CAUSE_WITHOUT_CANDIDATE: Rule = Rule {
    code: "root_cause_without_candidate",
    severity: Severity::Warning,
    what: "No candidate raises the health of the root cause of a problem.",
    why: "Whatever is funded, the cause stays and the problem comes back.",
    advice: Advice {
        en: "Add a candidate that treats the cause, or state which existing one does.",
        fr: "Ajoutez un candidat qui traite la cause, ou indiquez lequel le fait déjà.",
    },
    apply: root_cause_without_candidate,
};

fn root_cause_without_candidate(&Subject { dossier, .. }: &Subject<'_>) -> Vec<Finding> {
    let treated: BTreeSet<&NodeId> = dossier.investments.iter().flat_map(healed_by).collect();
    let mut findings = Vec::new();
    for problem in &dossier.problems {
        if let Some(root) = problem.root_node.as_ref().filter(|root| !treated.contains(root)) {
            let finding = ROOT_CAUSE_WITHOUT_CANDIDATE.finding(
                &problem.place,
                format!("No candidate treats {root}, the root cause of problem {}.", problem.id),
                format!("Aucun candidat ne traite {root}, cause racine du problème {}.", problem.id),
            );
            findings.push(finding.at("root_node_id", root.as_str()));
        }
    }
    findings
}

pub const CANDIDATE_ON_SYMPTOM_ONLY: Rule = Rule {
    code: "candidate_on_symptom_only",
    severity: Severity::Note,
    what: "A candidate closes at least 5% of the gap at the moment of a problem, directly or through the map, and for no \
           problem that it eases adds health to the root cause, to what improves it, or to a node between it and the \
           moment.",
    why: "Relief at the surface wears off while the cause goes on; it may still be worth its money.",
    advice: Advice {
        en: "Fund it knowingly, beside what treats the cause, or add the effect it has back stage.",
        fr: "Financez-le en connaissance de cause, à côté de ce qui traite la cause, ou ajoutez son effet en coulisses.",
    },
    apply: candidate_on_symptom_only,
};

fn candidate_on_symptom_only(&Subject { dossier, model, map }: &Subject<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for candidate in symptom_only(dossier, model, map) {
        let Some(investment) = dossier.investment(&candidate.investment) else { continue };
        let eased: Vec<&str> = candidate.eased.iter().map(|eased| eased.problem.as_str()).collect();
        let (eased, name) = (eased.join(", "), dossier.called(&investment.id));
        let finding = CANDIDATE_ON_SYMPTOM_ONLY.finding(
            &investment.place,
            format!("{} eases {eased} and leaves the cause as it is.", name.en),
            format!("{} soulage {eased} et laisse la cause en l'état.", name.fr),
        );
        findings.push(finding.at("id", investment.id.as_str()));
    }
    findings
}

pub const NO_PATH_TO_CUSTOMER_OR_MONEY: Rule = Rule {
    code: "no_path_to_customer_or_money",
    severity: Severity::Warning,
    what: "A candidate has no benefit line, lifts no moment, directly or through the map, and nothing else needs it.",
    why: "It can only cost: nobody could say afterwards whether it was worth it.",
    advice: Advice {
        en: "Trace it to a moment, a lever or a candidate that needs it; otherwise withdraw it.",
        fr: "Reliez-le à un moment, un levier ou un candidat qui en a besoin ; sinon retirez-le.",
    },
    apply: no_path_to_customer_or_money,
};

fn no_path_to_customer_or_money(&Subject { dossier, map, .. }: &Subject<'_>) -> Vec<Finding> {
    let improves_a_moment = |node: &NodeId| {
        let at = map.ecosystem.node_index(node);
        at.is_some_and(|at| map.ecosystem.influence_row(at).iter().any(|points| *points > 0.0))
    };
    let needed = needed_by_others(dossier);
    let has_path = |investment: &Investment| {
        investment.is_mandatory
            || needed.contains(&investment.id)
            || investment.variants.iter().any(|variant| !variant.benefit_lines.is_empty())
            || investment.moment_effects.iter().any(|effect| !effect.lift.mode.is_zero())
            || healed_by(investment).any(improves_a_moment)
    };
    let lost = dossier.investments.iter().filter(|investment| !has_path(investment));
    lost.map(|investment| {
        NO_PATH_TO_CUSTOMER_OR_MONEY
            .finding(
                &investment.place,
                format!("{} leads to no customer and to no money.", dossier.called(&investment.id).en),
                format!("{} ne mène ni au client ni à l'argent.", dossier.called(&investment.id).fr),
            )
            .at("id", investment.id.as_str())
    })
    .collect()
}

/// The candidates that others require or are enabled by.
fn needed_by_others(dossier: &Dossier) -> BTreeSet<&InvestmentId> {
    let needed = dossier.dependencies.iter().filter_map(|dependency| match &dependency.kind {
        DependencyKind::Requires { to, .. } => Some(to),
        DependencyKind::EnabledBy { enabler, .. } => Some(enabler),
        DependencyKind::FinishBefore { first, .. } => Some(first),
        DependencyKind::Excludes { .. }
        | DependencyKind::AllOrNone { .. }
        | DependencyKind::SameStart { .. }
        | DependencyKind::AtLeastOne { .. }
        | DependencyKind::Synergy { .. }
        | DependencyKind::Replaces { .. } => None,
    });
    needed.collect()
}

#[cfg(test)]
mod tests {
    use rust_decimal::dec;

    use super::*;
    use crate::check::subject::look;
    use crate::domain::ecosystem::EdgeEnd;
    use crate::domain::example;

    #[test]
    fn a_business_problem_has_a_lever_and_a_cost() {
        let mut dossier = example::dossier();
        dossier.problems[0].annual_cost = Some(dec!(0));
        assert_eq!(
            look(problem_not_business_problem, &dossier, &example::model())[0].column,
            "annual_cost_eur"
        );
        dossier.problems[0].lever = None;
        let found = look(problem_not_business_problem, &dossier, &example::model());
        assert_eq!((found.len(), found[0].column.as_str()), (1, "lever_id"));
    }

    #[test]
    fn a_root_cause_made_worse_is_not_treated() {
        let mut dossier = example::dossier();
        dossier.investments[0].node_effects[0].health_points = dec!(-1);
        let found = look(root_cause_without_candidate, &dossier, &example::model());
        assert_eq!((found.len(), found[0].value.as_str()), (1, "N1"));
        dossier.problems[0].root_node = None;
        assert_eq!(look(root_cause_without_candidate, &dossier, &example::model()), []);
    }

    #[test]
    fn a_candidate_on_the_moment_alone_treats_a_symptom() {
        let mut dossier = example::dossier();
        dossier.investments[1].moment_effects[0].moment = "M1".into();
        let found = look(candidate_on_symptom_only, &dossier, &example::model());
        assert_eq!((found.len(), found[0].value.as_str()), (1, "B"));
        let mut between = dossier.investments[0].node_effects[0].clone();
        between.node = "N2".into();
        dossier.investments[1].node_effects = vec![between];
        assert_eq!(look(candidate_on_symptom_only, &dossier, &example::model()), []);
        dossier.investments[1].node_effects[0].node = "N3".into();
        assert_eq!(look(candidate_on_symptom_only, &dossier, &example::model()).len(), 1);
        dossier.nodes.push(example::node("N3", 4));
        dossier.edges.push(example::edge(4, "N3", EdgeEnd::Node("N1".into()), dec!(0.3)));
        assert_eq!(look(candidate_on_symptom_only, &dossier, &example::model()), []);
    }

    #[test]
    fn a_candidate_needs_a_path_unless_others_or_the_law_need_it() {
        let mut dossier = example::dossier();
        dossier.investments[1].moment_effects.clear();
        dossier.investments[1].variants[0].benefit_lines.clear();
        let found = look(no_path_to_customer_or_money, &dossier, &example::model());
        assert_eq!((found.len(), found[0].value.as_str()), (1, "B"));
        dossier.investments[1].is_mandatory = true;
        assert_eq!(look(no_path_to_customer_or_money, &dossier, &example::model()), []);
        dossier.investments[0].variants[0].benefit_lines.clear();
        dossier.investments[0].node_effects[0].node = "N9".into();
        assert_eq!(look(no_path_to_customer_or_money, &dossier, &example::model()), [], "B is enabled by A");
        dossier.dependencies.clear();
        assert_eq!(look(no_path_to_customer_or_money, &dossier, &example::model()).len(), 1);
    }
}
