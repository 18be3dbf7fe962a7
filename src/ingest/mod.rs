//! Bytes to a `Dossier` and its findings; never stops at the first bad cell.
//!
//! ```text
//! stored -> table -> columns -> row -> read_* -> assemble -> Dossier + findings
//!                       `-> fingerprint
//! ```
//!
//! The rules that hold in every reader:
//! - an amount or effect that is blank, withheld or unreadable is missing, never zero;
//! - any other unreadable number counts as the neutral one its reader names, beside an error finding;
//! - a row is left out only when it cannot be told apart or attached, beside an error finding;
//! - rows are put in the order of their content before they are read, so their order in the file changes nothing.

pub mod nearest;
pub mod faults;
pub mod table;
pub mod json;
pub mod plan;
pub mod bundle;
pub mod columns;
pub mod fingerprint;
pub mod keys;
pub mod row;
pub mod read_settings;
pub mod read_objectives;
pub mod read_levers;
pub mod read_people;
pub mod read_moments;
pub mod read_ecosystem;
pub mod read_investments;
pub mod read_lines;
pub mod read_effects;
pub mod read_rules;
pub mod read_envelopes;
pub mod members;
pub mod read_portfolio_rules;
pub mod read_evidence;
pub mod assemble;
pub mod pending;
pub mod stored;
pub mod items;
pub mod bundle_text;
pub mod folder;
pub mod shelf;
