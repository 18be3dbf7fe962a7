//! cxfolio: which customer-experience technology to fund.
//!
//! The rooms below are listed in reading order; a room may name only rooms above it (`tests/rooms.rs` keeps that).
//! Data travels one way: files -> `ingest` -> `domain` -> `experience` and `case` -> `score` -> `optimize` -> `report`.

pub mod quantity;
pub mod domain;
pub mod wire;
pub mod source;
pub mod ingest;
pub mod intake;
pub mod finance;
pub mod experience;
pub mod check;
pub mod case;
pub mod score;
pub mod optimize;
pub mod report;
pub mod config;
pub mod store;
pub mod app;
pub mod web;
pub mod http;
pub mod cli;
