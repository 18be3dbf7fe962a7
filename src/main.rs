//! Start-up only: hand the arguments to `cli` and turn the outcome into an exit code.

use std::panic::catch_unwind;
use std::process::ExitCode;

use cxfolio::cli::exit::Exit;

/// Reads of the service are a third faster with it, and its memory stays the same.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// A panic is a fault of ours, never of the dossier: it is reported as such and has an exit code of its own.
#[expect(clippy::disallowed_methods, reason = "the one place where the command line enters the program")]
fn main() -> ExitCode {
    let arguments = std::env::args_os();
    let exit = catch_unwind(|| cxfolio::cli::run(arguments)).unwrap_or_else(|_| {
        eprintln!(
            "This is a fault of cxfolio itself. Please keep the dossier and report it with the lines above."
        );
        Exit::Fault
    });
    ExitCode::from(exit.code())
}
