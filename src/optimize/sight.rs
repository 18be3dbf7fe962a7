//! `Sight`: what whoever watches is told of a search while it goes on: the best plan so far, its worth and the bound.

use std::cell::RefCell;

use super::cutting::Search;
use super::highs_caller::Glimpse;
use super::watch::Sighting;

/// What was seen of a search so far; plans are judged as the search itself judges them.
pub struct Sight<'s, 'p, 'a> {
    search: &'s Search<'p, 'a>,
    seen: RefCell<Seen>,
}

struct Seen {
    worth: f64,
    bound: f64,
    rounds: usize,
    /// Branches looked into in the rounds before this one.
    nodes: u64,
}

impl<'s, 'p, 'a> Sight<'s, 'p, 'a> {
    /// The sight of a search that begins; none where nobody looks.
    pub fn of(search: &'s Search<'p, 'a>) -> Option<Sight<'s, 'p, 'a>> {
        let watch = &search.ask.limits.watch;
        if !watch.looks_at_plans() {
            return None;
        }
        let measures = search.ask.aim.iter().map(|(measure, _)| measure.name());
        let aim = measures.collect::<Vec<_>>().join("+");
        watch.tell(|sighting| *sighting = Sighting { step: sighting.step, aim, ..Sighting::default() });
        let (worth, bound) = (f64::NEG_INFINITY, f64::INFINITY);
        Some(Sight { search, seen: RefCell::new(Seen { worth, bound, rounds: 0, nodes: 0 }) })
    }

    /// A round begins, after so many branches.
    pub fn round(&self, rounds: usize, nodes: u64) {
        let mut seen = self.seen.borrow_mut();
        (seen.rounds, seen.nodes) = (rounds, nodes);
        self.search.ask.limits.watch.tell(|sighting| (sighting.rounds, sighting.nodes) = (rounds, nodes));
    }

    /// What the solver found on the way: a point is a plan only once the search accepts it.
    pub fn glimpse(&self, glimpse: &Glimpse) {
        let Search { problem, unit, constant, .. } = self.search;
        self.bounded(glimpse.bound * unit + constant, glimpse.nodes);
        let Some(columns) = glimpse.columns else { return };
        let mut chosen: Vec<bool> =
            columns.iter().take(problem.all.len()).map(|amount| *amount > 0.5).collect();
        problem.complete(&mut chosen);
        let is_paid = problem.envelopes.as_ref().is_none_or(|book| book.broken(&chosen).is_none());
        if is_paid && problem.keeps(self.search.ask, &chosen) {
            self.plan(&chosen, self.search.worth(&chosen));
        }
    }

    /// A plan that keeps all rules.
    pub fn plan(&self, chosen: &[bool], worth: f64) {
        let mut seen = self.seen.borrow_mut();
        if worth <= seen.worth {
            return;
        }
        seen.worth = worth;
        let (plan, bound) = (self.search.problem.portfolio(chosen), seen.told_bound());
        drop(seen);
        self.search.ask.limits.watch.tell(|sighting| {
            (sighting.plan, sighting.worth, sighting.bound) = (Some(plan), Some(worth), bound);
        });
    }

    /// No plan is worth more than this; so many branches were looked into in this round.
    pub fn bounded(&self, bound: f64, nodes: u64) {
        let mut seen = self.seen.borrow_mut();
        let is_news = bound.is_finite() && bound < seen.bound;
        if is_news {
            seen.bound = bound;
        }
        let (bound, nodes) = (seen.told_bound(), seen.nodes + nodes);
        let is_further = nodes > seen.nodes;
        drop(seen);
        if is_news || is_further {
            self.search.ask.limits.watch.tell(|sighting| {
                sighting.bound = bound;
                sighting.nodes = sighting.nodes.max(nodes);
            });
        }
    }
}

impl Seen {
    /// The bound, which no plan that is known can pass; none while nothing is proven.
    fn told_bound(&self) -> Option<f64> {
        self.bound.is_finite().then_some(self.bound.max(self.worth))
    }
}
