//! From preference to choice: the exact portfolio under budgets, people and rules.
//!
//! ```text
//! dossier + cases + closures -> candidates -> rules --+
//!                                        \-> worth ---+-> program -> highs -> recheck in exact decimals
//! ```
//!
//! Every rule is a named business statement with exact coefficients; the same rule makes the solver's row, re-checks
//! the answer to the cent, tells what binds and, when no plan exists, names the conflict.

pub mod statement;
pub mod clause;
pub mod spread;
pub mod candidate;
pub mod component;
pub mod rule;
pub mod breach;
pub mod question;
pub mod rules;
pub mod program;
pub mod terms;
pub mod saturated;
pub mod mode;
pub mod worth;
pub mod coverage_terms;
pub mod value_curve;
pub mod objective_terms;
pub mod elsewhere;
pub mod measure;
pub mod floor;
pub mod formulation;
pub mod highs;
pub mod search;
pub mod outcome;
pub mod problem;
pub mod cutting;
pub mod aim;
pub mod different;
pub mod settle;
pub mod alternatives;
pub mod replan;
pub mod budget_steps;
pub mod efficient_plans;
pub mod robust_choice;
pub mod core_proof;
pub mod shaken_scores;
pub mod choose;
pub mod conflict;
pub mod elastic;
pub mod repair;
pub mod explain;
pub mod neighbour;
pub mod draw;
pub mod trail;
pub mod budget_front;
pub mod one_budget;
pub mod weight_corners;
pub mod weight_set;
pub mod weight_bound;
pub mod certificate;
pub mod two_criteria_front;
pub mod knapsack;
pub mod knapsack_states;
pub mod knapsack_front;
