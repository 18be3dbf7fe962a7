//! What makes a plan possible where there is none, as parts of a machine-readable document.

use serde::Serialize;
use utoipa::ToSchema;

use super::plan::PlanResult;
use super::repair_words::repair_words;
use super::view_amount::Amount;
use super::view_case::amount;
use super::view_word::MoveWord;
use crate::domain::text::Language;
use crate::optimize::repair::{Move, Repair, Step};

/// One way to make a plan possible.
#[derive(Serialize, ToSchema)]
#[schema(as = Repair)]
pub struct RepairView {
    /// Money and days at their price, everything else at its share of all budgets; for comparing repairs.
    #[schema(value_type = Amount)]
    cost: String,
    /// Whether it gives up what is mandatory or compulsory.
    last_resort: bool,
    steps: Vec<StepView>,
    /// A plan that it makes possible, `B01:core`: the one that needs least, not the one worth most.
    portfolio: Vec<String>,
    text_en: String,
    text_fr: String,
}

/// One rule that is moved.
#[derive(Serialize, ToSchema)]
#[schema(as = RepairStep)]
struct StepView {
    rule: String,
    #[schema(value_type = MoveWord)]
    r#move: &'static str,
    /// Decimal text in the unit of the rule; the start as `y1` for start, null for drop.
    #[schema(pattern = r"^(-?\d+(\.\d+)?|y\d+(q[1-4]|m\d{2})?)$", required)]
    amount: Option<String>,
}

/// Every repair of a plan that does not exist.
pub fn repair_views(result: &PlanResult) -> Vec<RepairView> {
    let view = |repair: &Repair| RepairView {
        cost: amount(repair.cost),
        last_resort: repair.is_last_resort(),
        steps: repair.steps.iter().map(step_view).collect(),
        portfolio: repair
            .portfolio
            .choices()
            .iter()
            .map(|choice| format!("{}:{}", choice.investment, choice.variant))
            .collect(),
        text_en: repair_words(result.dossier, repair, Language::English),
        text_fr: repair_words(result.dossier, repair, Language::French),
    };
    result.outcome.repairs.iter().map(view).collect()
}

fn step_view(step: &Step) -> StepView {
    let (moved, amount) = match &step.by {
        Move::By(by) => ("by", Some(by.normalize().to_string())),
        Move::To(to) => ("to", Some(to.normalize().to_string())),
        Move::Later(start) => ("start", Some(start.to_string())),
        Move::Dropped => ("drop", None),
    };
    StepView { rule: step.statement.name(), r#move: moved, amount }
}
