//! What can be chosen: variants at their starts and shares, what they spend when, and the components they share.

pub mod spread;
pub mod candidate;
pub mod component;
