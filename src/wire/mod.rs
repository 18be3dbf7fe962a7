//! The written form of the nouns: which tables and columns a dossier has, and the format of settings and decision models.

pub mod table;
pub mod words;
pub mod tables;
pub mod decimal;
pub mod withheld;
pub mod fault;
pub mod pointer;
pub mod item_cell;
pub mod item;
pub mod formula_text;
pub mod settings_fields;
pub mod settings;
pub mod decision_model;
pub mod plan;
pub mod import_request;
pub mod run_parts;
pub mod run;
pub mod run_request;
pub mod run_schemas;
pub mod run_difference;
pub mod chosen_document;
