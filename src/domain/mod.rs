//! The nouns of the product and how they hang together; nothing here reads, computes a result or prints.
//!
//! ```text
//! Objective <- Lever <- BenefitLine <-+
//! Persona -> Journey -> MomentOfTruth <- MomentEffect <-+
//!    |                      ^                           |
//!    |                 EcosystemEdge                    |
//!    +- CustomerProblem -> EcosystemNode <- NodeEffect <- Investment -> Variant -> CostLine, RoleDemand
//! ```
//!
//! A [`dossier::Dossier`] holds all of them, sorted by identifier, so that the order of input rows changes nothing.

pub mod text;
pub mod place;
pub mod finding;
pub mod evidence;
pub mod estimate;
pub mod objective;
pub mod lever;
pub mod persona;
pub mod journey;
pub mod moment;
pub mod ecosystem;
pub mod capability;
pub mod investment;
pub mod business_case;
pub mod dependency;
pub mod start;
pub mod period;
pub mod envelope;
pub mod portfolio_rule;
pub mod role;
pub mod scenario;
pub mod settings;
pub mod decision_model;
pub mod portfolio;
pub mod portfolio_change;
pub mod dossier;
pub mod naming;
pub mod overrides;
pub mod readiness;
#[cfg(test)]
pub mod example;
