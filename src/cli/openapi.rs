//! `cxfolio openapi`: the OpenAPI document of the service.

use clap::Args;

use super::exit::Exit;
use super::output::Output;
use crate::http::openapi;

/// The arguments of `openapi`.
#[derive(Args, Clone, Debug)]
#[command(after_help = "\
Examples:
  cxfolio openapi > openapi.json")]
pub struct OpenapiArguments {}

/// Runs the command.
pub fn run(_: &OpenapiArguments) -> Output {
    Output::result(openapi::text(), Exit::Fine)
}
