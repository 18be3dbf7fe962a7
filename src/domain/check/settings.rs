//! Rules on what a dossier fixes once: the rate, the years, the limits of spending.

use super::wording::{number, percent};
use super::{Advice, Rule};
use crate::domain::decision_model::DecisionModel;
use crate::domain::dossier::Dossier;
use crate::domain::finding::{Finding, Severity};
use crate::quantity::real::real;

/// Years a case may cover.
const HORIZONS: std::ops::RangeInclusive<usize> = 1..=50;

pub const DISCOUNT_RATE_OUT_OF_RANGE: Rule = Rule {
    code: "discount_rate_out_of_range",
    severity: Severity::Error,
    what: "The discount rate is -10% a year or less, or above 100%.",
    why: "Such a rate is a slip of the pen (9 for 0.09), and every present value rests on it.",
    advice: Advice {
        en: "Write the rate as a share per year: 0.09 for 9%.",
        fr: "Écrire le taux en part par an : 0,09 pour 9 %.",
    },
    apply: discount_rate_out_of_range,
};

fn discount_rate_out_of_range(dossier: &Dossier, model: &DecisionModel) -> Vec<Finding> {
    let rate = dossier.settings.discount_rate;
    let is_above_min = real(rate) > model.limit("discount_rate_min", -0.1);
    if is_above_min && real(rate) <= model.limit("discount_rate_max", 1.0) {
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

pub const HORIZON_OUT_OF_RANGE: Rule = Rule {
    code: "horizon_out_of_range",
    severity: Severity::Error,
    what: "The case covers no year after year 0, or more than 50.",
    why: "Without a year of benefits nothing can pay back, and nobody can estimate beyond 50 years.",
    advice: Advice { en: "Use 3 to 10 years; 5 is usual.", fr: "Retenir 3 à 10 ans ; 5 ans est l'usage." },
    apply: horizon_out_of_range,
};

fn horizon_out_of_range(dossier: &Dossier, _: &DecisionModel) -> Vec<Finding> {
    let horizon = dossier.settings.horizon;
    if HORIZONS.contains(&horizon) {
        return Vec::new();
    }
    let finding = HORIZON_OUT_OF_RANGE.finding(
        &dossier.settings.place,
        format!("The horizon is {horizon} years; 1 to 50 can be worked out."),
        format!("L'horizon est de {horizon} ans ; le calcul porte sur 1 à 50 ans."),
    );
    vec![finding.at("horizon_years", &horizon.to_string())]
}

pub const BUDGET_NEGATIVE: Rule = Rule {
    code: "budget_negative",
    severity: Severity::Error,
    what: "A yearly budget or a cap on yearly cost is below zero.",
    why: "No portfolio can spend less than nothing, so no plan would exist.",
    advice: Advice {
        en: "State what may be spent, zero or more; leave a year out when it is not limited.",
        fr: "Indiquer ce qui peut être dépensé, zéro ou plus ; omettre une année qui n'est pas limitée.",
    },
    apply: budget_negative,
};

fn budget_negative(dossier: &Dossier, _: &DecisionModel) -> Vec<Finding> {
    let settings = &dossier.settings;
    let limits = [("budget_eur", &settings.budgets), ("run_rate_cap_eur", &settings.run_rate_caps)];
    let stated = limits.into_iter().flat_map(|(name, by_year)| by_year.iter().map(move |item| (name, item)));
    stated
        .filter(|(_, (_, amount))| amount.is_sign_negative() && !amount.is_zero())
        .map(|(name, (year, amount))| {
            let read = number(*amount);
            BUDGET_NEGATIVE
                .finding(
                    &settings.place,
                    format!("The limit of spending in year {year} is {}.", read.en),
                    format!("La limite de dépense de l'année {year} est de {}.", read.fr),
                )
                .at(&format!("{name}.y{year}"), &amount.to_string())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use rust_decimal::{Decimal, dec};

    use super::*;
    use crate::domain::example;

    #[test]
    fn a_rate_written_in_per_cent_is_refused() {
        let mut dossier = example::dossier();
        let cases = [(dec!(9), 1), (dec!(-0.1), 1), (dec!(1), 0), (dec!(-0.099), 0), (dec!(0), 0)];
        for (rate, n_findings) in cases {
            dossier.settings.discount_rate = rate;
            let found = discount_rate_out_of_range(&dossier, &example::model());
            assert_eq!(found.len(), n_findings, "{rate}");
        }
    }

    #[test]
    fn a_horizon_of_no_year_is_refused() {
        let mut dossier = example::dossier();
        for (horizon, n_findings) in [(0, 1), (1, 0), (50, 0), (51, 1)] {
            dossier.settings.horizon = horizon;
            assert_eq!(horizon_out_of_range(&dossier, &example::model()).len(), n_findings, "{horizon}");
        }
    }

    #[test]
    fn each_negative_limit_is_named_by_its_year() {
        let mut dossier = example::dossier();
        dossier.settings.budgets.insert(1, dec!(-5));
        dossier.settings.run_rate_caps.insert(3, dec!(-1));
        dossier.settings.budgets.insert(2, Decimal::ZERO);
        let columns: Vec<String> =
            budget_negative(&dossier, &example::model()).into_iter().map(|finding| finding.column).collect();
        assert_eq!(columns, ["budget_eur.y1", "run_rate_cap_eur.y3"]);
    }
}
