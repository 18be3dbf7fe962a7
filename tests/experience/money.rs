//! Money at risk against the published figures and the worked example of the method.

use std::collections::BTreeMap;

use cxfolio::experience::at_risk::{CellAtRisk, MoneyAtRisk, lifetime_contribution};
use cxfolio::quantity::real::real;
use rust_decimal::{Decimal, RoundingStrategy, dec};

use crate::{bank, near, read};

#[test]
fn money_at_risk_is_the_published_one() {
    let bank = bank();
    let found = MoneyAtRisk::of(&bank.dossier, &bank.model, &bank.map);
    let published = bank.oracle["money_at_risk"].as_array().expect("cells");
    assert_eq!((published.len(), found.cells.len()), (72, 72));
    let cells: BTreeMap<(&str, &str), _> =
        found.cells.iter().map(|cell| ((cell.persona.as_str(), cell.moment.as_str()), cell)).collect();
    for row in published {
        let (persona, moment) = (row["persona"].as_str().unwrap_or(""), row["moment"].as_str().unwrap_or(""));
        let cell = cells[&(persona, moment)];
        let parts = cell.parts;
        let figures = [
            ("failures_per_year", parts.failures),
            ("leave", parts.leave),
            ("reduce", parts.reduce),
            ("lost_sales", parts.lost_sales),
            ("contacts", parts.contacts),
            ("total", cell.total),
        ];
        for (name, amount) in figures {
            near(real(amount), &row[name], 0.5, &format!("{persona} {moment} {name}"));
        }
    }
    for (moment, amount) in bank.oracle["money_at_risk_by_moment"].as_object().expect("by moment") {
        let of_moment = found.cells.iter().filter(|cell| cell.moment.as_str() == moment);
        let of_whole_units: Decimal = of_moment.map(|cell| rounded(cell.total, dec!(1))).sum();
        near(real(of_whole_units), amount, 0.0, &format!("{moment}, published as a sum of whole amounts"));
        near(real(found.by_moment[&moment.as_str().into()]), amount, 2.5, moment);
    }
    assert_eq!((found.total / dec!(1000000)).round_dp(1), dec!(52.1));
    assert_eq!(found.total, found.cells.iter().map(|cell| cell.total).sum::<Decimal>());
    let share = found.share_of_revenue().expect("a bank with revenue");
    assert_eq!(format!("{:.1}", 100.0 * share), "8.1");
    assert!(found.is_plausible(&bank.model) && found.too_large.is_empty());
    let (implied, observed) = found.churn_overall.expect("customers");
    assert_eq!((implied * dec!(100)).round_dp(1), dec!(2.0));
    assert_eq!((observed * dec!(100)).round_dp(1), dec!(4.8));
    assert!(
        found
            .churn
            .iter()
            .all(|persona| persona.implied <= persona.observed || persona.persona == "P4".into())
    );
}

#[test]
fn the_retailer_has_its_share_of_revenue_at_risk() {
    let (dossier, model, map) = read("maison-lumen");
    let found = MoneyAtRisk::of(&dossier, &model, &map);
    assert_eq!((found.total / dec!(1000000)).round_dp(1), dec!(48.5));
    let company_revenue = 780e6;
    assert_eq!(format!("{:.1}", 100.0 * real(found.total) / company_revenue), "6.2");
    assert_eq!(
        format!("{:.1}", 100.0 * found.share_of_revenue().expect("revenue")),
        "6.8",
        "of the personas' own"
    );
    let weights: f64 = map.cell_weights.iter().sum();
    assert!((weights - 1.0).abs() < 1e-12);
}

#[test]
fn a_wrong_fee_of_a_retired_customer_costs_what_the_method_works_out() {
    let bank = bank();
    let found = MoneyAtRisk::of(&bank.dossier, &bank.model, &bank.map);
    let is_meant = |cell: &&CellAtRisk| (cell.persona.as_str(), cell.moment.as_str()) == ("P4", "M10");
    let parts = found.cells.iter().find(is_meant).expect("P4 cares for M10").parts;
    let persona = bank.dossier.personas.iter().find(|persona| persona.id == "P4".into()).expect("P4");
    assert_eq!(parts.failures, dec!(12540));
    let lifetime = lifetime_contribution(persona, bank.dossier.settings.discount_rate, 5).expect("small");
    let told = |amount: Decimal, figure: Decimal| (amount - figure).abs() < Decimal::ONE;
    assert!(told(lifetime, dec!(870)), "{lifetime}, printed without its cents");
    assert!(told(parts.leave / dec!(1000), dec!(982)), "{}", parts.leave);
    assert!(told(parts.reduce / dec!(1000), dec!(103)), "{}", parts.reduce);
    assert!(told(parts.contacts / dec!(1000), dec!(80)), "{}", parts.contacts);
}

fn rounded(amount: Decimal, unit: Decimal) -> Decimal {
    (amount / unit).round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero)
}
