//! `Statement`: the business name of a rule, the word that plans, conflicts and prices are told in.

use crate::domain::investment::{InvestmentId, VariantId};
use crate::domain::moment::MomentId;
use crate::domain::persona::PersonaId;
use crate::domain::role::RoleId;
use crate::domain::text::Bilingual;

/// What a rule says, in the words of the business.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Statement {
    /// Expected costs of a year stay within its budget.
    Budget {
        year: usize,
    },
    /// Expected costs of a year stay within the run-rate cap.
    RunRate {
        year: usize,
    },
    /// Days of a role in a year stay within its capacity.
    RoleDays {
        role: RoleId,
        year: usize,
    },
    /// At most one variant of an investment.
    OneVariant {
        investment: InvestmentId,
    },
    Requires {
        from: InvestmentId,
        to: InvestmentId,
    },
    Excludes {
        a: InvestmentId,
        b: InvestmentId,
    },
    AtLeastOne {
        group: String,
    },
    Mandatory {
        investment: InvestmentId,
    },
    /// A must-be moment is covered at least to the floor for a persona that cares.
    MomentFloor {
        moment: MomentId,
        persona: PersonaId,
    },
    /// The user asked for it.
    ForcedIn {
        investment: InvestmentId,
        variant: Option<VariantId>,
        reason: String,
    },
    ForcedOut {
        investment: InvestmentId,
        variant: Option<VariantId>,
        reason: String,
    },
}

impl Statement {
    /// The stable written form, such as `budget:y0` or `role:R7:y0`.
    pub fn name(&self) -> String {
        match self {
            Statement::Budget { year } => format!("budget:y{year}"),
            Statement::RunRate { year } => format!("run_rate:y{year}"),
            Statement::RoleDays { role, year } => format!("role:{role}:y{year}"),
            Statement::OneVariant { investment } => format!("one_variant:{investment}"),
            Statement::Requires { from, to } => format!("requires:{from}:{to}"),
            Statement::Excludes { a, b } => format!("excludes:{a}:{b}"),
            Statement::AtLeastOne { group } => format!("at_least_one:{group}"),
            Statement::Mandatory { investment } => format!("mandatory:{investment}"),
            Statement::MomentFloor { moment, persona } => format!("moment_floor:{moment}:{persona}"),
            Statement::ForcedIn { investment, variant, .. } => {
                format!("forced_in:{}", with_variant(investment, variant))
            }
            Statement::ForcedOut { investment, variant, .. } => {
                format!("forced_out:{}", with_variant(investment, variant))
            }
        }
    }

    /// Whether it limits money or days, so that more of them would help.
    pub fn is_amount(&self) -> bool {
        matches!(self, Statement::Budget { .. } | Statement::RunRate { .. } | Statement::RoleDays { .. })
    }

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
            Statement::RoleDays { role, year } => (
                format!("the days of role {role} in {}", calendar(year)),
                format!("les jours du rôle {role} en {}", calendar(year)),
            ),
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
            Statement::Mandatory { investment } => {
                (format!("{investment} is mandatory"), format!("{investment} est obligatoire"))
            }
            Statement::MomentFloor { moment, persona } => (
                format!("the floor of must-be moment {moment} for {persona}"),
                format!("le plancher du moment attendu {moment} pour {persona}"),
            ),
            Statement::ForcedIn { investment, variant, reason } => {
                let forced = with_variant(investment, variant);
                (format!("{forced} is forced in ({reason})"), format!("{forced} est imposé ({reason})"))
            }
            Statement::ForcedOut { investment, variant, reason } => {
                let forced = with_variant(investment, variant);
                (format!("{forced} is forced out ({reason})"), format!("{forced} est écarté ({reason})"))
            }
        };
        Bilingual { en, fr }
    }
}

/// `B01`, or `B01:core` when one variant is meant.
fn with_variant(investment: &InvestmentId, variant: &Option<VariantId>) -> String {
    match variant {
        Some(variant) => format!("{investment}:{variant}"),
        None => investment.to_string(),
    }
}
