//! From preference to choice: the exact portfolio under budgets, people and rules.
//!
//! ```text
//! dossier + cases + closures -> choices -> rules -----+
//!                                      \-> measures --+-> program -> highs -> recheck in exact decimals
//! ```
//!
//! Every rule is a named business statement with exact coefficients; the same rule makes the solver's row, re-checks
//! the answer to the cent, tells what binds and, when no plan exists, names the conflict. One `problem` answers many
//! asks: the best plan, other plans, frontiers, what holds over all weights, and why.

pub mod statement;
pub mod clause;
pub mod question;
pub mod program;
pub mod rule;
pub mod breach;
pub mod choices;
pub mod rules;
pub mod measures;
pub mod floor;
pub mod watch;
pub mod highs_caller;
pub mod highs;
pub mod search;
pub mod outcome;
pub mod problem;
pub mod cutting;
pub mod sight;
pub mod optima;
pub mod aim;
pub mod other_plans;
pub mod settle;
pub mod conflict;
pub mod elastic;
pub mod needed;
pub mod repair;
pub mod neighbour;
pub mod choose;
pub mod fronts;
pub mod weights;
pub mod explain;
