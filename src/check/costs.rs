//! The rule on the sign of costs: what is spent is positive.

use rust_decimal::Decimal;

use super::subject::Subject;
use super::{Advice, Rule};
use crate::domain::finding::{Finding, Severity};

pub const COST_NEGATIVE: Rule = Rule {
    code: "cost_negative",
    severity: Severity::Warning,
    what: "A cost line has negative amounts and no positive one.",
    why: "A negative cost is a gain without a lever, evidence, ramp or owner, and it is never discounted for doubt.",
    advice: Advice {
        en: "State it as a benefit line, or write spending as a positive amount.",
        fr: "Indiquez-la comme ligne de gain, ou écrivez les dépenses en montants positifs.",
    },
    apply: cost_negative,
};

fn cost_negative(&Subject { dossier, .. }: &Subject<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for line in dossier.variants().flat_map(|(_, variant)| &variant.cost_lines) {
        let stated = || line.amounts.iter().enumerate().filter_map(|(year, amount)| Some((year, (*amount)?)));
        let first = stated().find(|(_, amount)| *amount < Decimal::ZERO);
        if let Some((year, amount)) = first.filter(|_| stated().all(|(_, amount)| amount <= Decimal::ZERO)) {
            let finding = COST_NEGATIVE.finding(
                &line.place,
                format!("Cost line {} takes nothing and gives money back.", line.id),
                format!("La ligne de coût {} ne dépense rien et rapporte de l'argent.", line.id),
            );
            findings.push(finding.at(&format!("y{year}_eur"), &amount.to_string()));
        }
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
    fn a_refund_within_a_line_is_no_gain() {
        let mut dossier = example::dossier();
        let amounts = |dossier: &mut crate::domain::dossier::Dossier, amounts: [Option<Decimal>; 3]| {
            dossier.investments[0].variants[0].cost_lines[0].amounts = amounts.to_vec();
        };
        amounts(&mut dossier, [Some(dec!(10)), Some(dec!(-2)), None]);
        assert_eq!(look(cost_negative, &dossier, &example::model()), []);
        amounts(&mut dossier, [Some(dec!(0)), Some(dec!(0)), None]);
        assert_eq!(look(cost_negative, &dossier, &example::model()), []);
        amounts(&mut dossier, [Some(dec!(0)), Some(dec!(-2)), None]);
        assert_eq!(look(cost_negative, &dossier, &example::model())[0].column, "y1_eur");
    }
}
