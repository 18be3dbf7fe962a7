//! The clause of a statement: the rule as a reader understands it, in both languages.

use super::statement::{Statement, by_periods, is_unbroken, with_variant};
use crate::domain::envelope::EnvelopeId;
use crate::domain::period::{Period, PeriodLength};
use crate::domain::portfolio_rule::PortfolioRuleId;
use crate::domain::text::{Bilingual, Language};

impl Statement {
    /// The rule as a clause a reader understands; `base_year` is the calendar year of year 0.
    pub fn clause(&self, base_year: i32) -> Bilingual {
        let calendar = |year: &usize| base_year + *year as i32;
        let (en, fr) = match self {
            Statement::Budget { year } => {
                (format!("the {} budget", calendar(year)), format!("le budget {}", calendar(year)))
            }
            Statement::RunRate { year } => (
                format!("the run-rate cap of {}", calendar(year)),
                format!("le plafond de coût récurrent de {}", calendar(year)),
            ),
            Statement::Envelope { money } => return envelope_clause(money, base_year),
            Statement::RoleDays { role, year } => (
                format!("the days of role {role} in {}", calendar(year)),
                format!("les jours du rôle {role} en {}", calendar(year)),
            ),
            Statement::RolePeriod { role, period: period_of } => {
                let period = calendar_period(*period_of, base_year);
                (
                    format!("the days of role {role} in {}", period.en),
                    format!("les jours du rôle {role} {}", in_french(*period_of, &period.fr)),
                )
            }
            Statement::MomentFloor { moment, persona } => (
                format!("the floor of must-be moment {moment} for {persona}"),
                format!("le plancher du moment attendu {moment} pour {persona}"),
            ),
            Statement::Portfolio { rule, subject, name } => return rule_clause(rule, subject, name),
            _ => return self.clause_between(),
        };
        Bilingual { en, fr }
    }

    /// The clause of a statement about what must or must not stand together.
    fn clause_between(&self) -> Bilingual {
        let (en, fr) = match self {
            Statement::OneVariant { investment } => {
                (format!("one variant of {investment}"), format!("une seule variante de {investment}"))
            }
            Statement::Requires { from, to } => {
                (format!("{from} requires {to}"), format!("{from} nécessite {to}"))
            }
            Statement::Excludes { a, b } => (format!("{a} excludes {b}"), format!("{a} exclut {b}")),
            Statement::AtLeastOne { group } => {
                (format!("at least one of group {group}"), format!("au moins un du groupe {group}"))
            }
            Statement::AllOrNone { group } => {
                (format!("all of group {group} or none"), format!("tout le groupe {group} ou rien"))
            }
            Statement::SameStart { group } => {
                (format!("group {group} starts together"), format!("le groupe {group} démarre ensemble"))
            }
            Statement::FinishBefore { first, then } => (
                format!("{then} starts after {first} is finished"),
                format!("{then} démarre une fois {first} terminé"),
            ),
            Statement::Mandatory { investment } => {
                (format!("{investment} is mandatory"), format!("{investment} est obligatoire"))
            }
            Statement::Begun { investment } => {
                (format!("{investment} has begun"), format!("{investment} a commencé"))
            }
            Statement::NotBefore { start } => (
                format!("nothing new begins before {start}"),
                format!("rien de nouveau ne commence avant {start}"),
            ),
            Statement::Changes { most } => (
                format!("at most {most} changes of the approved plan"),
                format!("au plus {most} changements du plan approuvé"),
            ),
            Statement::Different { by } => {
                (format!("another plan, by at least {by}"), format!("un autre plan, d’au moins {by}"))
            }
            Statement::AskedFloor { measure, least } => {
                (format!("at least {least} of {measure}"), format!("au moins {least} de {measure}"))
            }
            Statement::ForcedIn { investment, variant, reason } => {
                let (forced, reason) = (with_variant(investment, variant), wish_reason(reason));
                let Bilingual { en, fr } = reason;
                (format!("{forced} is forced in ({en})"), format!("{forced} est imposé ({fr})"))
            }
            Statement::ForcedOut { investment, variant, reason } => {
                let (forced, reason) = (with_variant(investment, variant), wish_reason(reason));
                let Bilingual { en, fr } = reason;
                (format!("{forced} is forced out ({en})"), format!("{forced} est écarté ({fr})"))
            }
            _ => (self.name(), self.name()),
        };
        Bilingual { en, fr }
    }
}

fn envelope_clause(money: &[(EnvelopeId, Period)], base_year: i32) -> Bilingual {
    let mut parts: Vec<Bilingual> = Vec::new();
    for (periods, envelopes) in by_periods(money) {
        let each: Vec<Bilingual> = periods.iter().map(|period| calendar_period(*period, base_year)).collect();
        let told = match each.as_slice() {
            [first, .., last] if is_unbroken(&periods) => Bilingual {
                en: format!("{} to {}", first.en, last.en),
                fr: match periods[0].length {
                    PeriodLength::Year => format!("de {} à {}", first.fr, last.fr),
                    _ => format!("du {} au {}", first.fr, last.fr),
                },
            },
            other => Bilingual {
                en: other.iter().map(|period| period.en.as_str()).collect::<Vec<_>>().join(", "),
                fr: periods
                    .iter()
                    .zip(other)
                    .map(|(period, told)| match period.length {
                        PeriodLength::Year => format!("de {}", told.fr),
                        _ => format!("du {}", told.fr),
                    })
                    .collect::<Vec<_>>()
                    .join(", "),
            },
        };
        let names: Vec<&str> = envelopes.iter().map(|id| id.as_str()).collect();
        parts.push(match names.as_slice() {
            [only] => Bilingual {
                en: format!("envelope {only} of {}", told.en),
                fr: format!("l’enveloppe {only} {}", told.fr),
            },
            several => Bilingual {
                en: format!("envelopes {} of {} together", several.join(", "), told.en),
                fr: format!("les enveloppes {} {} ensemble", several.join(", "), told.fr),
            },
        });
    }
    let joined = |pick: fn(&Bilingual) -> &str, and: &str| {
        parts.iter().map(pick).collect::<Vec<_>>().join(&format!(" {and} "))
    };
    Bilingual { en: joined(|part| &part.en, "and"), fr: joined(|part| &part.fr, "et") }
}

/// A period by the calendar: `2028`, `quarter 2 of 2028`, `month 5 of 2028`.
fn calendar_period(period: Period, base_year: i32) -> Bilingual {
    let year = base_year + period.begin.year() as i32;
    let part = period.begin.month_of_year() / period.length.months() + 1;
    let (en, fr) = match period.length {
        PeriodLength::Year => (year.to_string(), year.to_string()),
        PeriodLength::Quarter => (format!("quarter {part} of {year}"), format!("trimestre {part} de {year}")),
        PeriodLength::Month => (format!("month {part} of {year}"), format!("mois {part} de {year}")),
    };
    Bilingual { en, fr }
}

/// `en 2028`, `au trimestre 2 de 2028`.
fn in_french(period: Period, told: &str) -> String {
    match period.length {
        PeriodLength::Year => format!("en {told}"),
        PeriodLength::Quarter | PeriodLength::Month => format!("au {told}"),
    }
}

/// Why the user forces something; that it was asked for on the command line when no reason was given.
pub fn wish_reason(reason: &str) -> Bilingual {
    match reason.is_empty() {
        false => Bilingual { en: reason.to_string(), fr: reason.to_string() },
        true => Bilingual {
            en: "asked for on the command line".into(),
            fr: "demandé sur la ligne de commande".into(),
        },
    }
}

/// The rule's own words, with whom it speaks of; its identifier when it has none.
fn rule_clause(rule: &PortfolioRuleId, subject: &Option<String>, name: &Bilingual) -> Bilingual {
    let or_id = |text: &str| if text.is_empty() { rule.to_string() } else { text.to_string() };
    let (en, fr) = (or_id(name.get(Language::English)), or_id(name.get(Language::French)));
    match subject {
        Some(subject) => Bilingual { en: format!("{en} ({subject})"), fr: format!("{fr} ({subject})") },
        None => Bilingual { en, fr },
    }
}
