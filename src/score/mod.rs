//! From figures to preference: weights, value functions, objective fit; never one opaque number.

pub mod weights;
pub mod swing;
pub mod direct;
pub mod rank_order;
pub mod agreement;
pub mod stakeholders;
pub mod swing_meaning;
