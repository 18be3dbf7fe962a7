//! The limit of a rule in words, so that a reader of a conflict sees what is short.

use super::number::{grouped, percent, thousands};
use crate::domain::dossier::Dossier;
use crate::domain::envelope::EnvelopeId;
use crate::domain::period::Period;
use crate::domain::text::Language;
use crate::optimize::statement::Statement;

/// What the rule allows, `€400k` or `110 days`; none for rules that have no amount.
pub fn limit_text(dossier: &Dossier, statement: &Statement, language: Language) -> Option<String> {
    let settings = &dossier.settings;
    let money = |amount| thousands(amount, &settings.currency, language);
    let days = |available| {
        let days = grouped(available, 0, language);
        match language {
            Language::English => format!("{days} days"),
            Language::French => format!("{days}\u{a0}jours"),
        }
    };
    match statement {
        Statement::Budget { year } => settings.budgets.get(year).copied().map(money),
        Statement::RunRate { year } => settings.run_rate_caps.get(year).copied().map(money),
        Statement::RoleDays { role, year } => {
            let role = dossier.roles.iter().find(|one| &one.id == role)?;
            Some(days(role.capacity.get(*year).copied().flatten()?))
        }
        Statement::MomentFloor { .. } => Some(percent(settings.must_be_floor, 0, language)),
        Statement::Envelope { money: tills } => {
            let given = |(id, period): &(EnvelopeId, Period)| {
                let envelope = dossier.envelopes.iter().find(|one| &one.id == id)?;
                envelope.amounts.get(period).copied()
            };
            Some(money(tills.iter().filter_map(given).sum()))
        }
        Statement::RolePeriod { role, period } => {
            let role = dossier.roles.iter().find(|one| &one.id == role)?;
            Some(days(*role.capacity_by_period.get(period)?))
        }
        Statement::OneVariant { .. }
        | Statement::AllOrNone { .. }
        | Statement::SameStart { .. }
        | Statement::FinishBefore { .. }
        | Statement::Portfolio { .. }
        | Statement::Requires { .. }
        | Statement::Excludes { .. }
        | Statement::AtLeastOne { .. }
        | Statement::Mandatory { .. }
        | Statement::AskedFloor { .. }
        | Statement::Different { .. }
        | Statement::Begun { .. }
        | Statement::NotBefore { .. }
        | Statement::Changes { .. }
        | Statement::ForcedIn { .. }
        | Statement::ForcedOut { .. } => None,
    }
}
