//! Sheets of any shape to the tables of a dossier: mapping, preview, difference, acceptance.
