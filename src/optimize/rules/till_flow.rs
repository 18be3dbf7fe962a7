//! Whether tills can pay what is asked of them, by the greatest flow; when not, a set of tills that is asked too much.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

/// Tills that are asked for more than they hold; none when every demand can be paid.
///
/// `demands`: what is asked, with the tills that may pay for it; `money`: what each till holds, at least 0. Flow from
/// demands to tills grows along shortest paths (Edmonds and Karp), in exact decimals. When a demand cannot be paid, the
/// tills that can still be reached from it are full and, by the greatest flow, asked for more than they hold.
pub fn short_tills(demands: &[(Decimal, Vec<usize>)], money: &[Decimal]) -> Option<BTreeSet<usize>> {
    let mut left = money.to_vec();
    let mut flow: Vec<Vec<Decimal>> =
        demands.iter().map(|(_, tills)| vec![Decimal::ZERO; tills.len()]).collect();
    for (demand, (asked, _)) in demands.iter().enumerate() {
        let mut open = *asked;
        while open > Decimal::ZERO {
            let search = Search::from(demand, demands, &flow, &left);
            let Some(path) = search.path else { return Some(search.reached) };
            let (last, _) = *path.last().expect("a path has a till");
            let mut amount = open.min(left[last]);
            for (_, taken) in &path {
                if let Some((other, at)) = taken {
                    amount = amount.min(flow[*other][*at]);
                }
            }
            let mut payer = demand;
            for (till, taken) in &path {
                let at = demands[payer].1.iter().position(|own| own == till).expect("a till of the demand");
                flow[payer][at] += amount;
                if let Some((other, at)) = taken {
                    flow[*other][*at] -= amount;
                    payer = *other;
                }
            }
            left[last] -= amount;
            open -= amount;
        }
    }
    None
}

/// A step of a path: the till it goes to and, unless the till has money left, the flow it takes over: (demand, place).
type Step = (usize, Option<(usize, usize)>);

struct Search {
    reached: BTreeSet<usize>,
    path: Option<Vec<Step>>,
}

impl Search {
    /// The shortest way to a till with money left, by letting other demands move to other tills.
    fn from(
        demand: usize,
        demands: &[(Decimal, Vec<usize>)],
        flow: &[Vec<Decimal>],
        left: &[Decimal],
    ) -> Search {
        let mut reached: BTreeSet<usize> = BTreeSet::new();
        // (demand that asks, the steps that lead to it)
        let mut open: Vec<(usize, Vec<Step>)> = vec![(demand, Vec::new())];
        let mut asked: BTreeSet<usize> = BTreeSet::from([demand]);
        while !open.is_empty() {
            let mut next = Vec::new();
            for (asking, steps) in open {
                for till in &demands[asking].1 {
                    if !reached.insert(*till) {
                        continue;
                    }
                    if left[*till] > Decimal::ZERO {
                        let mut path = steps.clone();
                        path.push((*till, None));
                        return Search { reached, path: Some(path) };
                    }
                    for (other, (_, tills)) in demands.iter().enumerate() {
                        let Some(at) = tills.iter().position(|own| own == till) else { continue };
                        if flow[other][at] > Decimal::ZERO && asked.insert(other) {
                            let mut path = steps.clone();
                            path.push((*till, Some((other, at))));
                            next.push((other, path));
                        }
                    }
                }
            }
            open = next;
        }
        Search { reached, path: None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_decimal::dec;

    #[test]
    fn a_demand_makes_room_for_another() {
        // The first takes till 0, then moves to till 1 because the second may have till 0 alone.
        let demands = [(dec!(5), vec![0, 1]), (dec!(4), vec![0])];
        assert_eq!(short_tills(&demands, &[dec!(4), dec!(5)]), None);
        assert_eq!(short_tills(&demands, &[dec!(4), dec!(4.99)]), Some(BTreeSet::from([0, 1])));
        assert_eq!(short_tills(&demands, &[dec!(3.99), dec!(9)]), Some(BTreeSet::from([0])));
        assert_eq!(short_tills(&[(dec!(1), vec![])], &[]), Some(BTreeSet::new()));
    }

    #[test]
    fn every_set_of_tills_says_the_same_as_the_flow() {
        let mut seed: u64 = 7;
        let mut draw = |most: u64| {
            seed = seed.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            (seed >> 33) % most
        };
        for _ in 0..2000 {
            let money: Vec<Decimal> = (0..4).map(|_| Decimal::from(draw(6))).collect();
            let demands: Vec<(Decimal, Vec<usize>)> = (0..5)
                .map(|_| {
                    let bits = 1 + draw(15);
                    (Decimal::from(draw(5)), (0..4).filter(|till| bits >> till & 1 == 1).collect())
                })
                .collect();
            let asked_of = |set: u32| -> Decimal {
                let within =
                    demands.iter().filter(|(_, tills)| tills.iter().all(|till| set >> till & 1 == 1));
                within.map(|(asked, _)| asked).sum()
            };
            let held = |set: u32| -> Decimal {
                (0..4).filter(|till| set >> till & 1 == 1).map(|till| money[till]).sum()
            };
            let is_short = (1..16).any(|set| held(set) < asked_of(set));
            let told = short_tills(&demands, &money);
            assert_eq!(told.is_some(), is_short);
            if let Some(tills) = told {
                let set = tills.iter().fold(0, |set, till| set | 1 << till);
                assert!(held(set) < asked_of(set), "the set that is told is short itself");
            }
        }
    }
}
