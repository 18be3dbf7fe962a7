//! The clock of a time limit: the one place of the search that looks at it.

use std::time::{Duration, Instant};

/// When to stop; none means never, and then no clock is read.
#[derive(Clone, Copy, Debug)]
pub struct Deadline {
    end: Option<Instant>,
}

impl Deadline {
    /// So many seconds from now.
    pub fn after(seconds: Option<f64>) -> Deadline {
        Deadline { end: seconds.map(|seconds| now() + Duration::from_secs_f64(seconds.clamp(0.0, 1e9))) }
    }

    /// Whether the time is over.
    pub fn is_over(&self) -> bool {
        self.end.is_some_and(|end| now() >= end)
    }

    /// Seconds left, none without a limit.
    pub fn left(&self) -> Option<f64> {
        self.end.map(|end| end.saturating_duration_since(now()).as_secs_f64())
    }
}

#[expect(clippy::disallowed_methods, reason = "a time limit was asked for; without one no clock is read")]
fn now() -> Instant {
    Instant::now()
}
