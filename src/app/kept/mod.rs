//! The use cases on kept dossiers: the same answers as for files, with revisions, roles and jobs around them.

pub mod clock;
pub mod caller;
pub mod refusal;
pub mod condition;
pub mod answer;
pub mod snapshot;
pub mod archive;
pub mod sent;
pub mod whole;
pub mod dossiers;
pub mod items;
pub mod page;
pub mod revisions;
pub mod audit;
pub mod keyring;
pub mod keys;
pub mod key_request;
pub mod models;
pub mod job_result;
pub mod workshop;
pub mod imports;
pub mod jobs;
pub mod webhooks;
pub mod demo;
pub mod blocking;
