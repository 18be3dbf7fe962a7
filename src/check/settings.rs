//! The rules on what a dossier fixes once: the discount rate and tax. Years and budgets are held to their range while reading.

use rust_decimal::{Decimal, dec};

use super::subject::Subject;
use super::wording::percent;
use super::{Advice, Rule};
use crate::domain::finding::{Finding, Severity};
use crate::quantity::real::real;

/// Rates per year, the first one excluded: at -10% a year money would be worth more the later it comes.
const RATES: (Decimal, Decimal) = (dec!(-0.1), dec!(1));

pub const DISCOUNT_RATE_OUT_OF_RANGE: Rule = Rule {
    code: "discount_rate_out_of_range",
    severity: Severity::Error,
    what: "The discount rate is -10% a year or less, or above 100%.",
    why: "Every present value rests on it, and such a rate is a slip of the pen (a sign, or 9 for 0.09).",
    advice: Advice {
        en: "Write the rate as a share per year: 0.09 for 9%.",
        fr: "Écrivez le taux en part par an : 0.09 pour 9 %.",
    },
    apply: discount_rate_out_of_range,
};

fn discount_rate_out_of_range(&Subject { dossier, .. }: &Subject<'_>) -> Vec<Finding> {
    let rate = dossier.settings.discount_rate;
    if RATES.0 < rate && rate <= RATES.1 {
        return Vec::new();
    }
    let read = percent(real(rate));
    let finding = DISCOUNT_RATE_OUT_OF_RANGE.finding(
        &dossier.settings.place,
        format!("The discount rate reads as {} a year.", read.en),
        format!("Le taux d'actualisation se lit {} par an.", read.fr),
    );
    vec![finding.at("discount_rate", &rate.to_string())]
}

pub const TAX_NOT_APPLIED: Rule = Rule {
    code: "tax_not_applied",
    severity: Severity::Warning,
    what: "The settings state a tax rate, and no figure applies it.",
    why: "All figures are before tax, so a reader who sees the rate would take them for figures after tax.",
    advice: Advice {
        en: "Set tax_rate to null, and have tax worked out on the plan that is chosen.",
        fr: "Mettez tax_rate à null, et faites calculer l'impôt sur le plan retenu.",
    },
    apply: tax_not_applied,
};

fn tax_not_applied(&Subject { dossier, .. }: &Subject<'_>) -> Vec<Finding> {
    let stated = dossier.settings.tax_rate.filter(|rate| !rate.is_zero());
    let finding = |rate: Decimal| {
        let read = percent(real(rate));
        let finding = TAX_NOT_APPLIED.finding(
            &dossier.settings.place,
            format!("The tax rate of {} is not applied: all figures are before tax.", read.en),
            format!(
                "Le taux d'impôt de {} n'est pas appliqué : tous les chiffres sont avant impôt.",
                read.fr
            ),
        );
        finding.at("tax_rate", &rate.to_string())
    };
    stated.map(finding).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::subject::look;
    use crate::domain::example;

    #[test]
    fn a_tax_rate_is_told_not_to_count() {
        let mut dossier = example::dossier();
        for (rate, n_findings) in [(None, 0), (Some(dec!(0)), 0), (Some(dec!(0.25)), 1)] {
            dossier.settings.tax_rate = rate;
            assert_eq!(look(tax_not_applied, &dossier, &example::model()).len(), n_findings, "{rate:?}");
        }
    }

    #[test]
    fn a_rate_written_in_per_cent_is_refused() {
        let mut dossier = example::dossier();
        let cases = [(dec!(9), 1), (dec!(-0.1), 1), (dec!(1), 0), (dec!(-0.099), 0), (dec!(0), 0)];
        for (rate, n_findings) in cases {
            dossier.settings.discount_rate = rate;
            let found = look(discount_rate_out_of_range, &dossier, &example::model());
            assert_eq!(found.len(), n_findings, "{rate}");
        }
    }
}
