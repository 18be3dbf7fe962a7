//! Finance files of every shape to rows of a dossier's tables: fixtures, public files, proposals, round trips.

mod fixtures;
mod proposals;
mod public_files;
mod reading;
mod round_trip;
mod shapes;
