//! A rule in the words of the business, with names where the short form has identifiers.

use super::page::Page;
use crate::domain::dependency::DependencyKind;
use crate::domain::investment::InvestmentId;
use crate::domain::text::{Bilingual, Language};
use crate::optimize::clause::wish_reason;
use crate::optimize::statement::Statement;
use crate::report::number::grouped;

/// The rule as a clause that names what it is about.
pub fn clause(page: &Page, statement: &Statement) -> String {
    let settings = &page.dossier().settings;
    let (en, fr) = match statement {
        Statement::Budget { year } => {
            let limit = settings.budgets.get(year).map_or("–".into(), |limit| page.thousands(*limit));
            let year = page.year(*year);
            (format!("the {year} budget of {limit}"), format!("le budget {year} de {limit}"))
        }
        Statement::RunRate { year } => {
            let limit = settings.run_rate_caps.get(year).map_or("–".into(), |limit| page.thousands(*limit));
            let year = page.year(*year);
            (
                format!("the {year} cap of {limit} on yearly cost"),
                format!("le plafond {year} de {limit} de coût annuel"),
            )
        }
        Statement::RoleDays { role, year } => {
            let found = page.dossier().roles.iter().find(|one| &one.id == role);
            let name =
                found.map_or(role.to_string(), |one| format!("{} ({role})", one.name.get(page.language)));
            let year = page.year(*year);
            (format!("the days of {name} in {year}"), format!("les jours de {name} en {year}"))
        }
        Statement::MomentFloor { moment, persona } => {
            let (moment, persona) = (page.moment(moment), page.persona(persona));
            let floor = page.percent(settings.must_be_floor);
            (
                format!("at least {floor} of the gap closed at “{moment}” for {persona}"),
                format!("au moins {floor} de l’écart comblé à « {moment} » pour {persona}"),
            )
        }
        other => return clause_between(page, other),
    };
    match page.language {
        Language::English => en,
        Language::French => fr,
    }
}

/// The clause of a rule about what must or must not stand together.
fn clause_between(page: &Page, statement: &Statement) -> String {
    let named = |id: &InvestmentId| quoted_name(page, id);
    let (en, fr) = match statement {
        Statement::OneVariant { investment } => {
            let name = named(investment);
            (format!("a single variant of {name}"), format!("une seule variante de {name}"))
        }
        Statement::Requires { from, to } => {
            let (from, to) = (named(from), named(to));
            (format!("{from} requires {to}"), format!("{from} nécessite {to}"))
        }
        Statement::Excludes { a, b } => {
            let (a, b) = (named(a), named(b));
            (format!("{a} and {b} exclude each other"), format!("{a} et {b} s’excluent"))
        }
        Statement::AtLeastOne { group } => {
            let members = members(page, statement, group);
            (format!("at least one of {members}"), format!("au moins un parmi {members}"))
        }
        Statement::Mandatory { investment } => {
            let name = named(investment);
            (format!("the obligation to do {name}"), format!("l’obligation de faire {name}"))
        }
        Statement::AllOrNone { group } => {
            let members = members(page, statement, group);
            (format!("all or none of {members}"), format!("tout ou rien parmi {members}"))
        }
        Statement::SameStart { group } => {
            let members = members(page, statement, group);
            (format!("a common start of {members}"), format!("un démarrage commun de {members}"))
        }
        Statement::FinishBefore { first, then } => {
            let (first, then) = (named(first), named(then));
            (
                format!("{then} only once {first} is finished"),
                format!("{then} seulement une fois {first} terminé"),
            )
        }
        Statement::ForcedIn { investment, reason, .. } => {
            let name = named(investment);
            let Bilingual { en, fr } = wish_reason(reason);
            (format!("the wish to have {name} ({en})"), format!("le souhait d’avoir {name} ({fr})"))
        }
        Statement::ForcedOut { investment, reason, .. } => {
            let name = named(investment);
            let Bilingual { en, fr } = wish_reason(reason);
            (
                format!("the wish to do without {name} ({en})"),
                format!("le souhait de se passer de {name} ({fr})"),
            )
        }
        other => {
            let Bilingual { en, fr } = other.clause(page.dossier());
            (en, fr)
        }
    };
    match page.language {
        Language::English => en,
        Language::French => fr,
    }
}

/// The rule with the amount by which a change would break it.
pub fn broken_clause(page: &Page, statement: &Statement, short_by: rust_decimal::Decimal) -> String {
    let text = clause(page, statement);
    match statement {
        Statement::Budget { .. } | Statement::RunRate { .. } | Statement::Envelope { .. } => {
            format!("{text} (+{})", page.thousands(short_by))
        }
        Statement::RoleDays { .. } | Statement::RolePeriod { .. } => {
            let days = grouped(short_by, 0, page.language);
            format!("{text} (+{days} {})", page.say("days", "jours"))
        }
        _ => text,
    }
}

fn quoted_name(page: &Page, id: &InvestmentId) -> String {
    let name = page.dossier().investment(id).map_or("", |one| one.name.get(page.language));
    match (name.is_empty(), page.language) {
        (true, _) => id.to_string(),
        (false, Language::English) => format!("“{name}” ({id})"),
        (false, Language::French) => format!("« {name} » ({id})"),
    }
}

/// The names of the members of the statement's group; the group's own name when the dossier has none.
fn members(page: &Page, statement: &Statement, group: &str) -> String {
    let found = page.dossier().dependencies.iter().find_map(|dependency| match &dependency.kind {
        DependencyKind::AtLeastOne { group, members } => {
            (*statement == Statement::AtLeastOne { group: group.clone() }).then_some(members)
        }
        DependencyKind::AllOrNone { group, members } => {
            (*statement == Statement::AllOrNone { group: group.clone() }).then_some(members)
        }
        DependencyKind::SameStart { group, members } => {
            (*statement == Statement::SameStart { group: group.clone() }).then_some(members)
        }
        _ => None,
    });
    let names: Vec<String> = found.into_iter().flatten().map(|id| quoted_name(page, id)).collect();
    if names.is_empty() { group.to_string() } else { names.join(", ") }
}
