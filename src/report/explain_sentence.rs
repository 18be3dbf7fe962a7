//! One investment explained in one sentence: the verdict, what it is worth to the plan, what it takes the place of, and
//! the cheapest change that would turn that round.

use super::change_words::{change_words, money};
use super::choice_words::{joined, named_choice, named_variant};
use super::explained::ExplainedResult;
use crate::domain::dossier::Dossier;
use crate::domain::portfolio::Choice;
use crate::domain::text::Language;
use crate::optimize::explain::explanation::{Explanation, Reason, Verdict};
use crate::optimize::explain::optimum::Figure;

/// The verdict in words.
pub fn verdict_words(verdict: Verdict, language: Language) -> &'static str {
    match (verdict, language) {
        (Verdict::Justified, Language::English) => "justified",
        (Verdict::JustifiedIf, Language::English) => "justified if",
        (Verdict::NotJustifiedNow, Language::English) => "not justified now",
        (Verdict::Undetermined, Language::English) => "undetermined",
        (Verdict::Justified, Language::French) => "justifié",
        (Verdict::JustifiedIf, Language::French) => "justifié si",
        (Verdict::NotJustifiedNow, Language::French) => "pas justifié maintenant",
        (Verdict::Undetermined, Language::French) => "indéterminé",
    }
}

/// `B05 Lead generation: justified. …`
pub fn sentence(result: &ExplainedResult, one: &Explanation, language: Language) -> String {
    let dossier = result.plan.dossier;
    let name = dossier.investment(one.investment()).map_or("", |item| item.name.get(language));
    let colon = if language == Language::English { ":" } else { "\u{a0}:" };
    format!("{} {name}{colon} {}", one.investment(), answer(dossier, one, language))
}

/// The sentence without the name.
pub fn answer(dossier: &Dossier, one: &Explanation, language: Language) -> String {
    let verdict = head(one.verdict, language);
    match one.reason {
        Reason::NetValue if one.verdict == Verdict::Justified => justified(dossier, one, language),
        Reason::NetValue => not_justified(dossier, one, language),
        Reason::Compulsory => {
            let because = rules(dossier, one, language);
            match language {
                Language::English => format!("{verdict}: every plan that keeps the rules has it{because}."),
                Language::French => {
                    format!("{verdict}\u{a0}: tout plan qui respecte les règles le contient{because}.")
                }
            }
        }
        Reason::Impossible => {
            let (because, condition) = (rules(dossier, one, language), condition(dossier, one, language));
            match language {
                Language::English => {
                    format!("{verdict}{condition}: no plan that keeps the rules has it{because}.")
                }
                Language::French => {
                    format!(
                        "{verdict}{condition}\u{a0}: aucun plan qui respecte les règles ne le contient{because}."
                    )
                }
            }
        }
        Reason::Withheld => match language {
            Language::English => format!("{verdict}: amounts of all its variants are withheld."),
            Language::French => {
                format!("{verdict}\u{a0}: les montants de toutes ses variantes ne sont pas communiqués.")
            }
        },
        Reason::NothingStated => match language {
            Language::English => format!("{verdict}: neither costs nor benefits of it are stated."),
            Language::French => format!("{verdict}\u{a0}: ni ses coûts ni ses gains ne sont indiqués."),
        },
        Reason::NotProven => {
            let net = one.net_value.map(|net| figure(dossier, net, language)).unwrap_or_default();
            match language {
                Language::English => {
                    format!("{verdict}: a limit left open whether it raises the plan’s NPV ({net}).")
                }
                Language::French => {
                    format!("{verdict}\u{a0}: une limite laisse ouvert s’il augmente la VAN du plan ({net}).")
                }
            }
        }
        Reason::Stopped => match language {
            Language::English => format!("{verdict}: the work was stopped before all was asked about it."),
            Language::French => {
                format!("{verdict}\u{a0}: le travail a été arrêté avant la fin des questions à son sujet.")
            }
        },
        Reason::StrategyIncomplete => {
            let net = one.net_value.map(|net| figure(dossier, net, language)).unwrap_or_default();
            match language {
                Language::English => format!(
                    "{verdict}: the strategy is incomplete; on the figures so far it would change the plan’s NPV by {net}."
                ),
                Language::French => format!(
                    "{verdict}\u{a0}: la stratégie est incomplète\u{a0}; d’après les chiffres actuels, il changerait la VAN du \
                     plan de {net}."
                ),
            }
        }
    }
}

fn justified(dossier: &Dossier, one: &Explanation, language: Language) -> String {
    let verdict = verdict_words(one.verdict, language);
    let net = one.net_value.map(|net| figure(dossier, net, language)).unwrap_or_default();
    let bar = bar(dossier, one, language);
    let instead = names(dossier, &one.only_without, language);
    let holds = one.flips.first().map(|flip| change_words(dossier, flip, true, language)).unwrap_or_default();
    match language {
        Language::English => {
            let instead = if instead.is_empty() { String::new() } else { format!(" ({instead} instead)") };
            let holds = if holds.is_empty() { String::new() } else { format!("; it holds {holds}") };
            format!("{verdict}: without it{instead} the best plan loses {net}; {bar}{holds}.")
        }
        Language::French => {
            let instead = if instead.is_empty() { String::new() } else { format!(" (avec {instead})") };
            let holds = if holds.is_empty() { String::new() } else { format!("\u{a0}; cela tient {holds}") };
            format!("{verdict}\u{a0}: sans lui{instead}, le meilleur plan perd {net}\u{a0}; {bar}{holds}.")
        }
    }
}

fn not_justified(dossier: &Dossier, one: &Explanation, language: Language) -> String {
    let verdict = head(one.verdict, language);
    let condition = condition(dossier, one, language);
    let loss = one.net_value.map(|net| figure(dossier, negative(net), language)).unwrap_or_default();
    let best = one.standing.best();
    let variant = best.and_then(|best| named_variant(dossier, one.investment(), &best.variant, language));
    let bar = bar(dossier, one, language);
    let displaced = names(dossier, &one.only_without, language);
    let cheapest = match one.verdict {
        Verdict::JustifiedIf => String::new(),
        _ => one.flips.first().map(|flip| change_words(dossier, flip, false, language)).unwrap_or_default(),
    };
    match language {
        Language::English => {
            let variant = variant.map_or(String::new(), |name| format!(" as “{name}”"));
            let displaced = if displaced.is_empty() {
                String::new()
            } else {
                format!(" because {displaced} would leave")
            };
            let cheapest =
                if cheapest.is_empty() { String::new() } else { format!("; it would be {cheapest}") };
            format!(
                "{verdict}{condition}: forcing it in{variant} costs the plan {loss}{displaced}; {bar}{cheapest}."
            )
        }
        Language::French => {
            let variant = variant.map_or(String::new(), |name| format!(" en «\u{a0}{name}\u{a0}»"));
            let leaves = if one.only_without.len() > 1 { "sortiraient" } else { "sortirait" };
            let displaced =
                if displaced.is_empty() { String::new() } else { format!(" car {displaced} {leaves}") };
            let cheapest =
                if cheapest.is_empty() { String::new() } else { format!("\u{a0}; il le serait {cheapest}") };
            format!(
                "{verdict}{condition}\u{a0}: l’imposer{variant} coûte {loss} au plan{displaced}\u{a0}; {bar}{cheapest}."
            )
        }
    }
}

/// The condition of "justified if", with its first word; nothing for other verdicts.
fn condition(dossier: &Dossier, one: &Explanation, language: Language) -> String {
    if one.verdict != Verdict::JustifiedIf {
        return String::new();
    }
    let words = one.condition().map(|flip| change_words(dossier, flip, false, language)).unwrap_or_default();
    format!(" {words}")
}

/// The verdict before its condition: without the word that the condition begins with.
fn head(verdict: Verdict, language: Language) -> &'static str {
    let words = verdict_words(verdict, language);
    words.strip_suffix(" if").or_else(|| words.strip_suffix(" si")).unwrap_or(words)
}

/// Its own NPV, and down or up to which one it would be in the plan.
fn bar(dossier: &Dossier, one: &Explanation, language: Language) -> String {
    let Some(best) = one.standing.best() else { return String::new() };
    let currency = &dossier.settings.currency;
    let own = best.own_npv.map(|own| money(own, currency, language)).unwrap_or_default();
    let bar = best.break_even.map(|bar| figure(dossier, bar, language)).unwrap_or_default();
    let is_proven = best.break_even.is_some_and(|bar| bar.is_proven());
    match (language, is_proven, one.verdict) {
        (Language::English, false, _) => format!("its own NPV is {own}, and the threshold is {bar}"),
        (Language::French, false, _) => format!("sa propre VAN est de {own}, le seuil va {bar}"),
        (Language::English, true, Verdict::Justified) => {
            format!("its own NPV is {own}, and it would stay in down to {bar}")
        }
        (Language::French, true, Verdict::Justified) => {
            format!("sa propre VAN est de {own}, et il resterait retenu jusqu’à {bar}")
        }
        (Language::English, true, _) => format!("its own NPV is {own}, and it would take more than {bar}"),
        (Language::French, true, _) => format!("sa propre VAN est de {own}, il en faudrait plus de {bar}"),
    }
}

/// An amount, or both its ends where it is not proven.
pub fn figure(dossier: &Dossier, figure: Figure, language: Language) -> String {
    let currency = &dossier.settings.currency;
    if figure.is_proven() {
        return money(figure.amount, currency, language);
    }
    let end =
        |end: Option<rust_decimal::Decimal>| end.map_or("?".into(), |end| money(end, currency, language));
    let (low, high) = (end(figure.low), end(figure.high));
    match language {
        Language::English => format!("{low} to {high}"),
        Language::French => format!("de {low} à {high}"),
    }
}

fn negative(figure: Figure) -> Figure {
    Figure { amount: -figure.amount, low: figure.high.map(|end| -end), high: figure.low.map(|end| -end) }
}

/// Choices by name, joined.
pub fn names(dossier: &Dossier, choices: &[Choice], language: Language) -> String {
    let names: Vec<String> = choices.iter().map(|choice| named_choice(dossier, choice, language)).collect();
    joined(&names, language)
}

fn rules(dossier: &Dossier, one: &Explanation, language: Language) -> String {
    let clauses: Vec<String> =
        one.conflict.iter().map(|statement| statement.clause(dossier).get(language).to_string()).collect();
    if clauses.is_empty() { String::new() } else { format!(" ({})", clauses.join("; ")) }
}
