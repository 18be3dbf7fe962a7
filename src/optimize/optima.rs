//! `Optima`: the most that a plan can have of each measure, remembered for questions that differ in their aim only.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::measures::measure::Measure;

/// Optima kept before all are forgotten; each costs a search, none costs much memory.
const KEPT_MAX: usize = 10_000;

/// What is known of many questions; clones are handles on the same knowledge.
#[derive(Clone, Debug, Default)]
pub struct KnownOptima {
    kept: Arc<Mutex<BTreeMap<(String, Measure), f64>>>,
}

/// What is known of one question.
#[derive(Clone, Debug, Default)]
pub struct Optima {
    /// Everything that an optimum depends on but the measure itself.
    question: String,
    known: KnownOptima,
}

impl KnownOptima {
    /// What is known of a question, told apart from others by all that its optima depend on.
    pub fn of(&self, question: String) -> Optima {
        Optima { question, known: self.clone() }
    }

    /// Knowledge is whole after every change, also where one who held it failed.
    fn kept(&self) -> MutexGuard<'_, BTreeMap<(String, Measure), f64>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Optima {
    /// The most of a measure, in its unit; none when nobody found it yet.
    pub fn get(&self, measure: &Measure) -> Option<f64> {
        self.known.kept().get(&(self.question.clone(), measure.clone())).copied()
    }

    /// Remembers a proven optimum.
    pub fn keep(&self, measure: &Measure, most: f64) {
        let mut kept = self.known.kept();
        if kept.len() >= KEPT_MAX {
            kept.clear();
        }
        kept.insert((self.question.clone(), measure.clone()), most);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_share_their_knowledge_and_are_told_apart() {
        let known = KnownOptima::default();
        known.of("a".into()).keep(&Measure::Npv, 7.0);
        assert_eq!(known.clone().of("a".into()).get(&Measure::Npv), Some(7.0));
        assert_eq!(known.of("a".into()).get(&Measure::Thrift), None);
        assert_eq!(known.of("b".into()).get(&Measure::Npv), None);
    }

    #[test]
    fn old_knowledge_gives_way() {
        let known = KnownOptima::default();
        for number in 0..=KEPT_MAX {
            known.of(number.to_string()).keep(&Measure::Npv, 1.0);
        }
        assert_eq!(known.of("0".into()).get(&Measure::Npv), None);
        assert_eq!(known.of(KEPT_MAX.to_string()).get(&Measure::Npv), Some(1.0));
    }
}
