//! What more of one thing costs of another: frontiers of a dossier's plans, and exact searches for plain questions.
//!
//! ```text
//! budget_steps     NPV against all budgets      <- one_budget <- budget_front (one budget, nothing else between)
//! efficient_plans  NPV against any measure
//! two_criteria_front (finished programs), knapsack_front (items): whole frontiers, for callers that bring such
//! ```

pub mod trail;
pub mod budget_front;
pub mod one_budget;
pub mod budget_steps;
pub mod efficient_plans;
pub mod two_criteria_front;
pub mod knapsack;
pub mod knapsack_states;
pub mod knapsack_front;
