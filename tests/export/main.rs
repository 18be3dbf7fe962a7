//! What `export` promises: no cell of a dossier is lost, no text is computed, and results recompute to what we print.

mod dossier;
mod evaluate;
mod formula;
mod results;
mod samples;
