//! `LongJobs`: how many jobs that ask many questions are under way, so that short ones get through.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Kinds that ask many questions: they never take the last free worker.
pub const LONG_KINDS: [&str; 5] = ["alternatives", "explain", "frontier", "robust", "scenarios"];

/// Places for long jobs.
#[derive(Debug)]
pub struct LongJobs {
    under_way: Arc<AtomicUsize>,
    most: usize,
}

/// A place that is free again when this is dropped.
#[derive(Debug)]
pub struct LongPlace(Arc<AtomicUsize>);

impl LongJobs {
    /// A place for each worker but one; one place where there is one worker only.
    pub fn among(workers: usize) -> LongJobs {
        LongJobs { under_way: Arc::default(), most: workers.saturating_sub(1).max(1) }
    }

    /// A place for one more; none while all are taken.
    pub fn place(&self) -> Option<LongPlace> {
        let more = |taken: usize| (taken < self.most).then_some(taken + 1);
        let taken = self.under_way.fetch_update(Ordering::Relaxed, Ordering::Relaxed, more);
        taken.is_ok().then(|| LongPlace(Arc::clone(&self.under_way)))
    }
}

impl Drop for LongPlace {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_worker_is_left_to_short_jobs() {
        let places = LongJobs::among(3);
        let (first, second) = (places.place(), places.place());
        assert!(first.is_some() && second.is_some() && places.place().is_none());
        drop(first);
        assert!(places.place().is_some());
        assert!(LongJobs::among(1).place().is_some());
    }
}
