//! The interface for portfolio tools: decode a request, call `app`, encode what it answers.

pub mod issuer;
pub mod state;
pub mod refused;
pub mod problem;
pub mod context;
pub mod telemetry;
pub mod limits;
pub mod requests;
pub mod guard;
pub mod headers;
pub mod body;
pub mod query;
pub mod answered;
pub mod dossiers;
pub mod items;
pub mod revisions;
pub mod audit;
pub mod runs;
pub mod jobs;
pub mod events;
pub mod models;
pub mod keys;
pub mod health;
pub mod router;
pub mod server;
