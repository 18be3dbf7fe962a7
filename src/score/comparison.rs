//! `ComparisonMatrix`: pairwise judgements as one reciprocal matrix, complete or not, or the reasons why there is none.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::objective::{ObjectiveId, PairJudgement};
use crate::quantity::real::real;

/// Judgements of every pair, where given: entry (i, j) says how many times item i matters more than item j.
#[derive(Clone, Debug, PartialEq)]
pub struct ComparisonMatrix {
    items: Vec<ObjectiveId>,
    /// Row by row; 1 on the diagonal, nothing where a pair was not judged, (j, i) the reciprocal of (i, j).
    ratios: Vec<Option<f64>>,
}

/// Why judgements make no matrix.
#[derive(Clone, Debug, PartialEq)]
pub enum PairFault {
    /// A ratio that is zero, negative or not a number.
    NotPositive { a: ObjectiveId, b: ObjectiveId },
    /// The same pair judged differently: all answers, as a over b.
    Contradictory { a: ObjectiveId, b: ObjectiveId, ratios: Vec<f64> },
    /// No objective to compare.
    NothingToCompare,
    /// The judged pairs fall apart into these groups, and nothing says how one stands to another.
    Disconnected { groups: Vec<Vec<ObjectiveId>> },
}

/// Two answers about one pair are the same answer when their logarithms differ by less: 0.333333 is 1/3.
const SAME_ANSWER: f64 = 1e-4;

impl ComparisonMatrix {
    /// The matrix over `items` of the judgements about them; judgements about anything else are left aside.
    ///
    /// Reciprocals are filled in, whichever way round a pair was asked. Agreeing answers to one pair become their
    /// geometric mean; contradictory ones and ratios that are not positive are all returned as faults. The matrix may
    /// be incomplete and even disconnected: [`ComparisonMatrix::groups`] tells.
    pub fn new(
        items: &BTreeSet<ObjectiveId>,
        judgements: &[&PairJudgement],
    ) -> Result<ComparisonMatrix, Vec<PairFault>> {
        let mut faults = Vec::new();
        let mut answers: BTreeMap<(&ObjectiveId, &ObjectiveId), Vec<f64>> = BTreeMap::new();
        for judgement in judgements.iter().filter(|item| items.contains(&item.a) && items.contains(&item.b)) {
            let ratio = real(judgement.ratio);
            let (a, b, ratio) = match judgement.a <= judgement.b {
                true => (&judgement.a, &judgement.b, ratio),
                false => (&judgement.b, &judgement.a, 1.0 / ratio),
            };
            if ratio.is_finite() && ratio > 0.0 {
                answers.entry((a, b)).or_default().push(ratio);
            } else {
                faults.push(PairFault::NotPositive { a: a.clone(), b: b.clone() });
            }
        }
        let mut matrix = ComparisonMatrix::unjudged(items.iter().cloned().collect());
        for ((a, b), mut ratios) in answers {
            ratios.sort_by(f64::total_cmp);
            if a == b {
                ratios.push(1.0);
            }
            let (smallest, largest) =
                ratios.iter().fold((f64::MAX, 0.0_f64), |(s, l), r| (s.min(*r), l.max(*r)));
            if (largest / smallest).ln() > SAME_ANSWER {
                faults.push(PairFault::Contradictory { a: a.clone(), b: b.clone(), ratios });
            } else if let (Ok(row), Ok(column)) =
                (matrix.items.binary_search(a), matrix.items.binary_search(b))
            {
                matrix.judge(row, column, geometric_mean(&ratios));
            }
        }
        if faults.is_empty() { Ok(matrix) } else { Err(faults) }
    }

    /// The judgements of several matrices over the same items as one: the geometric mean per pair, over those who
    /// judged it (method 3.2: it alone keeps reciprocals reciprocal). Matrices over other items are left aside.
    pub fn merged(matrices: &[&ComparisonMatrix]) -> Result<ComparisonMatrix, Vec<PairFault>> {
        let Some(first) = matrices.first() else { return Err(vec![PairFault::NothingToCompare]) };
        let mut merged = ComparisonMatrix::unjudged(first.items.clone());
        for row in 0..merged.len() {
            for column in row + 1..merged.len() {
                let judged = matrices.iter().filter(|matrix| matrix.items == first.items);
                let ratios: Vec<f64> = judged.filter_map(|matrix| matrix.ratio(row, column)).collect();
                if !ratios.is_empty() {
                    merged.judge(row, column, geometric_mean(&ratios));
                }
            }
        }
        Ok(merged)
    }

    fn unjudged(items: Vec<ObjectiveId>) -> ComparisonMatrix {
        let n = items.len();
        let ratios = (0..n * n).map(|at| (at / n == at % n).then_some(1.0)).collect();
        ComparisonMatrix { items, ratios }
    }

    /// Number of items.
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether there is nothing to compare.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// The items, sorted; positions in the matrix are positions here.
    pub fn items(&self) -> &[ObjectiveId] {
        &self.items
    }

    /// How many times item `row` matters more than item `column`; nothing when not judged or outside the matrix.
    pub fn ratio(&self, row: usize, column: usize) -> Option<f64> {
        if column >= self.len() {
            return None;
        }
        self.ratios.get(row * self.len() + column).copied().flatten()
    }

    /// The judged pairs above the diagonal, as (row, column, ratio).
    pub fn judged(&self) -> Vec<(usize, usize, f64)> {
        let pairs = (0..self.len()).flat_map(|row| (row + 1..self.len()).map(move |column| (row, column)));
        pairs.filter_map(|(row, column)| Some((row, column, self.ratio(row, column)?))).collect()
    }

    /// Number of pairs there are: n (n - 1) / 2.
    pub fn n_pairs(&self) -> usize {
        self.len() * self.len().saturating_sub(1) / 2
    }

    /// All entries row by row; nothing when a pair is missing.
    pub fn complete(&self) -> Option<Vec<f64>> {
        self.ratios.iter().copied().collect()
    }

    /// This matrix with one pair judged anew; unchanged when the pair does not exist or the ratio is not positive.
    pub fn with(&self, row: usize, column: usize, ratio: f64) -> ComparisonMatrix {
        let mut changed = self.clone();
        if row != column && row.max(column) < self.len() && ratio.is_finite() && ratio > 0.0 {
            changed.judge(row, column, ratio);
        }
        changed
    }

    /// The items in groups that the judged pairs hold together; one group when the matrix is connected.
    pub fn groups(&self) -> Vec<Vec<ObjectiveId>> {
        let mut group_of: Vec<usize> = (0..self.len()).collect();
        for (row, column, _) in self.judged() {
            let (kept, joined) = (group_of[row].min(group_of[column]), group_of[row].max(group_of[column]));
            group_of.iter_mut().filter(|group| **group == joined).for_each(|group| *group = kept);
        }
        let mut groups: BTreeMap<usize, Vec<ObjectiveId>> = BTreeMap::new();
        for (item, group) in self.items.iter().zip(group_of) {
            groups.entry(group).or_default().push(item.clone());
        }
        groups.into_values().collect()
    }

    fn judge(&mut self, row: usize, column: usize, ratio: f64) {
        let n = self.len();
        self.ratios[row * n + column] = Some(ratio);
        self.ratios[column * n + row] = Some(1.0 / ratio);
        if row == column {
            self.ratios[row * n + row] = Some(1.0);
        }
    }
}

/// The geometric mean; exactly the number itself when all are equal.
fn geometric_mean(ratios: &[f64]) -> f64 {
    match ratios {
        [first, others @ ..] if others.iter().all(|ratio| ratio == first) => *first,
        _ => (ratios.iter().map(|ratio| ratio.ln()).sum::<f64>() / ratios.len() as f64).exp(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::place::Place;
    use rust_decimal::{Decimal, dec};

    fn pair(a: &str, b: &str, ratio: Decimal) -> PairJudgement {
        PairJudgement { stakeholder: "A".into(), a: a.into(), b: b.into(), ratio, place: Place::default() }
    }

    fn matrix(items: &[&str], pairs: &[PairJudgement]) -> Result<ComparisonMatrix, Vec<PairFault>> {
        let items = items.iter().map(|id| ObjectiveId::new(id)).collect();
        ComparisonMatrix::new(&items, &pairs.iter().collect::<Vec<_>>())
    }

    #[test]
    fn reciprocals_are_filled_in_whichever_way_a_pair_was_asked() {
        let made = matrix(&["O1", "O2"], &[pair("O2", "O1", dec!(4))]).unwrap();
        assert_eq!(
            (made.ratio(0, 1), made.ratio(1, 0), made.ratio(1, 1)),
            (Some(0.25), Some(4.0), Some(1.0))
        );
        assert_eq!(made.ratio(0, 2), None);
    }

    #[test]
    fn an_answer_given_twice_counts_once_and_two_answers_are_stated() {
        assert!(
            matrix(&["O1", "O2"], &[pair("O1", "O2", dec!(3)), pair("O2", "O1", dec!(0.333333))]).is_ok()
        );
        let torn = matrix(&["O1", "O2"], &[pair("O1", "O2", dec!(3)), pair("O2", "O1", dec!(3))]);
        let faults = torn.unwrap_err();
        assert!(matches!(&faults[..], [PairFault::Contradictory { ratios, .. }] if ratios.len() == 2));
    }

    #[test]
    fn every_fault_is_stated() {
        let faults =
            matrix(&["O1", "O2"], &[pair("O1", "O2", dec!(0)), pair("O1", "O1", dec!(2))]).unwrap_err();
        assert_eq!(faults.len(), 2);
    }

    #[test]
    fn judgements_about_strangers_are_left_aside() {
        let made = matrix(&["O1", "O2"], &[pair("O1", "O9", dec!(2))]).unwrap();
        assert_eq!((made.judged().len(), made.n_pairs(), made.groups().len()), (0, 1, 2));
    }

    #[test]
    fn merging_is_the_geometric_mean_of_those_who_judged() {
        let one =
            matrix(&["O1", "O2", "O3"], &[pair("O1", "O2", dec!(8)), pair("O2", "O3", dec!(5))]).unwrap();
        let other = matrix(&["O1", "O2", "O3"], &[pair("O1", "O2", dec!(2))]).unwrap();
        let merged = ComparisonMatrix::merged(&[&one, &other]).unwrap();
        assert!((merged.ratio(0, 1).unwrap() - 4.0).abs() < 1e-12);
        assert_eq!(merged.ratio(1, 2), Some(5.0));
        assert_eq!(merged.ratio(0, 2), None);
    }
}
