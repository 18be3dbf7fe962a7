//! `Settings`: what a dossier fixes once: currency, years, rate, timing, budgets, language.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::evidence::EvidenceLevel;
use super::evidence::EvidenceRung;
use super::period::PeriodLength;
use super::place::Place;
use super::text::{Bilingual, Language};

/// When amounts fall within their year (method 1).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TimingConvention {
    /// Initial column at t = 0 undiscounted, years at their end.
    #[default]
    EndOfYear,
    /// Years at their middle (t - 0.5), the initial column stays at 0.
    MidYear,
    /// Every flow one period out, the spreadsheet way.
    AllEnd,
}

/// The settings of a dossier; amounts in its currency, rates per year.
#[derive(Clone, Debug)]
pub struct Settings {
    pub id: String,
    pub name: Bilingual,
    pub mission: Bilingual,
    pub facts: String,
    /// ISO 4217.
    pub currency: String,
    /// Calendar year of year 0.
    pub base_year: i32,
    /// How finely starts are chosen.
    pub period: PeriodLength,
    /// Years after year 0 that the case covers.
    pub horizon: usize,
    pub discount_rate: Decimal,
    pub tax_rate: Option<Decimal>,
    pub timing: TimingConvention,
    pub language: Option<Language>,
    /// Spending allowed by year index; a year that is not stated is not limited.
    pub budgets: BTreeMap<usize, Decimal>,
    /// Largest cost of the portfolio in a year, by year index.
    pub run_rate_caps: BTreeMap<usize, Decimal>,
    /// Rules that do not hold, by name (`budget:y0`) or family (`budget`), as a scenario switches them off.
    pub switched_off: BTreeSet<String>,
    /// The dossier's own evidence scale; empty when the decision model's holds.
    pub evidence: BTreeMap<EvidenceLevel, EvidenceRung>,
    /// The dossier's own realised over promised benefit; the decision model's when none.
    pub reference_class_realisation: Option<Decimal>,
    /// Names of the persona criteria by identifier.
    pub criteria: BTreeMap<String, Bilingual>,
    /// Smallest coverage of every must-be moment for every persona that cares, 0..1; 0 asks for nothing.
    pub must_be_floor: Decimal,
    /// The decision model the dossier asks for; the built-in one when none.
    pub decision_model: Option<String>,
    /// The day the dossier speaks of, against which evidence ages.
    pub as_of: Option<chrono::NaiveDate>,
    pub place: Place,
}

/// The sign of a currency where readers know one, else its code.
pub fn currency_sign(currency: &str) -> &str {
    match currency {
        "EUR" => "€",
        "USD" => "$",
        "GBP" => "£",
        other => other,
    }
}
