//! The parts that requests for runs are made of: changes to try out, locks, floors, plans, words.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use rust_decimal::Decimal;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use utoipa::ToSchema;

use super::decimal::decimal;
use super::fault::RequestFault;
use crate::domain::period::Period;
use crate::domain::place::Place;
use crate::domain::portfolio::{Choice, Portfolio};
use crate::domain::scenario::{Operation, Override};
use crate::domain::text;

/// An exact decimal number, written as a string with a decimal point.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, ToSchema)]
#[schema(value_type = String, format = "decimal", pattern = r"^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]{1,3})?$", example = "9200000.00")]
pub struct DecimalText(pub Decimal);

impl<'de> Deserialize<'de> for DecimalText {
    fn deserialize<From: Deserializer<'de>>(from: From) -> Result<DecimalText, From::Error> {
        let wanted = "expected a decimal number as a string, like \"9200000.00\"";
        let text =
            String::deserialize(from).map_err(|fault| From::Error::custom(format!("{fault}; {wanted}")))?;
        decimal(&text).map(DecimalText).map_err(|_| From::Error::custom(format!("\"{text}\": {wanted}")))
    }
}

impl Serialize for DecimalText {
    fn serialize<To: Serializer>(&self, to: To) -> Result<To::Ok, To::Error> {
        to.serialize_str(&self.0.to_string())
    }
}

impl fmt::Display for DecimalText {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

/// Changes that are tried out on the dossier in this run only, after the scenario; the dossier itself stays as it is.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct WhatIf {
    /// Changes one after another, each on what the earlier ones left. One that cannot be made is an error.
    pub overrides: Vec<TriedChange>,
    /// Budget by year in the dossier's currency, by year (`y0`, `y1`, ..), set after the overrides.
    #[schema(example = json!({"y0": "9200000", "y1": "6000000"}))]
    pub budgets: BTreeMap<String, DecimalText>,
}

/// One change: every `field` of the rows of `target` that answer to `filter`, as in the overrides of a scenario.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TriedChange {
    /// What is changed: `workspace`, `budget`, `run_rate_cap`, `cost_lines`, `benefit_lines`, `levers`, `roles`, `personas`,
    /// `moments`, `channels`, `objectives`, `investments`, `envelopes` or `rules`.
    #[schema(example = "cost_lines")]
    pub target: String,
    /// `*` for every row, a year such as `y0`, an identifier, a nature, a type or an evidence level, as the target has it.
    #[serde(default = "every")]
    #[schema(default = "*", example = "licence")]
    pub filter: String,
    /// The number that is changed.
    #[schema(example = "amount")]
    pub field: String,
    pub operation: TriedOperation,
    /// What the number is set to, multiplied by or raised by, in the unit of the field.
    #[schema(example = "1.25")]
    pub operand: DecimalText,
}

fn every() -> String {
    "*".to_string()
}

/// What a change does to a number: sets it, multiplies it, or adds to it.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum TriedOperation {
    Set,
    Mul,
    Add,
}

impl WhatIf {
    /// The changes in the order in which they are made, each with its place in the request: `what_if.overrides` with the item
    /// from 1, or `what_if.budgets.y0`.
    pub fn changes(&self) -> Vec<Override> {
        let overrides = self.overrides.iter().enumerate().map(|(row, change)| Override {
            target: change.target.trim().to_string(),
            filter: change.filter.trim().to_string(),
            field: change.field.trim().to_string(),
            operation: match change.operation {
                TriedOperation::Set => Operation::Set,
                TriedOperation::Mul => Operation::Multiply,
                TriedOperation::Add => Operation::Add,
            },
            operand: change.operand.to_string(),
            place: Place { file: Arc::from("what_if.overrides"), row: row as u32 + 1 },
        });
        let budgets = self.budgets.iter().map(|(year, amount)| Override {
            target: "budget".to_string(),
            filter: year.trim().to_string(),
            field: "amount".to_string(),
            operation: Operation::Set,
            operand: amount.to_string(),
            place: Place::file(&format!("what_if.budgets.{year}")),
        });
        overrides.chain(budgets).collect()
    }
}

/// An investment, or one variant of it, that must be in the plan or out of it whatever it is worth.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Lock {
    #[schema(example = "B01")]
    pub investment: String,
    /// Only this variant; any of them when left out.
    #[serde(default)]
    #[schema(example = "core")]
    pub variant: Option<String>,
    /// True puts it in, false leaves it out.
    pub is_in: bool,
    /// Why, told beside the verdict.
    #[serde(default)]
    #[schema(example = "contract signed")]
    pub reason: String,
}

impl Lock {
    /// `B01` or `B01:core`.
    pub fn name(&self) -> String {
        match &self.variant {
            Some(variant) => format!("{}:{}", self.investment.trim(), variant.trim()),
            None => self.investment.trim().to_string(),
        }
    }
}

/// The least amount of a measure that a plan must have.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LeastOf {
    /// npv, objectives, objective:ID, coverage, coverage:ID (a persona or a moment), points, freedom, thrift or regret.
    #[schema(example = "coverage:P1")]
    pub measure: String,
    /// In the unit of the measure: a share from 0 to 1 for coverage, an amount of money for npv.
    #[schema(example = "0.5")]
    pub least: DecimalText,
}

/// One choice of a plan, as the `portfolio` of a choice has it.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PlannedChoice {
    #[schema(example = "B01")]
    pub investment: String,
    #[schema(example = "core")]
    pub variant: String,
    /// Year index in which it starts; read only where `begin` is left out.
    #[serde(default)]
    pub start: Option<u16>,
    /// When it starts: `y1`, `y1q2` (second quarter) or `y1m05` (fifth month); the beginning of year 0 when left out.
    #[serde(default)]
    #[schema(example = "y1q2")]
    pub begin: Option<String>,
    /// Share of it that is funded, above 0 and at most 1; all of it when left out.
    #[serde(default)]
    #[schema(example = "1")]
    pub share: Option<DecimalText>,
}

/// The plan of these choices, with every fault; `pointer` is where they stand in the request.
pub fn portfolio(choices: &[PlannedChoice], pointer: &str, faults: &mut Vec<RequestFault>) -> Portfolio {
    let mut read: Vec<Choice> = Vec::new();
    for (at, stated) in choices.iter().enumerate() {
        let here = |field: &str| format!("{pointer}/{at}/{field}");
        let year = stated.start.map(|year| format!("y{year}"));
        let begin = stated.begin.as_ref().or(year.as_ref()).map(|text| Period::parse(text));
        if begin == Some(None) {
            faults.push(RequestFault::out_of_range(
                &here("begin"),
                "a period: y1, y1q2 (second quarter) or y1m05 (fifth month)",
                "une période : y1, y1q2 (deuxième trimestre) ou y1m05 (cinquième mois)",
            ));
        }
        let share = stated.share.map_or(Decimal::ONE, |share| share.0);
        if share <= Decimal::ZERO || Decimal::ONE < share {
            faults.push(RequestFault::out_of_range(
                &here("share"),
                "a share above 0 and at most 1",
                "une part supérieure à 0 et d'au plus 1",
            ));
        }
        let start = begin.flatten().map(|period| period.begin).unwrap_or_default();
        let (investment, variant) = (stated.investment.as_str().into(), stated.variant.as_str().into());
        let choice = Choice { investment, variant, start, share };
        if read.iter().any(|known| known.investment == choice.investment) {
            let (en, fr) = (
                "The investment stands in the plan twice.",
                "L'investissement figure deux fois dans le plan.",
            );
            faults.push(RequestFault::at(&here("investment"), "choice_duplicate", en, fr));
        }
        read.push(choice);
    }
    Portfolio::new(read)
}

/// Language of sentences.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, Serialize, ToSchema)]
pub enum Language {
    #[serde(rename = "en")]
    English,
    #[serde(rename = "fr")]
    French,
}

impl Language {
    /// The language itself.
    pub fn spoken(self) -> text::Language {
        match self {
            Language::English => text::Language::English,
            Language::French => text::Language::French,
        }
    }
}

/// How benefits add up: `full` counts saturation, enablers and synergies; `additive` sums stand-alone cases.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ValueModel {
    #[default]
    Full,
    Additive,
}

/// When investments start: `fixed` is the first year each may, `free` chooses the period with the variant.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Starts {
    Fixed,
    Free,
}

/// How the weights of the objectives were asked for.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum WeightsBy {
    Swing,
    Direct,
    Rank,
    Ahp,
}

/// Admitted weights: `ranks` (each criterion at least as much as the next), `intervals` (around stated weights), or
/// `stakeholders` (mixtures of their own weights of the objectives).
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum AdmittedBy {
    #[default]
    Ranks,
    Intervals,
    Stakeholders,
}
