//! Results to what people and machines read; nothing is computed here.

pub mod number;
pub mod table;
pub mod plan;
pub mod text_finding;
pub mod text_case;
pub mod text_plan;
pub mod view_finding;
pub mod view_case;
pub mod view_plan;
pub mod chart;
pub mod memo;
pub mod finance;
