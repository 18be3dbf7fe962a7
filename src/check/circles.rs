//! The circles among links from investment to investment.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::investment::InvestmentId;
use crate::domain::place::Place;

/// Who is linked to whom, with the place of the row that says so.
pub type Links<'a> = BTreeMap<&'a InvestmentId, BTreeMap<&'a InvestmentId, &'a Place>>;

/// The circles that a walk in order of identifiers closes, each from its smallest member on; every knot of circles
/// gives at least one, and no circle comes twice.
pub fn circles<'a>(links: &Links<'a>) -> BTreeSet<Vec<&'a InvestmentId>> {
    let mut circles = BTreeSet::new();
    let mut done: BTreeSet<&InvestmentId> = BTreeSet::new();
    for start in links.keys() {
        if done.contains(start) {
            continue;
        }
        let mut path = vec![*start];
        let mut position = BTreeMap::from([(*start, 0)]);
        let mut ahead = vec![ends_of(links, start)];
        while let Some(open) = ahead.last_mut() {
            match open.pop() {
                Some(next) if position.contains_key(next) => {
                    circles.insert(from_smallest(&path[position[next]..]));
                }
                Some(next) if !done.contains(next) => {
                    position.insert(next, path.len());
                    path.push(next);
                    ahead.push(ends_of(links, next));
                }
                Some(_) => {}
                None => {
                    ahead.pop();
                    if let Some(left) = path.pop() {
                        position.remove(left);
                        done.insert(left);
                    }
                }
            }
        }
    }
    circles
}

/// Where the links of an investment lead, largest identifier first, so that taking from the end goes in order.
fn ends_of<'a>(links: &Links<'a>, investment: &InvestmentId) -> Vec<&'a InvestmentId> {
    links.get(investment).into_iter().flat_map(|ends| ends.keys().rev().copied()).collect()
}

fn from_smallest<'a>(circle: &[&'a InvestmentId]) -> Vec<&'a InvestmentId> {
    let smallest = (0..circle.len()).min_by_key(|index| circle[*index]).unwrap_or_default();
    let mut turned = circle.to_vec();
    turned.rotate_left(smallest);
    turned
}
