//! What stays right when nobody agrees on weights: admitted weights, and the best plans over all of them.
//!
//! ```text
//! weight_corners -> weight_set -> draw (samples)
//! weight_bound -> certificate (samples certified by few solves) -> robust_choice -> core_proof, shaken_scores
//! ```

pub mod draw;
pub mod weight_corners;
pub mod weight_set;
pub mod weight_bound;
pub mod certificate;
pub mod robust_choice;
pub mod core_proof;
pub mod shaken_scores;
