//! The document of a choice, read back: what is needed to tell how two choices differ.

use rust_decimal::Decimal;
use serde::Deserialize;

use super::run_parts::{DecimalText, PlannedChoice, portfolio};
use crate::domain::portfolio::Portfolio;

/// A choice as it was printed; everything else of it is left aside.
#[derive(Clone, Debug, Deserialize)]
pub struct ChosenDocument {
    pub status: String,
    pub currency: String,
    npv: Option<DecimalText>,
    /// As a request takes it.
    pub portfolio: Vec<PlannedChoice>,
    /// Names of what is funded; documents of earlier versions have none.
    #[serde(default)]
    pub funded: Vec<NamedInvestment>,
    pub rules: Vec<RuleUsed>,
    pub left_out: Vec<LeftOut>,
    pub conflict: Vec<String>,
    pub fingerprint: String,
}

/// A rule with its limit, in its own unit.
#[derive(Clone, Debug, Deserialize)]
pub struct RuleUsed {
    pub rule: String,
    pub limit: DecimalText,
    #[serde(default)]
    pub name_en: String,
    #[serde(default)]
    pub name_fr: String,
    #[serde(default)]
    pub unit: String,
}

/// An investment with its name and that of its variant.
#[derive(Clone, Debug, Deserialize)]
pub struct NamedInvestment {
    pub investment: String,
    #[serde(default)]
    pub name_en: String,
    #[serde(default)]
    pub name_fr: String,
    pub variant: Option<String>,
    pub variant_name_en: Option<String>,
    pub variant_name_fr: Option<String>,
}

/// An investment outside the plan, with what adding it would do.
#[derive(Clone, Debug, Deserialize)]
pub struct LeftOut {
    #[serde(flatten)]
    pub named: NamedInvestment,
    /// Investments of the plan that it excludes.
    pub displaced: Vec<String>,
    pub npv_if_added: DecimalText,
    pub broken: Vec<Broken>,
}

/// A rule that would be broken, and by how much in its own unit.
#[derive(Clone, Debug, Deserialize)]
pub struct Broken {
    pub rule: String,
    pub short_by: DecimalText,
}

impl ChosenDocument {
    /// The document in a JSON text.
    ///
    /// # Errors
    /// One clause on why it is none.
    pub fn read(text: &str) -> Result<ChosenDocument, String> {
        let document: ChosenDocument = serde_json::from_str(text).map_err(|fault| fault.to_string())?;
        let mut faults = Vec::new();
        portfolio(&document.portfolio, "/portfolio", &mut faults);
        match faults.first() {
            None => Ok(document),
            Some(fault) => Err(format!("{}: {}", fault.pointer, fault.message.en)),
        }
    }

    /// Its plan; empty when it has none.
    pub fn plan(&self) -> Portfolio {
        portfolio(&self.portfolio, "", &mut Vec::new())
    }

    /// The NPV of its plan.
    pub fn npv(&self) -> Option<Decimal> {
        self.npv.map(|npv| npv.0)
    }

    /// Everybody it names.
    pub fn named(&self) -> impl Iterator<Item = &NamedInvestment> {
        self.funded.iter().chain(self.left_out.iter().map(|out| &out.named))
    }

    /// The limit of a rule in it.
    pub fn limit(&self, rule: &str) -> Option<Decimal> {
        self.rules.iter().find(|used| used.rule == rule).map(|used| used.limit.0)
    }

    /// An investment outside its plan.
    pub fn left_out(&self, investment: &str) -> Option<&LeftOut> {
        self.left_out.iter().find(|out| out.named.investment == investment)
    }
}
