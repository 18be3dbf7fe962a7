//! The use cases, one file each with one public function each; every transport calls only these.

pub mod error;
pub mod open;
pub mod tables;
pub mod check;
pub mod appraise;
pub mod aim;
pub mod prepare;
pub mod choose;
pub mod alternatives;
pub mod replan;
pub mod explain;
pub mod frontier;
pub mod regret_table;
pub mod robust;
pub mod scenarios;
pub mod report;
pub mod export;
pub mod import;
pub mod import_options;
pub mod import_told;
pub mod finance;
pub mod fingerprint;
pub mod score;
pub mod map;
pub mod kept;
