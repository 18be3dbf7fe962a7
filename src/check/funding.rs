//! The rule on partial funding that is told in more steps than anybody decides about.

use super::subject::Subject;
use super::wording::number;
use super::{Advice, Rule};
use crate::domain::finding::{Finding, Severity};
use crate::domain::investment::PartialFunding;

pub const SHARE_STEP_TOO_FINE: Rule = Rule {
    code: "share_step_too_fine",
    severity: Severity::Warning,
    what: "The step of a candidate's funded share gives more than 21 shares; 21 evenly spread ones are looked at instead.",
    why: "Each share is a choice of its own, and the time to choose grows with every one of them.",
    advice: Advice {
        en: "State a step that gives at most 21 shares, such as 0.05 or 0.1.",
        fr: "Indiquez un pas qui donne au plus 21 parts, par exemple 0.05 ou 0.1.",
    },
    apply: share_step_too_fine,
};

fn share_step_too_fine(&Subject { dossier, .. }: &Subject<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for investment in &dossier.investments {
        let Some(funding) = investment.partial_funding.filter(|funding| funding.is_too_fine()) else {
            continue;
        };
        let (id, most) = (&investment.id, PartialFunding::SHARES_MAX);
        let (stated, used) = (number(funding.step), number(funding.step_used()));
        let finding = SHARE_STEP_TOO_FINE.finding(
            &investment.place,
            format!(
                "A step of {} gives {id} more than {most} shares: a step of {} is used.",
                stated.en, used.en
            ),
            format!(
                "Un pas de {} donne à {id} plus de {most} parts : un pas de {} est utilisé.",
                stated.fr, used.fr
            ),
        );
        findings.push(finding.at("share_step", &funding.step.to_string()));
    }
    findings
}

#[cfg(test)]
mod tests {
    use rust_decimal::dec;

    use super::*;
    use crate::check::subject::look;
    use crate::domain::example;

    #[test]
    fn twenty_one_shares_are_not_too_many() {
        let mut dossier = example::dossier();
        let mut look_at = |min, step| {
            dossier.investments[0].partial_funding = Some(PartialFunding { min, step });
            look(share_step_too_fine, &dossier, &example::model()).len()
        };
        assert_eq!(look_at(dec!(0.5), dec!(0.025)), 0);
        assert_eq!(look_at(dec!(0.5), dec!(0.0249)), 1);
    }
}
