//! What a plan has of NPV, coverage, objectives and the rest, as a figure of the plan and as terms over its columns.
//!
//! ```text
//! measure (of a plan)      mode (of a candidate) -> saturated, value_curve (what bends)
//! worth, coverage_terms, objective_terms -> formulation (all terms over the columns)
//! ```

pub mod elsewhere;
pub mod measure;
pub mod called;
pub mod terms;
pub mod saturated;
pub mod mode;
pub mod worth;
pub mod coverage_terms;
pub mod value_curve;
pub mod objective_terms;
pub mod formulation;
