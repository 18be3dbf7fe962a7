//! Sheets of any shape to the tables of a dossier: mapping, preview, difference, acceptance.
//!
//! ```text
//! source sheets -> mapping -> staged rows -> merged with the dossier -> judged -> preview -> accepted
//! ```

pub mod staged;
pub mod folded;
pub mod mapping;
pub mod mapping_text;
mod mapping_check;
pub mod heading_pattern;
pub mod aliases;
pub mod words;
pub mod row_field;
pub mod conversion;
pub mod canonical;
pub mod cell_findings;
pub mod laid_out;
pub mod lines;
pub mod investment_keys;
pub mod said;
mod wide_findings;
mod shape_table;
mod shape_wide;
mod long_findings;
mod shape_long;
mod settings_rows;
mod shape_dossier;
mod transposed;
mod content;
pub mod propose_columns;
mod propose_findings;
pub mod propose;
pub mod stage;
pub mod row_years;
pub mod mappings;
pub mod new_settings;
pub mod merge;
pub mod codes;
pub mod judge;
pub mod totals;
pub mod refused;
