//! `Trail`: which decisions led to a state of a dominance search, shared between the states that begin alike.

/// Where a state stands in the trail; the start has taken no decision.
pub type Place = u32;

/// The place before any decision.
pub const START: Place = u32::MAX;

/// Decisions as a tree: each entry names the one before it, so that a state carries four bytes instead of a set.
#[derive(Clone, Debug, Default)]
pub struct Trail {
    steps: Vec<(Place, u32)>,
}

impl Trail {
    /// Adds a decision after `before` and returns its place.
    #[inline]
    pub fn then(&mut self, before: Place, decision: u32) -> Place {
        let place = self.steps.len() as Place;
        self.steps.push((before, decision));
        place
    }

    /// Makes room for that many more decisions at once.
    pub fn reserve(&mut self, more: usize) {
        self.steps.reserve(more);
    }

    /// Decisions recorded so far, those of dominated states included.
    pub fn len(&self) -> usize {
        self.steps.len()
    }

    /// Whether no decision is recorded.
    pub fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    /// The decisions that led to a place, last first.
    pub fn back_from(&self, place: Place) -> impl Iterator<Item = u32> {
        let mut at = place;
        std::iter::from_fn(move || {
            let (before, decision) = *self.steps.get(at as usize).filter(|_| at != START)?;
            at = before;
            Some(decision)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_states_share_their_beginning() {
        let mut trail = Trail::default();
        let first = trail.then(START, 7);
        let left = trail.then(first, 8);
        let right = trail.then(first, 9);
        assert_eq!(trail.back_from(left).collect::<Vec<_>>(), [8, 7]);
        assert_eq!(trail.back_from(right).collect::<Vec<_>>(), [9, 7]);
        assert_eq!(trail.back_from(START).count(), 0);
        assert_eq!(trail.len(), 3);
    }
}
