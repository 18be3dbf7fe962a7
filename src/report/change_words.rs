//! A change that turns a verdict round, in a clause: what would have to be otherwise, or how far it may go.

use rust_decimal::{Decimal, RoundingStrategy};

use super::choice_words::{named_investment, named_variant, start_text};
use super::number::{millions, percent, rounded, thousands};
use crate::domain::dossier::Dossier;
use crate::domain::text::Language;
use crate::optimize::explain::change::{Change, Flip};

/// For an investment outside the plan: `if its gains were 4.1% higher`; for one inside: `as long as its gains fall by no more
/// than 4.1%`, or what would push it out.
pub fn change_words(dossier: &Dossier, flip: &Flip, is_in: bool, language: Language) -> String {
    let settings = &dossier.settings;
    match (&flip.change, is_in) {
        (Change::Effect { factor, .. }, _) => effect_words(*factor, is_in, language),
        (Change::Cost { factor, .. }, _) => cost_words(*factor, is_in, language),
        (Change::Budget { factor, .. }, _) => {
            let more = percent_up(*factor - Decimal::ONE, language);
            let amount = money(flip.amount.unwrap_or_default(), &settings.currency, language);
            match language {
                Language::English => format!("if all budgets were {more} higher ({amount} more spent)"),
                Language::French => {
                    format!("si tous les budgets augmentaient de {more} ({amount} dépensés en plus)")
                }
            }
        }
        (Change::Companion { investment }, _) => {
            let name = named_investment(dossier, investment, language);
            match (is_in, language) {
                (false, Language::English) => format!("if {name} were decided as well"),
                (false, Language::French) => format!("si {name} était décidé aussi"),
                (true, Language::English) => format!("unless {name} is decided, which takes its place"),
                (true, Language::French) => format!("sauf si {name} est décidé, qui prendrait sa place"),
            }
        }
        (Change::Delay { choice }, _) => {
            let start = start_text(choice.start, settings, language);
            let variant = named_variant(dossier, &choice.investment, &choice.variant, language);
            match (language, variant) {
                (Language::English, None) => format!("if it started in {start} only"),
                (Language::English, Some(variant)) => {
                    format!("if it started in {start} only, as “{variant}”")
                }
                (Language::French, None) => format!("s’il ne démarrait qu’en {start}"),
                (Language::French, Some(variant)) => {
                    format!("s’il ne démarrait qu’en {start}, en «\u{a0}{variant}\u{a0}»")
                }
            }
        }
        (Change::Evidence { level, .. }, _) => {
            let level = level.name();
            let study = flip.amount.map(|cost| money(cost, &settings.currency, language));
            match (language, study) {
                (Language::English, None) => format!("if its gains held with evidence at level {level}"),
                (Language::English, Some(cost)) => {
                    format!("if its gains held with evidence at level {level} (a study costs {cost})")
                }
                (Language::French, None) => {
                    format!("si ses gains se confirmaient avec des preuves de niveau {level}")
                }
                (Language::French, Some(cost)) => format!(
                    "si ses gains se confirmaient avec des preuves de niveau {level} (une étude coûte {cost})"
                ),
            }
        }
    }
}

fn effect_words(factor: Decimal, is_in: bool, language: Language) -> String {
    let change = percent_up((factor - Decimal::ONE).abs(), language);
    match (is_in, language) {
        (true, Language::English) if factor.is_zero() => "whatever it brings".into(),
        (true, Language::French) if factor.is_zero() => "quels que soient ses gains".into(),
        (true, Language::English) => format!("as long as its gains fall by no more than {change}"),
        (true, Language::French) => format!("tant que ses gains ne baissent pas de plus de {change}"),
        (false, Language::English) => format!("if its gains were {change} higher"),
        (false, Language::French) => format!("si ses gains augmentaient de {change}"),
    }
}

fn cost_words(factor: Decimal, is_in: bool, language: Language) -> String {
    let change = percent_up((factor - Decimal::ONE).abs(), language);
    match (is_in, language) {
        (true, Language::English) => format!("as long as it costs no more than {change} above plan"),
        (true, Language::French) => format!("tant que son coût ne dépasse pas de {change} ce qui est prévu"),
        (false, Language::English) => format!("if it cost {change} less"),
        (false, Language::French) => format!("si son coût baissait de {change}"),
    }
}

/// Thousands below a million, millions above; what is less than half a thousand is nothing.
pub fn money(amount: Decimal, currency: &str, language: Language) -> String {
    if rounded(amount / Decimal::from(1_000), 0).is_zero() {
        super::number::money(Decimal::ZERO, currency, language)
    } else if amount.abs() < Decimal::from(1_000_000) {
        thousands(amount, currency, language)
    } else {
        millions(amount, currency, language)
    }
}

fn percent_up(share: Decimal, language: Language) -> String {
    percent(share.round_dp_with_strategy(3, RoundingStrategy::MidpointAwayFromZero), 1, language)
}
