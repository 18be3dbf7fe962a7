//! `StatedPlan`: a plan that is handed in, as a file of a choice or as a portfolio.

use std::path::PathBuf;

use super::error::AppError;
use crate::domain::portfolio::Portfolio;
use crate::ingest::plan;

/// A plan that was chosen before.
#[derive(Clone, Debug)]
pub enum StatedPlan {
    /// The JSON that `choose` printed.
    File(PathBuf),
    Portfolio(Portfolio),
}

impl StatedPlan {
    /// The plan itself.
    pub fn portfolio(&self) -> Result<Portfolio, AppError> {
        match self {
            StatedPlan::File(path) => plan::plan(path).map_err(|fault| AppError::unreadable(&fault)),
            StatedPlan::Portfolio(portfolio) => Ok(portfolio.clone()),
        }
    }
}
