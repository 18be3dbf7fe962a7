//! The unit in which a rule counts, and its amounts as people read them.

use rust_decimal::Decimal;

use super::change_words::money;
use super::number::{grouped, percent};
use crate::domain::dossier::Dossier;
use crate::domain::portfolio_rule::PortfolioRuleKind;
use crate::domain::text::Language;
use crate::optimize::statement::Statement;

/// What the amounts of a rule are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RuleUnit {
    /// Money of the dossier.
    Currency,
    /// Days of people.
    Days,
    /// A fraction of a whole, or a value between 0 and 1.
    Share,
    /// Investments, or whether something holds: 1 or 0.
    Count,
    /// Points of customer experience or of the objectives.
    Points,
}

impl RuleUnit {
    /// Every unit.
    pub const ALL: [RuleUnit; 5] =
        [RuleUnit::Currency, RuleUnit::Days, RuleUnit::Share, RuleUnit::Count, RuleUnit::Points];

    /// The written form.
    pub fn name(self) -> &'static str {
        match self {
            RuleUnit::Currency => "currency",
            RuleUnit::Days => "days",
            RuleUnit::Share => "share",
            RuleUnit::Count => "count",
            RuleUnit::Points => "points",
        }
    }

    /// The unit of a rule; a rule on a share of spending counts the money above or below that share.
    pub fn of(dossier: &Dossier, statement: &Statement) -> RuleUnit {
        match statement {
            Statement::Budget { .. } | Statement::RunRate { .. } | Statement::Envelope { .. } => {
                RuleUnit::Currency
            }
            Statement::RoleDays { .. } | Statement::RolePeriod { .. } => RuleUnit::Days,
            Statement::MomentFloor { .. } => RuleUnit::Share,
            Statement::AskedFloor { measure, .. } => RuleUnit::of_measure(measure),
            Statement::Portfolio { rule, .. } => {
                let found = dossier.rules.iter().find(|one| &one.id == rule);
                found.map_or(RuleUnit::Count, |rule| RuleUnit::of_kind(&rule.kind))
            }
            _ => RuleUnit::Count,
        }
    }

    /// The unit of a measure by its written form.
    pub fn of_measure(measure: &str) -> RuleUnit {
        match measure.split(':').next().unwrap_or_default() {
            "coverage" | "objective" => RuleUnit::Share,
            "points" | "objectives" => RuleUnit::Points,
            _ => RuleUnit::Currency,
        }
    }

    fn of_kind(kind: &PortfolioRuleKind) -> RuleUnit {
        match kind {
            PortfolioRuleKind::Count { .. }
            | PortfolioRuleKind::MandatoryBy { .. }
            | PortfolioRuleKind::SponsorLoad { .. } => RuleUnit::Count,
            PortfolioRuleKind::Share { .. }
            | PortfolioRuleKind::VendorShare { .. }
            | PortfolioRuleKind::ExitExposure { .. } => RuleUnit::Currency,
            PortfolioRuleKind::CoverageFloor { .. } | PortfolioRuleKind::ObjectiveFloor { .. } => {
                RuleUnit::Share
            }
        }
    }

    /// An amount in this unit: `€523k`, `50 days`, `12%`, `3`.
    pub fn told(self, amount: Decimal, currency: &str, language: Language) -> String {
        match self {
            RuleUnit::Currency => money(amount, currency, language),
            RuleUnit::Days => days(amount, language),
            RuleUnit::Share => percent(amount, 1, language),
            RuleUnit::Count | RuleUnit::Points => {
                let places = if amount.abs() < Decimal::ONE_HUNDRED { 2 } else { 0 };
                grouped(amount, places.min(amount.normalize().scale()), language)
            }
        }
    }
}

/// `50 days`, `50 jours`; whole days, and the singular for one.
pub fn days(amount: Decimal, language: Language) -> String {
    let number = grouped(amount, 0, language);
    match language {
        Language::English if number == "1" => "1 day".into(),
        Language::English => format!("{number} days"),
        Language::French if number == "1" || number == "0" => format!("{number}\u{a0}jour"),
        Language::French => format!("{number}\u{a0}jours"),
    }
}
