//! From figures to preference: weights, value functions, objective fit; never one opaque number.

pub mod weights;
pub mod swing;
pub mod direct;
pub mod rank_order;
pub mod agreement;
pub mod stakeholders;
pub mod comparison;
pub mod eigenvector;
pub mod least_squares;
pub mod consistency;
pub mod triad;
pub mod revision;
pub mod ahp;
pub mod swing_meaning;
