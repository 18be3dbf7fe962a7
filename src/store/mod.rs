//! What is kept: dossiers with every revision, jobs with their results, keys and the audit log, in one SQLite file.
//!
//! This room knows texts, not their meaning: what an item's body says, who may do what and what a job computes is the
//! concern of its callers. Every write goes through one [`change::Change`]; reads see the newest committed state.

pub mod error;
pub mod database;
pub mod change;
pub mod stamp;
pub mod dossiers;
pub mod items;
pub mod revisions;
pub mod revise;
pub mod history;
pub mod chain;
pub mod audit;
pub mod receipts;
pub mod jobs;
pub mod job_queue;
pub mod keys;
pub mod grants;
pub mod webhooks;
pub mod models;
pub mod backup;
pub mod restore;
pub mod folder_lock;
