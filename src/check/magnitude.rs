//! The rule on size: numbers whose product is so large that exact arithmetic could not hold what is built from it.

use rust_decimal::Decimal;

use super::subject::Subject;
use super::wording::rounded;
use super::{Advice, Rule};
use crate::domain::finding::{Finding, Severity};
use crate::domain::lever::LeverFormula;
use crate::domain::place::Place;
use crate::quantity::real::real;

/// The largest product that exact arithmetic is asked to hold, in currency units, occurrences or customers.
const PRODUCT_MAX: f64 = 1e15;

pub const NUMBER_TOO_LARGE: Rule = Rule {
    code: "number_too_large",
    severity: Severity::Error,
    what: "Two numbers are each within their range and their product is not, being above 1e15: an effect times the unit \
           value of its lever, customers times revenue, occurrences times the contribution of a lost sale.",
    why: "No company decides about that much, and exact sums of such products could no longer be held.",
    advice: Advice {
        en: "Look for a thousands separator read as a decimal point, or a value per thousand given per unit.",
        fr: "Cherchez un séparateur de milliers lu comme virgule, ou une valeur par millier donnée par unité.",
    },
    apply: number_too_large,
};

/// A single number above its range never gets here: the reader refuses it under the same code.
fn number_too_large(&Subject { dossier, .. }: &Subject<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut look = |place: &Place, column: &str, stated: Decimal, product: f64| {
        if product.abs() > PRODUCT_MAX {
            let size = rounded(product, 0);
            let finding = NUMBER_TOO_LARGE.finding(
                place,
                format!("{column} leads to {}, which is too large to be meant.", size.en),
                format!("{column} conduit à {}, trop grand pour être voulu.", size.fr),
            );
            findings.push(finding.at(column, &stated.to_string()));
        }
    };
    for persona in &dossier.personas {
        let revenue = real(persona.customers) * real(persona.annual_revenue);
        look(&persona.place, "annual_revenue_eur", persona.annual_revenue, revenue);
    }
    let everyone: f64 = dossier.personas.iter().map(|persona| real(persona.customers)).sum();
    for moment in &dossier.moments {
        let occurrences = everyone * real(moment.frequency);
        look(&moment.place, "frequency_per_customer_year", moment.frequency, occurrences);
        let sale = moment.consequences.lost_sale_contribution;
        look(&moment.place, "lost_sale_contribution_eur", sale, occurrences * real(sale));
    }
    for lever in &dossier.levers {
        if let Some(LeverFormula::Stock { contribution, .. }) = &lever.formula {
            let of_one = lever.formula.as_ref().map_or(0.0, value_of_one);
            look(&lever.place, "stock_contribution_eur", *contribution, of_one);
        }
    }
    for line in dossier.variants().flat_map(|(_, variant)| &variant.benefit_lines) {
        let formula = dossier.lever(&line.lever).and_then(|lever| lever.formula.as_ref());
        if let (Some(effect), Some(formula)) = (line.effect, formula) {
            let effects =
                [("effect_low", effect.low), ("effect_mode", effect.mode), ("effect_high", effect.high)];
            if let Some((column, stated)) = effects.into_iter().max_by_key(|(_, effect)| effect.abs()) {
                look(&line.place, column, stated, real(stated) * value_of_one(formula));
            }
        }
    }
    findings
}

/// Amount a year for one unit of effect, before any decay.
fn value_of_one(formula: &LeverFormula) -> f64 {
    match formula {
        LeverFormula::Flow { value_per_unit }
        | LeverFormula::WorkingCapital { value_per_unit }
        | LeverFormula::OneOff { value_per_unit } => real(*value_per_unit),
        LeverFormula::Risk { loss_per_unit } => real(*loss_per_unit),
        LeverFormula::Stock { customers_per_unit, contribution, .. } => {
            real(*customers_per_unit) * real(*contribution)
        }
    }
}

#[cfg(test)]
mod tests {
    use rust_decimal::dec;

    use super::*;
    use crate::check::subject::look;
    use crate::domain::dossier::Dossier;
    use crate::domain::estimate::ThreePoint;
    use crate::domain::example;

    fn cells(dossier: &Dossier) -> Vec<(String, String)> {
        let found = look(number_too_large, dossier, &example::model());
        found.into_iter().map(|finding| (finding.column, finding.value)).collect()
    }

    #[test]
    fn effects_are_judged_by_what_their_lever_makes_of_them() {
        let mut dossier = example::dossier();
        let line = |dossier: &mut Dossier, investment: usize, high| {
            let effect = ThreePoint { low: dec!(1), mode: dec!(2), high };
            dossier.investments[investment].variants[0].benefit_lines[0].effect = Some(effect);
        };
        // 20,000 a unit, and 40 customers at 100 each: the limit lies at 5e10 and 2.5e11 units.
        line(&mut dossier, 0, dec!(50000000000));
        line(&mut dossier, 1, dec!(-250000000001));
        assert_eq!(cells(&dossier), [("effect_high".to_string(), "-250000000001".to_string())]);
    }

    #[test]
    fn the_largest_decimal_is_found_and_overflows_no_rule() {
        let mut dossier = example::dossier();
        dossier.settings.budgets.insert(0, Decimal::MAX);
        dossier.personas[0].annual_revenue = Decimal::MAX;
        dossier.personas[0].customers = Decimal::MAX;
        dossier.moments[0].frequency = Decimal::MAX;
        dossier.moments[1].consequences.lost_sale_contribution = Decimal::MAX;
        dossier.investments[0].is_mandatory = true;
        dossier.investments[0].variants[0].cost_lines[0].amounts[0] = Some(Decimal::MIN);
        dossier.investments[0].variants[0].cost_lines[0].high_multiplier = Decimal::MAX;
        dossier.levers[1].formula = Some(LeverFormula::Stock {
            customers_per_unit: Decimal::MAX,
            contribution: Decimal::MAX,
            decay: Decimal::MAX,
        });
        let columns: Vec<String> = cells(&dossier).into_iter().map(|(column, _)| column).collect();
        let expected = [
            "annual_revenue_eur",
            "frequency_per_customer_year",
            "frequency_per_customer_year",
            "lost_sale_contribution_eur",
            "stock_contribution_eur",
            "effect_high",
        ];
        assert_eq!(columns, expected);
        assert!(!crate::check::check(&dossier, &example::model()).is_empty());
    }
}
