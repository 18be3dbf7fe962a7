//! The written form of a plan: the `portfolio` of a choice as it is printed, read back.

use rust_decimal::Decimal;
use serde::Deserialize;

use crate::domain::period::Period;
use crate::domain::portfolio::{Choice, Portfolio};
use crate::domain::start::Start;

/// A document with a plan in it; everything else of it is left aside.
#[derive(Deserialize)]
pub struct PlanDocument {
    portfolio: Vec<StatedChoice>,
}

#[derive(Deserialize)]
struct StatedChoice {
    investment: String,
    variant: String,
    /// `y1`, `y1q2` or `y1m05`; the beginning of year 0 when not stated.
    begin: Option<String>,
    /// All of it when not stated.
    share: Option<Decimal>,
}

impl PlanDocument {
    /// The plan.
    ///
    /// # Errors
    /// One clause that names the choice with an unreadable start, or the investment that stands twice.
    pub fn portfolio(self) -> Result<Portfolio, String> {
        let mut choices = Vec::new();
        for stated in self.portfolio {
            let start = match &stated.begin {
                None => Start::default(),
                Some(text) => {
                    Period::parse(text)
                        .ok_or_else(|| {
                            format!("`begin` of {} is `{text}`, not like y1 or y1q2", stated.investment)
                        })?
                        .begin
                }
            };
            let share = stated.share.unwrap_or(Decimal::ONE);
            let (investment, variant) = (stated.investment.as_str().into(), stated.variant.as_str().into());
            choices.push(Choice { investment, variant, start, share });
        }
        let plan = Portfolio::new(choices);
        match plan.choices().windows(2).find(|pair| pair[0].investment == pair[1].investment) {
            Some(pair) => Err(format!("{} stands in it twice", pair[0].investment)),
            None => Ok(plan),
        }
    }
}
