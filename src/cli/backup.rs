//! `cxfolio backup` and `cxfolio restore`: everything that is kept, in one file, while the service runs.

use std::path::PathBuf;

use clap::Args;

use super::keys::printed;
use super::output::Output;
use crate::app::kept::blocking;
use crate::app::kept::refusal::Refusal;

/// The arguments of `backup`.
#[derive(Args, Clone, Debug)]
#[command(after_help = "\
Examples:
  cxfolio backup backup.db --data cxfolio-data")]
pub struct BackupArguments {
    /// The file to write; it must not be there yet.
    #[arg(value_name = "FILE")]
    to: PathBuf,
    /// The folder in which the service keeps everything.
    #[arg(long, value_name = "FOLDER", default_value = "cxfolio-data")]
    data: PathBuf,
}

/// The arguments of `restore`.
#[derive(Args, Clone, Debug)]
#[command(after_help = "\
Everything that is kept in the folder is replaced, in one step; the service may go on running.

Examples:
  cxfolio restore backup.db --data cxfolio-data")]
pub struct RestoreArguments {
    /// A file written by `cxfolio backup`.
    #[arg(value_name = "FILE")]
    from: PathBuf,
    /// The folder in which the service keeps everything.
    #[arg(long, value_name = "FOLDER", default_value = "cxfolio-data")]
    data: PathBuf,
}

/// Runs `backup`.
pub fn backup(arguments: &BackupArguments) -> Output {
    let BackupArguments { to, data } = arguments;
    told(blocking::backup(data, to), &format!("{} written", to.display()))
}

/// Runs `restore`.
pub fn restore(arguments: &RestoreArguments) -> Output {
    let RestoreArguments { from, data } = arguments;
    told(blocking::restore(from, data), &format!("{} restored", data.display()))
}

/// What was done, and what of the history is not as it was written.
fn told(broken: Result<Vec<String>, Refusal>, done: &str) -> Output {
    let broken = match broken {
        Ok(broken) => broken,
        Err(refusal) => return printed(Err(refusal)),
    };
    let mut output = printed(Ok(format!("{done}\n")));
    for sentence in broken {
        output.error += &format!("Attention: {sentence}.\n");
    }
    output
}
