//! Rules on the table of rules: limits that no plan can keep.

use super::subject::Subject;
use super::{Advice, Rule};
use crate::domain::finding::{Finding, Severity};
use crate::domain::period::{Period, PeriodLength};
use crate::domain::portfolio_rule::{LimitSide, PortfolioRuleKind};
use crate::domain::start::Start;

pub const MEMBERS_TOO_FEW: Rule = Rule {
    code: "members_too_few",
    severity: Severity::Error,
    what: "A rule asks for at least more investments than it has members.",
    why: "No plan can keep it, whatever it costs.",
    advice: Advice {
        en: "Lower the limit, or name the members that are missing.",
        fr: "Baissez la limite, ou nommez les membres qui manquent.",
    },
    apply: members_too_few,
};

fn members_too_few(&Subject { dossier, .. }: &Subject<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for rule in &dossier.rules {
        let PortfolioRuleKind::Count { side: LimitSide::AtLeast, members, count } = &rule.kind else {
            continue;
        };
        let n_members = members.len();
        if n_members < *count as usize {
            let finding = MEMBERS_TOO_FEW.finding(
                &rule.place,
                format!("{} asks for at least {count} of {n_members}.", rule.id),
                format!("{} demande au moins {count} sur {n_members}.", rule.id),
            );
            findings.push(finding.at("limit", &count.to_string()));
        }
    }
    findings
}

pub const MANDATORY_BY_UNREACHABLE: Rule = Rule {
    code: "mandatory_by_unreachable",
    severity: Severity::Error,
    what: "A rule wants an investment started before it may start.",
    why: "No plan can keep it, whatever the money.",
    advice: Advice {
        en: "Move the date, or bring the earliest start of the investment forward.",
        fr: "Déplacez la date, ou avancez le début au plus tôt de l'investissement.",
    },
    apply: mandatory_by_unreachable,
};

fn mandatory_by_unreachable(&Subject { dossier, .. }: &Subject<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for rule in &dossier.rules {
        let PortfolioRuleKind::MandatoryBy { members, by } = &rule.kind else { continue };
        let by_period = ending_with(*by);
        let members = members.iter().filter_map(|id| dossier.investment(id));
        for late in members.filter(|investment| *by < Start::of_year(investment.earliest_start)) {
            let (id, earliest) = (&late.id, late.earliest_start);
            let finding = MANDATORY_BY_UNREACHABLE.finding(
                &rule.place,
                format!("{id} may not start before year {earliest}, and must by {by_period}."),
                format!(
                    "{id} ne peut débuter avant l'année {earliest}, et doit l'avoir fait en {by_period}."
                ),
            );
            findings.push(finding.at("limit", &by_period.to_string()));
        }
    }
    findings
}

/// The longest period that ends with this month.
fn ending_with(last: Start) -> Period {
    let after = last.months() + 1;
    let fits = |length: &PeriodLength| after.is_multiple_of(length.months());
    let length = PeriodLength::ALL.into_iter().find(fits).unwrap_or(PeriodLength::Month);
    Period { begin: Start::of_months(after - length.months()), length }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::subject::look;
    use crate::domain::example;
    use crate::domain::portfolio_rule::PortfolioRule;

    #[test]
    fn a_deadline_is_told_as_the_period_it_ends() {
        let told = |months| ending_with(Start::of_months(months)).to_string();
        assert_eq!([told(23), told(17), told(16)], ["y1", "y1q2", "y1m05"]);
    }

    #[test]
    fn a_deadline_in_the_first_year_allowed_can_be_kept() {
        let mut dossier = example::dossier();
        dossier.investments[0].earliest_start = 1;
        for (by, n_findings) in [(11, 1), (12, 0), (23, 0)] {
            let members = dossier.investments.iter().map(|investment| investment.id.clone()).collect();
            dossier.rules = vec![PortfolioRule {
                id: "K1".into(),
                name: example::name("The law"),
                kind: PortfolioRuleKind::MandatoryBy { members, by: Start::of_months(by) },
                price: None,
                is_active: true,
                place: example::at("rules", 2),
            }];
            assert_eq!(look(mandatory_by_unreachable, &dossier, &example::model()).len(), n_findings, "{by}");
        }
    }
}
