//! Sheets of any shape to the tables of a dossier: mapping, preview, difference, acceptance.
//!
//! ```text
//! source sheets -> mapping -> staged rows -> merged with the dossier -> judged -> preview -> accepted
//! ```

pub mod staged;
pub mod merge;
pub mod codes;
pub mod judge;
pub mod totals;
pub mod refused;
