//! The bank's amounts in another unit: the plan and its proof do not depend on it.

use cxfolio::case::cases::Cases;
use cxfolio::case::portfolio_case::ValueModel;
use cxfolio::domain::dossier::Dossier;
use cxfolio::domain::lever::LeverFormula;
use cxfolio::experience::map::ExperienceMap;
use cxfolio::optimize::choose::choose;
use cxfolio::optimize::outcome::Status;
use cxfolio::optimize::question::{Grounds, Question};
use rust_decimal::{Decimal, dec};

use super::oracle::{bank, names, plan};

#[test]
fn the_unit_of_amounts_changes_nothing() {
    let bank = bank();
    for value_model in [ValueModel::Additive, ValueModel::Full] {
        let expected = bank.choose(value_model, Vec::new());
        for unit in [dec!(0.000001), dec!(0.001), dec!(100)] {
            let dossier = in_unit(&bank.opened.dossier, unit);
            let cases = Cases::of(&dossier, &bank.opened.model).expect("cases");
            let map = ExperienceMap::new(&dossier, &bank.opened.model);
            let grounds = Grounds { dossier: &dossier, cases: &cases, map: &map, preference: None };
            let outcome =
                choose(grounds, &Question { value_model, ..Question::default() }).expect("an answer");
            assert_eq!(outcome.status, Status::Optimal, "{value_model:?} in {unit}: {:?}", outcome.gap);
            assert_eq!(names(&plan(&outcome).portfolio), names(&plan(&expected).portfolio));
        }
    }
}

fn in_unit(dossier: &Dossier, unit: Decimal) -> Dossier {
    let mut dossier = dossier.clone();
    for variant in dossier.investments.iter_mut().flat_map(|investment| &mut investment.variants) {
        for line in &mut variant.cost_lines {
            line.amounts.iter_mut().flatten().for_each(|amount| *amount *= unit);
        }
    }
    for lever in &mut dossier.levers {
        match lever.formula.as_mut().expect("the bank's levers have formulas") {
            LeverFormula::Flow { value_per_unit: amount }
            | LeverFormula::Stock { contribution: amount, .. }
            | LeverFormula::WorkingCapital { value_per_unit: amount }
            | LeverFormula::OneOff { value_per_unit: amount }
            | LeverFormula::Risk { loss_per_unit: amount } => *amount *= unit,
        }
    }
    let settings = &mut dossier.settings;
    settings.budgets.values_mut().chain(settings.run_rate_caps.values_mut()).for_each(|limit| *limit *= unit);
    dossier
}
