//! Finance files as people have them, from bytes to cells: every form, every convention, workbooks, hostile files.

mod columns;
mod corpus;
mod forms;
mod hostile;
mod public_files;
mod reading;
mod shapes;
mod workbooks;
