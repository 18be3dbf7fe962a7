//! `Node`: a part of the tree that has not been looked at, as bounds that differ from those holding everywhere.

use std::cmp::Ordering;

use super::branching::Choice;

/// Bounds of some variables, the bound on the worth within them, and how it came to be.
#[derive(Clone, Debug)]
pub struct Node {
    pub bound: f64,
    changes: Vec<(u32, f64, f64)>,
    /// The variable branched on, whether upwards, by how much, and the bound before.
    pub born: Option<(usize, bool, f64, f64)>,
}

impl Node {
    /// Everything.
    pub fn root() -> Node {
        Node { bound: f64::INFINITY, changes: Vec::new(), born: None }
    }

    /// The part within these bounds.
    pub fn from_bounds(low: &[f64], high: &[f64], own_low: &[f64], own_high: &[f64]) -> Node {
        let changes = (0..low.len())
            .filter(|place| low[*place] != own_low[*place] || high[*place] != own_high[*place])
            .map(|place| (place as u32, own_low[place], own_high[place]));
        Node { bound: f64::INFINITY, changes: changes.collect(), born: None }
    }

    /// Bounds it holds, which is what it weighs.
    pub fn weight(&self) -> usize {
        self.changes.len()
    }

    /// Sets the bounds of one variable.
    pub fn set(&mut self, variable: usize, low: f64, high: f64) {
        self.changes.push((variable as u32, low, high));
    }

    /// Notes what it was branched on.
    pub fn branch(&mut self, choice: &Choice, is_up: bool, bound: f64) {
        let fraction = choice.amount - choice.amount.floor();
        let way = if is_up { 1.0 - fraction } else { fraction };
        self.born = Some((choice.variable, is_up, way, bound));
    }

    /// All bounds, from those holding everywhere.
    pub fn bounds(&self, low: &[f64], high: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let (mut own_low, mut own_high) = (low.to_vec(), high.to_vec());
        for (place, least, most) in &self.changes {
            let place = *place as usize;
            own_low[place] = own_low[place].max(*least);
            own_high[place] = own_high[place].min(*most);
        }
        (own_low, own_high)
    }
}

impl PartialEq for Node {
    fn eq(&self, other: &Node) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Node {}

impl PartialOrd for Node {
    fn partial_cmp(&self, other: &Node) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Node {
    fn cmp(&self, other: &Node) -> Ordering {
        self.bound.total_cmp(&other.bound).then(self.changes.len().cmp(&other.changes.len()))
    }
}
