//! When a choice begins and how much of it is funded, in words.

use rust_decimal::Decimal;

use super::number::percent;
use crate::domain::portfolio::Choice;
use crate::domain::start::Start;
use crate::domain::text::Language;

/// `2028`, `Q2 2028` (`T2 2028`) or `05/2028`, by the coarsest period that the start begins.
pub fn start_text(start: Start, base_year: i32, language: Language) -> String {
    let year = base_year + start.year() as i32;
    let month = start.month_of_year();
    match language {
        _ if month == 0 => year.to_string(),
        Language::English if month.is_multiple_of(3) => format!("Q{} {year}", month / 3 + 1),
        Language::French if month.is_multiple_of(3) => format!("T{} {year}", month / 3 + 1),
        _ => format!("{:02}/{year}", month + 1),
    }
}

/// `B01:core`, with the share behind it when only part of it is funded.
pub fn choice_text(choice: &Choice, language: Language) -> String {
    let name = format!("{}:{}", choice.investment, choice.variant);
    match choice.share == Decimal::ONE {
        true => name,
        false => format!("{name} ({})", percent(choice.share, 0, language)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_decimal::dec;

    #[test]
    fn a_start_is_told_as_coarsely_as_it_may() {
        let told = |months, language| start_text(Start::of_months(months), 2027, language);
        assert_eq!(told(12, Language::English), "2028");
        assert_eq!(told(15, Language::English), "Q2 2028");
        assert_eq!(told(15, Language::French), "T2 2028");
        assert_eq!(told(16, Language::French), "05/2028");
        let choice = Choice { share: dec!(0.5), ..Choice::of("B01".into(), "core".into()) };
        assert_eq!(choice_text(&choice, Language::English), "B01:core (50%)");
    }
}
