//! Start-up only: hand the arguments to `cli` and turn the outcome into an exit code.

use std::process::ExitCode;

#[expect(clippy::disallowed_methods, reason = "the one place where the command line enters the program")]
fn main() -> ExitCode {
    ExitCode::from(cxfolio::cli::run(std::env::args_os()).code())
}
