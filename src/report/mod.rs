//! Results to what people and machines read; nothing is computed here.

pub mod finance;
