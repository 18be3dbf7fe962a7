//! Finance files into a dossier, as a controller does it: preview, findings at their cells, acceptance, and nothing lost.

mod killed;
mod planted_errors;
mod round_trip;
mod scene;
mod sessions;
