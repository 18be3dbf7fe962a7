//! What a plan was to have most of, in words: of a measure, a blend or one after another.

use rust_decimal::Decimal;

use super::number::{grouped, millions};
use super::plan::PlanResult;
use crate::domain::dossier::Dossier;
use crate::domain::naming::with_identifier;
use crate::domain::text::Language;
use crate::optimize::measures::called::covered_called;
use crate::optimize::measures::measure::Measure;

/// An aim as sentences speak of it.
pub struct AimWords {
    /// `coverage`, `greatest regret`, `blend 0.7*npv+0.3*coverage`.
    pub noun: String,
    /// What a better plan would have: `more coverage`, `a lower greatest regret`; `une meilleure couverture`.
    pub better: String,
    /// Whether less of the noun is better: the amount of the aim is then minus the amount of the noun.
    pub is_less: bool,
    /// Money, or a number without a unit.
    is_money: bool,
    /// Whether plans were compared only among those within the tolerances of what comes first.
    pub is_after_others: bool,
}

impl AimWords {
    /// The amount of the noun: money in millions, other measures with four digits.
    pub fn amount(&self, result: &PlanResult, aimed: Decimal, language: Language) -> String {
        let amount = if self.is_less { -aimed } else { aimed };
        match self.is_money {
            true => millions(amount, &result.dossier.settings.currency, language),
            false => grouped(amount, 4, language),
        }
    }
}

/// The words of the aim of a result; none for NPV alone, which sentences call worth.
///
/// Of an aim at one after another the last is compared. Where a limit stopped the way before, it is not known which one
/// was reached, and the aim is told as it was written.
pub fn aim_words(result: &PlanResult, language: Language) -> Option<AimWords> {
    let aim = result.outcome.aim.as_str();
    if aim.is_empty() || aim == "npv" {
        return None;
    }
    let is_proven = result.outcome.status.is_proven();
    match aim.rsplit_once(',') {
        Some((_, last)) if is_proven => {
            Some(AimWords { is_after_others: true, ..one(result.dossier, without_tolerance(last), language) })
        }
        Some(_) => Some(blend(aim, language)),
        None => Some(one(result.dossier, aim, language)),
    }
}

/// A measure as headings and sentences call it: `coverage of Retired couple (P1)`, `NPV`.
pub fn measure_noun(dossier: &Dossier, measure: &Measure, language: Language) -> String {
    one(dossier, &measure.name(), language).noun
}

/// `coverage:P1:0.02` is `coverage:P1` with a tolerance.
fn without_tolerance(step: &str) -> &str {
    match step.rsplit_once(':') {
        Some((name, share)) if share.parse::<f64>().is_ok() => name,
        _ => step,
    }
}

fn one(dossier: &Dossier, name: &str, language: Language) -> AimWords {
    let is_french = language == Language::French;
    let words = |noun: &str, better: &str, is_less: bool, is_money: bool| AimWords {
        noun: noun.to_string(),
        better: better.to_string(),
        is_less,
        is_money,
        is_after_others: false,
    };
    let more = |en: &str, fr: &str, better: &str| match is_french {
        true => words(fr, better, false, false),
        false => words(en, &format!("more {en}"), false, false),
    };
    let less = |en: &str, fr: &str| match is_french {
        true => words(fr, &format!("un plus faible {fr}"), true, true),
        false => words(en, &format!("a lower {en}"), true, true),
    };
    match name.split_once(':') {
        _ if name.contains(['*', '+']) => blend(name, language),
        None if name == "npv" => match is_french {
            true => words("VAN", "une meilleure VAN", false, true),
            false => words("NPV", "more NPV", false, true),
        },
        None if name == "coverage" => more("coverage", "couverture", "une meilleure couverture"),
        None if name == "points" => more(
            "customer-experience points",
            "points d’expérience client",
            "davantage de points d’expérience client",
        ),
        None if name == "objectives" => {
            more("objective value", "valeur pour les objectifs", "une meilleure valeur pour les objectifs")
        }
        None if name == "regret" => less("greatest regret", "regret maximal"),
        None if name == "thrift" => less("cost in present value", "coût en valeur actuelle"),
        None if name == "freedom" => less("exit cost", "coût de sortie"),
        Some(("coverage", whom)) => {
            let whom = covered_called(dossier, whom);
            let whom = whom.get(language);
            more(
                &format!("coverage of {whom}"),
                &format!("couverture de {whom}"),
                &format!("une meilleure couverture de {whom}"),
            )
        }
        Some(("objective", id)) => {
            let name = dossier.objective(&id.into()).map_or("", |one| one.name.get(language));
            let which = with_identifier(&language.typeset(name), id);
            more(
                &format!("value of objective {which}"),
                &format!("valeur de l’objectif {which}"),
                &format!("une meilleure valeur de l’objectif {which}"),
            )
        }
        _ => blend(name, language),
    }
}

/// A blend has no name but the way it was written.
fn blend(name: &str, language: Language) -> AimWords {
    let (noun, better) = match language {
        Language::English => (name.to_string(), format!("more of {name}")),
        Language::French => (name.to_string(), format!("davantage de {name}")),
    };
    AimWords { noun, better, is_less: false, is_money: false, is_after_others: false }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_measure_says_what_a_better_plan_would_have() {
        let mut dossier = crate::domain::example::dossier();
        dossier.objectives.clear();
        dossier.personas.clear();
        for (name, en, fr) in [
            ("coverage", "more coverage", "une meilleure couverture"),
            ("coverage:P1", "more coverage of P1", "une meilleure couverture de P1"),
            ("objective:O1", "more value of objective O1", "une meilleure valeur de l’objectif O1"),
            ("regret", "a lower greatest regret", "un plus faible regret maximal"),
            ("thrift", "a lower cost in present value", "un plus faible coût en valeur actuelle"),
            ("0.7*npv+0.3*coverage", "more of 0.7*npv+0.3*coverage", "davantage de 0.7*npv+0.3*coverage"),
        ] {
            assert_eq!(one(&dossier, name, Language::English).better, en);
            assert_eq!(one(&dossier, name, Language::French).better, fr);
        }
        assert_eq!(without_tolerance("coverage:P1:0.02"), "coverage:P1");
        assert_eq!(without_tolerance("coverage:P1"), "coverage:P1");
    }
}
