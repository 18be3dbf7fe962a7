//! The command tree: every command is a file; decode, call `app`, print.

pub mod finance;
