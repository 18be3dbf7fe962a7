//! The rule on size: amounts so large that exact arithmetic could not hold what is built from them.

use rust_decimal::Decimal;

use super::wording::rounded;
use super::{Advice, Rule};
use crate::domain::decision_model::DecisionModel;
use crate::domain::dossier::Dossier;
use crate::domain::finding::{Finding, Severity};
use crate::domain::investment::Investment;
use crate::domain::lever::{Lever, LeverFormula};
use crate::domain::place::Place;
use crate::quantity::real::real;

pub const NUMBER_TOO_LARGE: Rule = Rule {
    code: "number_too_large",
    severity: Severity::Error,
    what: "An amount, or an effect times the unit value of its lever, is above 1e15 in either direction.",
    why: "No company decides about that much, and exact sums and products of such amounts could no longer be held.",
    advice: Advice {
        en: "Look for a thousands separator read as a decimal point, or a value per thousand given per unit.",
        fr: "Chercher un séparateur de milliers lu comme virgule, ou une valeur par millier donnée par unité.",
    },
    apply: number_too_large,
};

/// One number to be judged: where it stands, and the size of what is built from it.
struct Measured<'a> {
    place: &'a Place,
    column: &'a str,
    stated: Decimal,
    size: f64,
}

fn number_too_large(dossier: &Dossier, model: &DecisionModel) -> Vec<Finding> {
    let limit = model.limit("amount_max", 1e15);
    let mut findings = Vec::new();
    let mut look = |measured: Measured<'_>| {
        if measured.size.abs() > limit {
            let size = rounded(measured.size, 0);
            let finding = NUMBER_TOO_LARGE.finding(
                measured.place,
                format!("{} comes to {}, which is too large to be meant.", measured.column, size.en),
                format!("{} conduit à {}, trop grand pour être voulu.", measured.column, size.fr),
            );
            findings.push(finding.at(measured.column, &measured.stated.to_string()));
        }
    };
    settings(dossier, &mut look);
    customers(dossier, &mut look);
    for lever in &dossier.levers {
        unit_value(lever, &mut look);
    }
    for role in &dossier.roles {
        for (column, stated) in [("day_rate_eur", role.day_rate), ("capacity_days", largest(&role.capacity))]
        {
            stated.into_iter().for_each(|stated| look(plain(&role.place, column, stated)));
        }
    }
    for investment in &dossier.investments {
        candidate(dossier, investment, &mut look);
    }
    findings
}

fn plain<'a>(place: &'a Place, column: &'a str, stated: Decimal) -> Measured<'a> {
    Measured { place, column, stated, size: real(stated) }
}

fn largest(amounts: &[Option<Decimal>]) -> Option<Decimal> {
    amounts.iter().flatten().copied().max_by_key(Decimal::abs)
}

fn settings(dossier: &Dossier, look: &mut impl FnMut(Measured<'_>)) {
    let settings = &dossier.settings;
    for (name, limits) in [("budget_eur", &settings.budgets), ("run_rate_cap_eur", &settings.run_rate_caps)] {
        for (year, amount) in limits {
            look(plain(&settings.place, &format!("{name}.y{year}"), *amount));
        }
    }
}

fn customers(dossier: &Dossier, look: &mut impl FnMut(Measured<'_>)) {
    for persona in &dossier.personas {
        let revenue = real(persona.customers) * real(persona.annual_revenue);
        look(plain(&persona.place, "customers", persona.customers));
        let (column, stated) = ("annual_revenue_eur", persona.annual_revenue);
        look(Measured { place: &persona.place, column, stated, size: revenue });
    }
    let everyone: f64 = dossier.personas.iter().map(|persona| real(persona.customers)).sum();
    for moment in &dossier.moments {
        let occurrences = everyone * real(moment.frequency);
        let (column, stated) = ("frequency_per_customer_year", moment.frequency);
        look(Measured { place: &moment.place, column, stated, size: occurrences });
        let sale = moment.consequences.lost_sale_contribution;
        let size = occurrences * real(sale);
        look(Measured { place: &moment.place, column: "lost_sale_contribution_eur", stated: sale, size });
    }
    for problem in &dossier.problems {
        problem.annual_cost.into_iter().for_each(|cost| look(plain(&problem.place, "annual_cost_eur", cost)));
    }
}

fn unit_value(lever: &Lever, look: &mut impl FnMut(Measured<'_>)) {
    if let Some(formula) = &lever.formula {
        let (column, stated) = match formula {
            LeverFormula::Flow { value_per_unit }
            | LeverFormula::WorkingCapital { value_per_unit }
            | LeverFormula::OneOff { value_per_unit } => ("value_eur_per_unit_year", *value_per_unit),
            LeverFormula::Risk { loss_per_unit } => ("value_eur_per_unit_year", *loss_per_unit),
            LeverFormula::Stock { contribution, .. } => ("stock_contribution_eur", *contribution),
        };
        look(Measured { place: &lever.place, column, stated, size: value_of_one(formula) });
    }
    lever.cap.into_iter().for_each(|cap| look(plain(&lever.place, "cap_units", cap)));
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

fn candidate(dossier: &Dossier, investment: &Investment, look: &mut impl FnMut(Measured<'_>)) {
    look(plain(&investment.place, "exit_cost_eur", investment.exit_cost));
    for variant in &investment.variants {
        for line in &variant.cost_lines {
            if let Some(stated) = largest(&line.amounts) {
                let column =
                    line.amounts.iter().position(|amount| *amount == Some(stated)).unwrap_or_default();
                let multiplier =
                    real(line.low_multiplier).abs().max(real(line.high_multiplier).abs()).max(1.0);
                let size = real(stated) * multiplier;
                look(Measured { place: &line.place, column: &format!("y{column}_eur"), stated, size });
            }
        }
        for line in &variant.benefit_lines {
            let Some(effect) = line.effect else { continue };
            let formula = dossier.lever(&line.lever).and_then(|lever| lever.formula.as_ref());
            let of_one = formula.map_or(1.0, value_of_one).abs().max(1.0);
            let effects =
                [("effect_low", effect.low), ("effect_mode", effect.mode), ("effect_high", effect.high)];
            let worst = effects.into_iter().max_by(|(_, a), (_, b)| a.abs().cmp(&b.abs()));
            if let Some((column, stated)) = worst {
                look(Measured { place: &line.place, column, stated, size: real(stated) * of_one });
            }
        }
        for demand in &variant.role_demand {
            let days = demand.days.iter().copied().max_by_key(Decimal::abs);
            days.into_iter().for_each(|days| look(plain(&demand.place, "days", days)));
        }
    }
}

#[cfg(test)]
mod tests {
    use rust_decimal::dec;

    use super::*;
    use crate::domain::estimate::ThreePoint;
    use crate::domain::example;

    fn cells(dossier: &Dossier) -> Vec<(String, String)> {
        let found = number_too_large(dossier, &example::model());
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
    fn the_largest_decimal_is_found_and_overflows_nothing() {
        let mut dossier = example::dossier();
        dossier.settings.budgets.insert(0, Decimal::MAX);
        dossier.personas[0].annual_revenue = Decimal::MAX;
        dossier.personas[0].customers = Decimal::MAX;
        dossier.investments[0].variants[0].cost_lines[0].amounts[0] = Some(Decimal::MIN);
        dossier.investments[0].variants[0].cost_lines[0].high_multiplier = Decimal::MAX;
        dossier.levers[1].formula = Some(LeverFormula::Stock {
            customers_per_unit: Decimal::MAX,
            contribution: Decimal::MAX,
            decay: Decimal::MAX,
        });
        let columns: Vec<String> = cells(&dossier).into_iter().map(|(column, _)| column).collect();
        for column in ["budget_eur.y0", "customers", "annual_revenue_eur", "stock_contribution_eur", "y0_eur"]
        {
            assert!(columns.iter().any(|found| found == column), "{column} is not among {columns:?}");
        }
        assert!(!crate::domain::check::check(&dossier, &example::model()).is_empty());
    }
}
