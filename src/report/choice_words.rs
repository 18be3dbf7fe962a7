//! A choice in words: what it is, how much of it is funded and when it begins.

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

/// `B01:core`, with the share behind it when only part of it is funded; for tables that tell the start themselves.
pub fn choice_text(choice: &Choice, language: Language) -> String {
    let name = format!("{}:{}", choice.investment, choice.variant);
    match choice.share == Decimal::ONE {
        true => name,
        false => format!("{name} ({})", percent(choice.share, 0, language)),
    }
}

/// `B01:core`, with the share and the start behind it where only part of it is funded or it does not start at once:
/// `B01:core (50%, 2028)`.
pub fn dated_choice(choice: &Choice, base_year: i32, language: Language) -> String {
    let share = (choice.share != Decimal::ONE).then(|| percent(choice.share, 0, language));
    let start = (choice.start != Start::default()).then(|| start_text(choice.start, base_year, language));
    let behind: Vec<String> = share.into_iter().chain(start).collect();
    let name = format!("{}:{}", choice.investment, choice.variant);
    if behind.is_empty() { name } else { format!("{name} ({})", behind.join(", ")) }
}

/// Choices by name and start, in their order.
pub fn dated_choices(choices: &[Choice], base_year: i32, language: Language) -> Vec<String> {
    choices.iter().map(|choice| dated_choice(choice, base_year, language)).collect()
}

/// `B01:core > B01:core (2028)`, for each investment that moves to another variant, start or share.
pub fn dated_moves(moved: &[(Choice, Choice)], base_year: i32, language: Language) -> Vec<String> {
    let dated = |choice: &Choice| dated_choice(choice, base_year, language);
    moved.iter().map(|(before, after)| format!("{} > {}", dated(before), dated(after))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_decimal::dec;

    #[test]
    fn a_choice_is_told_with_its_share_and_its_start_as_coarsely_as_it_may() {
        let told = |months, language| start_text(Start::of_months(months), 2027, language);
        assert_eq!(told(12, Language::English), "2028");
        assert_eq!(told(15, Language::English), "Q2 2028");
        assert_eq!(told(15, Language::French), "T2 2028");
        assert_eq!(told(16, Language::French), "05/2028");
        let choice = Choice { share: dec!(0.5), ..Choice::of("B01".into(), "core".into()) };
        assert_eq!(choice_text(&choice, Language::English), "B01:core (50%)");
        assert_eq!(dated_choice(&choice, 2027, Language::English), "B01:core (50%)");
        let later = Choice { start: Start::of_months(15), ..choice.clone() };
        assert_eq!(dated_choice(&later, 2027, Language::French), "B01:core (50\u{202f}%, T2 2028)");
        let whole = Choice { share: dec!(1), ..later };
        assert_eq!(
            dated_moves(&[(choice, whole)], 2027, Language::English),
            ["B01:core (50%) > B01:core (Q2 2028)"]
        );
    }
}
