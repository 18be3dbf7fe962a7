//! Small random dossiers, every plan of them by counting, and a judge of their rules that knows no program.

#![allow(dead_code, reason = "each test that enumerates needs its own part of it")]

pub mod candidates;
pub mod chance;
pub mod dossier;
#[path = "../feasible/mod.rs"]
pub mod feasible;
pub mod floor;
pub mod judge;
pub mod moments;
pub mod part;
pub mod schedule;
