//! Progress on standard error for whatever takes more than a second; silent when nobody watches a terminal.

use std::io::IsTerminal;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use indicatif::ProgressBar;

/// How long work may take before a sign of life is shown.
const PATIENCE: Duration = Duration::from_secs(1);

/// Does the work, with a spinner and these words beside it once it takes longer than a second.
pub fn watched<T>(words: &'static str, work: impl FnOnce() -> T) -> T {
    if !std::io::stderr().is_terminal() {
        return work();
    }
    let (done, is_done) = channel::<()>();
    let watcher = thread::spawn(move || {
        if is_done.recv_timeout(PATIENCE) == Err(RecvTimeoutError::Timeout) {
            let spinner = ProgressBar::new_spinner().with_message(words);
            spinner.enable_steady_tick(Duration::from_millis(120));
            let _ = is_done.recv();
            spinner.finish_and_clear();
        }
    });
    let result = work();
    drop(done);
    let _ = watcher.join();
    result
}
