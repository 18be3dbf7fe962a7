//! From a technology, however far backstage, to the moment of truth a customer lives; knows no euro formula but money at risk.
//!
//! ```text
//! Investment -> node -> .. -> node -> MomentOfTruth    ecosystem, path, lift
//!      +------- direct effect ------------^            lift
//! lift / experience gap = closure -> coverage          closure, coverage, map
//! what the coverage means to people                    kano, perception, journey_score, journey_today, persona_impact
//! where the money and the causes are                   at_risk, stage_risk, root_cause, fragmentation, backstage, picture
//! one node, one moment                                 dam, node_role, closer, moment_story
//! what the choice does to the company's freedom        profile, lock_in
//! ```
//!
//! Inside, everything stands in dense rows over the persona x moment grid of [`cell::Cells`]; outside, by identifier.

pub mod cell;
pub mod persona_weight;
pub mod importance;
pub mod ecosystem;
pub mod path;
pub mod lift;
pub mod closure;
pub mod map;
pub mod coverage;
pub mod covered;
pub mod before_after;
pub mod kano;
pub mod perception;
pub mod journey_score;
pub mod journey_today;
pub mod stage_risk;
pub mod persona_impact;
pub mod at_risk;
pub mod root_cause;
pub mod symptom;
pub mod untouched;
pub mod fragmentation;
pub mod backstage;
pub mod dam;
pub mod node_role;
pub mod closer;
pub mod moment_story;
pub mod picture;
pub mod profile;
pub mod lock_in;
pub mod persona_change;
pub mod problem_outcome;
pub mod served;
#[cfg(test)]
pub mod example;
