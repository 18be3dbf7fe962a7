//! The sample bank and what an independent, slow reference computed for it.

use std::fs;
use std::path::{Path, PathBuf};

use cxfolio::app::appraise::cases_of;
use cxfolio::app::open::{Opened, Source, open};
use cxfolio::case::cases::Cases;
use cxfolio::case::portfolio_case::ValueModel;
use cxfolio::domain::dossier::Dossier;
use cxfolio::domain::portfolio::{Choice, Portfolio};
use cxfolio::domain::start::Start;
use cxfolio::experience::map::ExperienceMap;
use cxfolio::optimize::choose::choose;
use cxfolio::optimize::outcome::{Outcome, Plan};
use cxfolio::optimize::question::{Forced, Grounds, Question};
use cxfolio::quantity::real::real;
use rust_decimal::Decimal;
use serde_json::Value;

/// The bank opened, with its cases and its expected figures.
pub struct Bank {
    pub opened: Opened,
    pub cases: Cases,
    pub map: ExperienceMap,
    pub oracle: Value,
}

pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/banque-horizon")
}

pub fn bank() -> Bank {
    let opened = under(None);
    let oracle = fs::read_to_string(folder().join("expected/oracle.json")).expect("the expected figures");
    let cases = cases_of(&opened).expect("cases");
    let map = ExperienceMap::new(&opened.dossier, &opened.model);
    Bank { opened, cases, map, oracle: serde_json::from_str(&oracle).expect("JSON") }
}

/// The bank under a scenario.
pub fn under(scenario: Option<&str>) -> Opened {
    let scenario = scenario.map(str::to_string);
    open(&Source { scenario, ..Source::path(folder()) }).expect("the bank").sound().expect("no errors")
}

impl Bank {
    /// The choice of the bank as it is.
    pub fn choose(&self, value_model: ValueModel, forced: Vec<Forced>) -> Outcome {
        self.choose_in(&self.opened.dossier, value_model, forced)
    }

    /// The choice of a changed bank whose cases and map are the same.
    pub fn choose_in(&self, dossier: &Dossier, value_model: ValueModel, forced: Vec<Forced>) -> Outcome {
        let grounds = Grounds { dossier, cases: &self.cases, map: &self.map, preference: None };
        choose(grounds, &Question { value_model, forced, ..Question::default() }).expect("an answer")
    }
}

pub fn plan(outcome: &Outcome) -> &Plan {
    outcome.plan.as_ref().expect("a plan")
}

/// `B01:core` of every choice.
pub fn names(portfolio: &Portfolio) -> Vec<String> {
    portfolio.choices().iter().map(|choice| format!("{}:{}", choice.investment, choice.variant)).collect()
}

/// A portfolio written as `["B01:core", "B02:core@y2"]`.
pub fn portfolio(written: &Value) -> Portfolio {
    let choice = |text: &str| {
        let (name, start) = text.split_once("@y").unwrap_or((text, "0"));
        let (investment, variant) = name.split_once(':').expect("B01:core");
        let start = Start::of_year(start.parse().expect("a year"));
        Choice { start, ..Choice::of(investment.into(), variant.into()) }
    };
    Portfolio::new(texts(written).iter().map(|text| choice(text)).collect())
}

pub fn texts(written: &Value) -> Vec<String> {
    list(written).iter().map(|text| text.as_str().expect("a text").to_string()).collect()
}

pub fn list(written: &Value) -> &[Value] {
    written.as_array().expect("a list")
}

/// Whether an exact figure rounds to the one printed, of which half a unit of the last digit is lost.
pub fn rounds_to(exact: f64, printed: f64, digits: i32) -> bool {
    (exact - printed).abs() <= 0.5 * 10f64.powi(-digits) + 1e-9 * exact.abs().max(1e-6)
}

/// Amounts to the unit of currency.
pub fn assert_unit(exact: Decimal, printed: &Value, what: &str) {
    let printed = printed.as_f64().unwrap_or_else(|| panic!("{what}: {printed} is no number"));
    assert!(rounds_to(real(exact), printed, 0), "{what}: {exact}, not {printed}");
}

pub fn assert_units(exact: &[Decimal], printed: &Value, what: &str) {
    assert_eq!(exact.len(), list(printed).len(), "{what}");
    for (year, (exact, printed)) in exact.iter().zip(list(printed)).enumerate() {
        assert_unit(*exact, printed, &format!("{what} year {year}"));
    }
}

/// A ratio, rate or number of years to its last printed digit; `null` where there is none.
pub fn assert_digits(exact: Option<f64>, printed: &Value, digits: i32, what: &str) {
    match (exact, printed.as_f64()) {
        (Some(exact), Some(printed)) => {
            assert!(rounds_to(exact, printed, digits), "{what}: {exact}, not {printed}");
        }
        (exact, printed) => {
            assert_eq!(exact.is_some(), printed.is_some(), "{what}: {exact:?}, not {printed:?}")
        }
    }
}
