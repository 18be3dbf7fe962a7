//! The rule on what a dossier fixes once: the discount rate. Years and budgets are held to their range while reading.

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::subject::look;
    use crate::domain::example;

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
