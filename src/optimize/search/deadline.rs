//! The clock of a time limit: the one place of the search that looks at it.

use std::time::{Duration, Instant};

use crate::optimize::highs::Limits;
use crate::optimize::watch::Watch;

/// When to stop: at a time, none means never and then no clock is read; or when whoever watches says so.
#[derive(Clone, Debug)]
pub struct Deadline {
    end: Option<Instant>,
    watch: Watch,
}

impl Deadline {
    /// So many seconds from now as the limits say, or when their watch is stopped.
    pub fn of(limits: &Limits) -> Deadline {
        let end = limits.seconds.map(|seconds| now() + Duration::from_secs_f64(seconds.clamp(0.0, 1e9)));
        Deadline { end, watch: limits.watch.clone() }
    }

    /// Whether the time is over, or the work was stopped.
    pub fn is_over(&self) -> bool {
        self.watch.is_stopped() || self.end.is_some_and(|end| now() >= end)
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
