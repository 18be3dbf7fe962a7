//! Why each investment is in the plan or not, what would change that, and what the rules cost (method 4.1 and 4.8).
//!
//! ```text
//! optimum -> asker -> standing -> changes (case, budget, companion, delay) -> verdict -> explanation -+
//!                 \-> prices -----------------------------------------------------------+-> why
//! ```
//!
//! Every figure is a difference of optima of one problem, so that it is proven as far as they are.

pub mod optimum;
pub mod asker;
pub mod imposed;
pub mod moments;
pub mod standing;
pub mod change;
pub mod case_change;
pub mod budget_change;
pub mod delay;
pub mod explanation;
pub mod prices;
pub mod why;
