//! A choice in words: what it is, how much of it is funded and when it begins.

use rust_decimal::Decimal;

use super::number::percent;
use crate::domain::dossier::Dossier;
use crate::domain::investment::{InvestmentId, VariantId};
use crate::domain::naming::with_identifier;
use crate::domain::period::PeriodLength;
use crate::domain::portfolio::Choice;
use crate::domain::settings::Settings;
use crate::domain::start::Start;
use crate::domain::text::Language;

/// `2028`, `Q2 2028` (`T2 2028`) or `05/2028`, by the period in which the dossier plans; a start that does not begin such a
/// period is told by the coarsest one that it begins.
pub fn start_text(start: Start, settings: &Settings, language: Language) -> String {
    let year = settings.base_year + start.year() as i32;
    let month = start.month_of_year();
    match (settings.period, language) {
        (PeriodLength::Year, _) if month == 0 => year.to_string(),
        (PeriodLength::Month, _) => format!("{:02}/{year}", month + 1),
        (_, Language::English) if month.is_multiple_of(3) => format!("Q{} {year}", month / 3 + 1),
        (_, Language::French) if month.is_multiple_of(3) => format!("T{} {year}", month / 3 + 1),
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
pub fn dated_choice(choice: &Choice, settings: &Settings, language: Language) -> String {
    let share = (choice.share != Decimal::ONE).then(|| percent(choice.share, 0, language));
    let start = (choice.start != Start::default()).then(|| start_text(choice.start, settings, language));
    let behind: Vec<String> = share.into_iter().chain(start).collect();
    let name = format!("{}:{}", choice.investment, choice.variant);
    if behind.is_empty() { name } else { format!("{name} ({})", behind.join(", ")) }
}

/// A choice as sentences name it: `Mobile app redesign (B13)`, with the variant where the investment has several, the
/// share where only part of it is funded and the start where it does not start at once:
/// `Mobile app redesign (B13, Lite scope, 50%, from 2028)`.
pub fn named_choice(dossier: &Dossier, choice: &Choice, language: Language) -> String {
    let settings = &dossier.settings;
    let mut behind = vec![choice.investment.to_string()];
    behind.extend(named_variant(dossier, &choice.investment, &choice.variant, language));
    if choice.share != Decimal::ONE {
        behind.push(percent(choice.share, 0, language));
    }
    if choice.start != Start::default() {
        let start = start_text(choice.start, settings, language);
        behind.push(match language {
            Language::English => format!("from {start}"),
            Language::French => format!("dès {start}"),
        });
    }
    let name = dossier.investment(&choice.investment).map_or("", |item| item.name.get(language));
    with_identifier(&language.typeset(name), &behind.join(", "))
}

/// The name of a variant; none where the investment has no other.
pub fn named_variant(
    dossier: &Dossier,
    investment: &InvestmentId,
    variant: &VariantId,
    language: Language,
) -> Option<String> {
    let several = dossier.investment(investment).is_some_and(|item| item.variants.len() > 1);
    several.then(|| dossier.variant_called(investment, variant).get(language).to_string())
}

/// An investment as sentences name it, `Mobile app redesign (B13)`.
pub fn named_investment(dossier: &Dossier, investment: &InvestmentId, language: Language) -> String {
    dossier.called(investment).get(language).to_string()
}

/// Several joined with "and" before the last.
pub fn joined(names: &[String], language: Language) -> String {
    let and = if language == Language::English { " and " } else { " et " };
    match names.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{}{and}{last}", others.join(", ")),
        None => String::new(),
    }
}

/// Choices by name and start, in their order.
pub fn dated_choices(choices: &[Choice], settings: &Settings, language: Language) -> Vec<String> {
    choices.iter().map(|choice| dated_choice(choice, settings, language)).collect()
}

/// `B01:core > B01:core (2028)`, for each investment that moves to another variant, start or share.
pub fn dated_moves(moved: &[(Choice, Choice)], settings: &Settings, language: Language) -> Vec<String> {
    let dated = |choice: &Choice| dated_choice(choice, settings, language);
    moved.iter().map(|(before, after)| format!("{} > {}", dated(before), dated(after))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::example;
    use rust_decimal::dec;

    fn planned_by(period: PeriodLength) -> Settings {
        Settings { period, base_year: 2027, ..example::dossier().settings }
    }

    #[test]
    fn starts_of_one_dossier_are_told_in_the_same_periods() {
        let quarters = planned_by(PeriodLength::Quarter);
        let told = |months, settings| start_text(Start::of_months(months), settings, Language::English);
        assert_eq!([0, 15, 16].map(|months| told(months, &quarters)), ["Q1 2027", "Q2 2028", "05/2028"]);
        let months = planned_by(PeriodLength::Month);
        assert_eq!([0, 15].map(|start| told(start, &months)), ["01/2027", "04/2028"]);
    }

    #[test]
    fn a_choice_is_told_with_its_share_and_its_start_as_coarsely_as_it_may() {
        let settings = planned_by(PeriodLength::Year);
        let told = |months, language| start_text(Start::of_months(months), &settings, language);
        assert_eq!(told(12, Language::English), "2028");
        assert_eq!(told(15, Language::English), "Q2 2028");
        assert_eq!(told(15, Language::French), "T2 2028");
        assert_eq!(told(16, Language::French), "05/2028");
        let choice = Choice { share: dec!(0.5), ..Choice::of("B01".into(), "core".into()) };
        assert_eq!(choice_text(&choice, Language::English), "B01:core (50%)");
        assert_eq!(dated_choice(&choice, &settings, Language::English), "B01:core (50%)");
        let later = Choice { start: Start::of_months(15), ..choice.clone() };
        assert_eq!(dated_choice(&later, &settings, Language::French), "B01:core (50\u{202f}%, T2 2028)");
        let whole = Choice { share: dec!(1), ..later };
        assert_eq!(
            dated_moves(&[(choice, whole)], &settings, Language::English),
            ["B01:core (50%) > B01:core (Q2 2028)"]
        );
    }
}
