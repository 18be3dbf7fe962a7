//! A choice in machine-readable documents: as fields where it stands alone, as one short name in lists of plans.

use rust_decimal::Decimal;
use serde::Serialize;
use utoipa::ToSchema;

use super::view_amount::ExactDecimal;
use crate::domain::portfolio::Choice;

/// One choice of a portfolio.
#[derive(Serialize, ToSchema)]
#[schema(as = Choice)]
pub struct ChoiceView<'a> {
    investment: &'a str,
    variant: &'a str,
    /// Year index in which it starts; 0 is the base year.
    start: u32,
    /// When it starts: `y1`, `y1q2` or `y1m05`.
    #[schema(pattern = r"^y\d+(q[1-4]|m\d{2})?$")]
    begin: String,
    /// Part of it that is funded, above 0 and at most 1, as decimal text.
    #[schema(value_type = ExactDecimal)]
    share: String,
}

/// Choices as fields, in their order.
pub fn choice_views(choices: &[Choice]) -> Vec<ChoiceView<'_>> {
    choices.iter().map(choice_view).collect()
}

/// `B01:core@y1`, with `x0.5` behind it when half of it is funded.
pub fn choice_name(choice: &Choice) -> String {
    let is_whole = choice.share == Decimal::ONE;
    let share = if is_whole { String::new() } else { format!("x{}", choice.share.normalize()) };
    format!("{}:{}@{}{share}", choice.investment, choice.variant, choice.start)
}

/// The short names of choices, in their order.
pub fn choice_names(choices: &[Choice]) -> Vec<String> {
    choices.iter().map(choice_name).collect()
}

/// `B01:core@y0 > B01:core@y1`, for each investment that moves to another variant, start or share.
pub fn move_names(moved: &[(Choice, Choice)]) -> Vec<String> {
    moved.iter().map(|(before, after)| format!("{} > {}", choice_name(before), choice_name(after))).collect()
}

fn choice_view(choice: &Choice) -> ChoiceView<'_> {
    ChoiceView {
        investment: choice.investment.as_str(),
        variant: choice.variant.as_str(),
        start: choice.start.year() as u32,
        begin: choice.start.to_string(),
        share: choice.share.normalize().to_string(),
    }
}
