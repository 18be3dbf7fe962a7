//! Plans that are not the best one: those that differ from it, and those near an approved one.

pub mod different;
pub mod alternatives;
pub mod replan;
