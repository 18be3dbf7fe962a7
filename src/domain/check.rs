//! The validation rules over a whole dossier, each with a code; the list of rules as data.
