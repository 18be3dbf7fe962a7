//! Bytes of a finance file to sheets of cells: encoding, delimiter, headings, decimal mark and date order decided and told.
//!
//! [`open::open`] reads a file once and tells what is in it: its [`form::Form`], its [`sheet::Sheet`]s with their headings
//! and the one convention of each [`sheet::Column`]. [`open::Source::rows`] reads it again, row by row; a cell is read as a
//! number or a day by [`number::number`] and [`date::date`] under its column. What is in doubt is a finding, never a guess.

pub mod limits;
pub mod options;
pub mod refusal;
pub mod form;
pub mod unit;
pub mod sheet;
pub mod row;
pub mod withheld;
pub mod number;
mod number_shape;
pub mod date;
mod date_shape;
mod month_names;
pub mod open;
mod origin;
mod encoding;
mod decoded;
mod text_file;
mod delimiter;
mod records;
mod workbook;
mod package;
mod profile;
mod headings;
mod totals;
mod tally;
mod decide;
mod questions;
mod told;
