//! Rules on levers: a cap leaves room, and somebody can follow where the unit value comes from.

use rust_decimal::Decimal;

use super::subject::Subject;
use super::{Advice, Rule};
use crate::domain::finding::{Finding, Severity};

pub const CAP_NOT_POSITIVE: Rule = Rule {
    code: "cap_not_positive",
    severity: Severity::Error,
    what: "The cap of a lever is zero or less.",
    why: "Such a lever can bring nothing, so whatever claims to move it is wrong, or the cap is.",
    advice: Advice {
        en: "State what all candidates together can move, leave the cell blank for no cap, or remove the lever.",
        fr: "Indiquez ce que tous les candidats peuvent mouvoir, laissez vide s'il n'y a pas de plafond, ou retirez le levier.",
    },
    apply: cap_not_positive,
};

fn cap_not_positive(&Subject { dossier, .. }: &Subject<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for lever in &dossier.levers {
        if let Some(cap) = lever.cap.filter(|cap| *cap <= Decimal::ZERO) {
            let finding = CAP_NOT_POSITIVE.finding(
                &lever.place,
                format!("The cap of lever {} is {cap}: it can bring nothing.", lever.id),
                format!("Le plafond du levier {} est {cap} : il ne peut rien apporter.", lever.id),
            );
            findings.push(finding.at("cap_units", &cap.to_string()));
        }
    }
    findings
}

pub const LEVER_FORMULA_UNSTATED: Rule = Rule {
    code: "lever_formula_unstated",
    severity: Severity::Note,
    what: "A lever does not say how its unit value was worked out.",
    why: "Every benefit on it rests on that value, and nobody can check a figure without its working.",
    advice: Advice {
        en: "Write the working in words and figures, such as 2 M EUR of calls x 1 %.",
        fr: "Écrivez le calcul en mots et en chiffres, comme 2 M EUR d'appels x 1 %.",
    },
    apply: lever_formula_unstated,
};

fn lever_formula_unstated(&Subject { dossier, .. }: &Subject<'_>) -> Vec<Finding> {
    let silent = dossier.levers.iter().filter(|lever| lever.formula_text.trim().is_empty());
    silent
        .map(|lever| {
            LEVER_FORMULA_UNSTATED
                .finding(
                    &lever.place,
                    format!("Lever {} does not say how its unit value was worked out.", lever.id),
                    format!("Le levier {} ne dit pas d'où vient sa valeur unitaire.", lever.id),
                )
                .at("formula", "")
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use rust_decimal::dec;

    use super::*;
    use crate::check::subject::look;
    use crate::domain::example;

    #[test]
    fn a_cap_leaves_room_or_is_not_stated() {
        let mut dossier = example::dossier();
        for (cap, n_findings) in [(None, 0), (Some(dec!(0)), 1), (Some(dec!(-1)), 1), (Some(dec!(0.1)), 0)] {
            dossier.levers[0].cap = cap;
            assert_eq!(look(cap_not_positive, &dossier, &example::model()).len(), n_findings, "{cap:?}");
        }
    }

    #[test]
    fn a_blank_working_is_told() {
        let mut dossier = example::dossier();
        dossier.levers[1].formula_text = " ".into();
        let found = look(lever_formula_unstated, &dossier, &example::model());
        assert_eq!((found.len(), found[0].column.as_str()), (1, "formula"));
    }
}
