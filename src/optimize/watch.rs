//! `Watch`: whoever waits for work can stop it and see how far it is; work that nobody watches pays nothing for it.

use std::fmt;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::domain::portfolio::Portfolio;

/// A handle on running work; clones are handles on the same work. The default one watches nothing and cannot stop it.
#[derive(Clone, Default)]
pub struct Watch {
    shared: Option<Arc<Shared>>,
    /// Whether the work is a question on the side, whose plans are not those that are waited for.
    is_aside: bool,
}

struct Shared {
    is_stopped: AtomicBool,
    is_heeded: AtomicBool,
    sighting: Mutex<Sighting>,
    told: Option<Box<Tell>>,
}

type Tell = dyn Fn(&Sighting) + Send + Sync;

/// How far work is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sighting {
    /// The step of a sequence that is worked on, from 1.
    pub step: Option<Step>,
    /// What the question at hand maximises, as it is written; the unit of `worth` and `bound`.
    pub aim: String,
    /// The best plan of the question at hand so far; it keeps all rules that may not be broken.
    pub plan: Option<Portfolio>,
    /// How much of the aim that plan has, less the price of what it breaks.
    pub worth: Option<f64>,
    /// No plan has more of the aim than this; none while nothing is proven.
    pub bound: Option<f64>,
    /// Solves of the question at hand so far.
    pub rounds: usize,
    /// Branches looked into for it so far.
    pub nodes: u64,
}

/// A step of a sequence of questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    pub number: usize,
    /// How many there are; none when that is not known before the end.
    pub of: Option<usize>,
}

impl Watch {
    /// Watches nothing.
    pub const fn none() -> Watch {
        Watch { shared: None, is_aside: false }
    }

    /// A watch on work that is to begin: it can be stopped, and asked how far it is.
    pub fn start() -> Watch {
        Watch::with(None)
    }

    /// The same, and `tell` is called with every news; it is called from the working thread and must be quick.
    pub fn telling(tell: impl Fn(&Sighting) + Send + Sync + 'static) -> Watch {
        Watch::with(Some(Box::new(tell)))
    }

    fn with(told: Option<Box<Tell>>) -> Watch {
        let (is_stopped, is_heeded) = (AtomicBool::new(false), AtomicBool::new(false));
        let shared = Shared { is_stopped, is_heeded, sighting: Mutex::default(), told };
        Watch { shared: Some(Arc::new(shared)), is_aside: false }
    }

    /// Asks the work to end with what it has; it does so soon, as at a time limit.
    pub fn stop(&self) {
        if let Some(shared) = &self.shared {
            shared.is_stopped.store(true, Ordering::Relaxed);
        }
    }

    /// Whether the work was asked to end; the work that asks this ends then, and [`Watch::is_heeded`] says so.
    pub fn is_stopped(&self) -> bool {
        let Some(shared) = &self.shared else { return false };
        let is_stopped = shared.is_stopped.load(Ordering::Relaxed);
        if is_stopped {
            shared.is_heeded.store(true, Ordering::Relaxed);
        }
        is_stopped
    }

    /// Whether the work saw that it was to end, so that something of it is left out; false where it was asked too late.
    pub fn is_heeded(&self) -> bool {
        self.shared.as_ref().is_some_and(|shared| shared.is_heeded.load(Ordering::Relaxed))
    }

    /// Whether anybody may stop the work.
    pub fn is_there(&self) -> bool {
        self.shared.is_some()
    }

    /// Whether plans of the question at hand are to be told.
    pub fn looks_at_plans(&self) -> bool {
        self.shared.is_some() && !self.is_aside
    }

    /// How far the work is.
    pub fn sighting(&self) -> Sighting {
        self.shared.as_ref().map(|shared| seen(shared).clone()).unwrap_or_default()
    }

    /// The same watch for a question on the side: it can be stopped, and its plans are not told.
    pub fn aside(&self) -> Watch {
        Watch { is_aside: true, ..self.clone() }
    }

    /// Tells that a step of a sequence begins, counted from 1; steps of questions on the side count too.
    pub fn step(&self, number: usize, of: Option<usize>) {
        self.change(|sighting| sighting.step = Some(Step { number, of }));
    }

    /// Tells what changed of the question at hand.
    pub fn tell(&self, change: impl FnOnce(&mut Sighting)) {
        if !self.is_aside {
            self.change(change);
        }
    }

    fn change(&self, change: impl FnOnce(&mut Sighting)) {
        let Some(shared) = &self.shared else { return };
        let mut sighting = seen(shared);
        change(&mut sighting);
        if let Some(told) = &shared.told {
            let news = sighting.clone();
            drop(sighting);
            told(&news);
        }
    }
}

/// A sighting is whole after every change, also where the teller of an earlier one failed.
fn seen(shared: &Shared) -> MutexGuard<'_, Sighting> {
    shared.sighting.lock().unwrap_or_else(PoisonError::into_inner)
}

impl fmt::Debug for Watch {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Watch")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clones_are_handles_on_the_same_work() {
        let watch = Watch::start();
        let other = watch.clone().aside();
        assert!(!other.is_stopped());
        watch.stop();
        assert!(!other.is_heeded());
        assert!(other.is_stopped() && watch.is_stopped() && watch.is_heeded());
        let nobody = Watch::none();
        nobody.stop();
        assert!(!nobody.is_stopped() && !nobody.is_there());
    }

    #[test]
    fn questions_on_the_side_are_not_told() {
        let watch = Watch::start();
        watch.step(2, Some(5));
        watch.aside().tell(|sighting| sighting.worth = Some(1.0));
        watch.tell(|sighting| sighting.nodes = 7);
        let expected =
            Sighting { step: Some(Step { number: 2, of: Some(5) }), nodes: 7, ..Sighting::default() };
        assert_eq!(watch.sighting(), expected);
    }

    #[test]
    fn news_are_told_one_by_one() {
        let told = Arc::new(Mutex::new(Vec::new()));
        let kept = Arc::clone(&told);
        let watch = Watch::telling(move |sighting| kept.lock().expect("no panic").push(sighting.rounds));
        for round in 1..4 {
            watch.tell(|sighting| sighting.rounds = round);
        }
        assert_eq!(*told.lock().expect("no panic"), [1, 2, 3]);
    }
}
