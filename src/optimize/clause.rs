//! The clause of a statement: the rule as a reader understands it, in both languages.

use super::measures::called::measure_called;
use super::statement::{Statement, by_periods, is_unbroken};
use crate::domain::dossier::Dossier;
use crate::domain::envelope::EnvelopeId;
use crate::domain::investment::{InvestmentId, VariantId};
use crate::domain::period::{Period, PeriodLength};
use crate::domain::portfolio_rule::PortfolioRuleId;
use crate::domain::start::Start;
use crate::domain::text::{Bilingual, Language};

/// Members of a group up to which they are named instead of the group.
const MEMBERS_NAMED: usize = 4;

impl Statement {
    /// The rule as a clause a reader understands: years by the calendar, everything else by its name.
    pub fn clause(&self, dossier: &Dossier) -> Bilingual {
        let base_year = dossier.settings.base_year;
        let calendar = |year: &usize| base_year + *year as i32;
        let (en, fr) = match self {
            Statement::Budget { year } => {
                (format!("the {} budget", calendar(year)), format!("le budget {}", calendar(year)))
            }
            Statement::RunRate { year } => (
                format!("the run-rate cap of {}", calendar(year)),
                format!("le plafond de coût récurrent de {}", calendar(year)),
            ),
            Statement::Envelope { money } => return envelope_clause(dossier, money),
            Statement::RoleDays { role, year } => {
                let Bilingual { en, fr } = dossier.role_called(role);
                (
                    format!("the days of role {en} in {}", calendar(year)),
                    format!("les jours du rôle {fr} en {}", calendar(year)),
                )
            }
            Statement::RolePeriod { role, period: period_of } => {
                let (period, role) = (calendar_period(*period_of, base_year), dossier.role_called(role));
                (
                    format!("the days of role {} in {}", role.en, period.en),
                    format!("les jours du rôle {} {}", role.fr, in_french(*period_of, &period.fr)),
                )
            }
            Statement::MomentFloor { moment, persona } => {
                let (moment, persona) = (dossier.moment_called(moment), dossier.persona_called(persona));
                (
                    format!("the floor of must-be moment {} for {}", moment.en, persona.en),
                    format!("le plancher du moment attendu {} pour {}", moment.fr, persona.fr),
                )
            }
            Statement::Portfolio { rule, subject, name } => return rule_clause(dossier, rule, subject, name),
            Statement::AskedFloor { measure, .. } => return floor_clause(dossier, measure),
            _ => return self.clause_between(dossier),
        };
        Bilingual { en, fr }
    }

    /// The clause of a statement about what must or must not stand together.
    fn clause_between(&self, dossier: &Dossier) -> Bilingual {
        let called = |id: &InvestmentId| dossier.called(id);
        let pair = |a: &InvestmentId, b: &InvestmentId| (called(a), called(b));
        let (en, fr) = match self {
            Statement::OneVariant { investment } => {
                let Bilingual { en, fr } = called(investment);
                (format!("one variant of {en}"), format!("une seule variante de {fr}"))
            }
            Statement::Requires { from, to } => {
                let (from, to) = pair(from, to);
                (format!("{} requires {}", from.en, to.en), format!("{} nécessite {}", from.fr, to.fr))
            }
            Statement::Excludes { a, b } => {
                let (a, b) = pair(a, b);
                (format!("{} excludes {}", a.en, b.en), format!("{} exclut {}", a.fr, b.fr))
            }
            Statement::AtLeastOne { group } => {
                let Bilingual { en, fr } = group_called(dossier, group, ("or", "ou"));
                (format!("at least one of {en}"), format!("au moins un parmi {fr}"))
            }
            Statement::AllOrNone { group } => {
                let Bilingual { en, fr } = group_called(dossier, group, ("and", "et"));
                (format!("all or none of {en}"), format!("tout ou rien parmi {fr}"))
            }
            Statement::SameStart { group } => {
                let Bilingual { en, fr } = group_called(dossier, group, ("and", "et"));
                (format!("{en} start together"), format!("{fr} démarrent ensemble"))
            }
            Statement::FinishBefore { first, then } => {
                let (first, then) = pair(first, then);
                (
                    format!("{} starts after {} is finished", then.en, first.en),
                    format!("{} démarre une fois {} terminé", then.fr, first.fr),
                )
            }
            Statement::Mandatory { investment } => {
                let Bilingual { en, fr } = called(investment);
                (format!("{en} is mandatory"), format!("{fr} est obligatoire"))
            }
            Statement::Begun { investment } => {
                let Bilingual { en, fr } = called(investment);
                (format!("{en} has begun"), format!("{fr} a commencé"))
            }
            _ => return self.clause_of_wish(dossier),
        };
        Bilingual { en, fr }
    }

    /// The clause of a statement about an approved plan or about what the user asks for.
    fn clause_of_wish(&self, dossier: &Dossier) -> Bilingual {
        let (en, fr) = match self {
            Statement::NotBefore { start } => {
                let Bilingual { en, fr } = calendar_start(*start, dossier.settings.base_year);
                (format!("nothing new begins before {en}"), format!("rien de nouveau ne commence avant {fr}"))
            }
            Statement::Changes { most } => (
                format!("at most {most} changes of the approved plan"),
                format!("au plus {most} changements du plan approuvé"),
            ),
            Statement::Different { by } => {
                (format!("another plan, by at least {by}"), format!("un autre plan, d’au moins {by}"))
            }
            Statement::ForcedIn { investment, variant, reason } => {
                let (forced, reason) =
                    (with_variant_called(dossier, investment, variant), wish_reason(reason));
                (
                    format!("{} is forced in ({})", forced.en, reason.en),
                    format!("{} est imposé ({})", forced.fr, reason.fr),
                )
            }
            Statement::ForcedOut { investment, variant, reason } => {
                let (forced, reason) =
                    (with_variant_called(dossier, investment, variant), wish_reason(reason));
                (
                    format!("{} is forced out ({})", forced.en, reason.en),
                    format!("{} est écarté ({})", forced.fr, reason.fr),
                )
            }
            _ => (self.name(), self.name()),
        };
        Bilingual { en, fr }
    }
}

fn envelope_clause(dossier: &Dossier, money: &[(EnvelopeId, Period)]) -> Bilingual {
    let base_year = dossier.settings.base_year;
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
        let names: Vec<Bilingual> = envelopes.iter().map(|id| dossier.envelope_called(id)).collect();
        parts.push(match names.as_slice() {
            [only] => Bilingual {
                en: format!("envelope {} of {}", only.en, told.en),
                fr: format!("l’enveloppe {} {}", only.fr, told.fr),
            },
            several => {
                let all = Bilingual::listed(several, "and", "et");
                Bilingual {
                    en: format!("envelopes {} of {} together", all.en, told.en),
                    fr: format!("les enveloppes {} {} ensemble", all.fr, told.fr),
                }
            }
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

/// Why the user forces something; that it was requested when no reason was given.
pub fn wish_reason(reason: &str) -> Bilingual {
    match reason.is_empty() {
        false => Bilingual { en: reason.to_string(), fr: reason.to_string() },
        true => Bilingual { en: "as requested".into(), fr: "comme demandé".into() },
    }
}

/// The rule's own words, with whom it speaks of; its identifier when it has none.
fn rule_clause(
    dossier: &Dossier,
    rule: &PortfolioRuleId,
    subject: &Option<String>,
    name: &Bilingual,
) -> Bilingual {
    let or_id = |text: &str| if text.is_empty() { rule.to_string() } else { text.to_string() };
    let (en, fr) = (or_id(name.get(Language::English)), or_id(name.get(Language::French)));
    match subject {
        Some(subject) => {
            let Bilingual { en: whom, fr: qui } = dossier.called(&subject.as_str().into());
            Bilingual { en: format!("{en}: {whom}"), fr: format!("{fr}\u{a0}: {qui}") }
        }
        None => Bilingual { en, fr },
    }
}

/// A floor that the user asked for, without its amount, which is in the unit of the measure.
fn floor_clause(dossier: &Dossier, measure: &str) -> Bilingual {
    let Bilingual { en, fr } = measure_called(dossier, measure);
    Bilingual { en: format!("the floor on {en}"), fr: format!("le plancher sur {fr}") }
}

/// Who is in a group, by name; the group itself where they are many or nobody.
pub fn group_called(dossier: &Dossier, group: &str, (en, fr): (&str, &str)) -> Bilingual {
    let members = dossier.members_of(group);
    if members.is_empty() || MEMBERS_NAMED < members.len() {
        return Bilingual { en: format!("group {group}"), fr: format!("groupe {group}") };
    }
    let members: Vec<Bilingual> = members.iter().map(|id| dossier.called(id)).collect();
    Bilingual::listed(&members, en, fr)
}

/// An investment, with the variant that is meant where one is.
pub fn with_variant_called(
    dossier: &Dossier,
    investment: &InvestmentId,
    variant: &Option<VariantId>,
) -> Bilingual {
    let Bilingual { en, fr } = dossier.called(investment);
    match variant {
        None => Bilingual { en, fr },
        Some(variant) => {
            let name = dossier.variant_called(investment, variant);
            let quoted = |language| name.get(language).to_string();
            Bilingual {
                en: format!("{en} as “{}”", quoted(Language::English)),
                fr: format!("{fr} en «\u{a0}{}\u{a0}»", quoted(Language::French)),
            }
        }
    }
}

/// The beginning of a period by the calendar: `2028`, or `04/2028` within a year.
fn calendar_start(start: Start, base_year: i32) -> Bilingual {
    let year = base_year + start.year() as i32;
    let told = match start.month_of_year() {
        0 => year.to_string(),
        month => format!("{:02}/{year}", month + 1),
    };
    Bilingual { en: told.clone(), fr: told }
}
