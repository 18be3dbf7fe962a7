//! `SaturatedSum`: 1 - product of (1 - share) over what is chosen, as columns, a first envelope and cuts on demand.
//!
//! With depth z = sum of -ln(1 - share) x chosen, the sum is s = 1 - e^(-z): concave in z and a monotone submodular set
//! function of what is chosen. Where s is worth having, upper cuts hold it down: tangents s <= f(z_k) + f'(z_k)(z - z_k)
//! and the submodular cut at a set S, s <= f(S) + sum over j outside S of (f(S + j) - f(S)) chosen_j. Where s costs,
//! lower cuts hold it up: s >= f(S) (1 - sum over j in S of (1 - chosen_j)). All are valid for every choice and exact
//! at S, so adding those of the last answer ends at the exact optimum. A share below zero is a harm: it multiplies what
//! is left by more than one, so the sum is no longer submodular and has the tangents alone.
//!
//! A cap may be a billion times its effects. The columns hold s and z divided by `scale`, about the most that s can be,
//! so that the solver sees numbers near 1 whatever the unit of the lever is.

use crate::optimize::program::Program;

/// Points at which tangents are given from the start, as parts of the largest depth.
const FIRST_TANGENTS: [f64; 7] = [0.02, 0.06, 0.12, 0.25, 0.45, 0.7, 1.0];

/// Largest share a single column may take: beyond it -ln(1 - share) has no number. The error is 1e-12 of the cap.
const SHARE_MAX: f64 = 1.0 - 1e-12;

/// How much a sum may be overrated, as a part of `scale`, before a cut is worth its row; the solver's own tolerance.
const OVERRATED_MIN: f64 = 1e-9;

/// One concave sum of the objective.
#[derive(Clone, Debug)]
pub struct SaturatedSum {
    /// (column, share of the cap taken alone), shares at most 1, below 0 for harms.
    shares: Vec<(usize, f64)>,
    depth_column: usize,
    sum_column: usize,
    scale: f64,
    is_gain: bool,
    is_submodular: bool,
}

impl SaturatedSum {
    /// Adds the columns and the first rows of a sum that is worth having (`is_gain`) or costs; sums with harms must be gains.
    pub fn add(program: &mut Program, shares: Vec<(usize, f64)>, is_gain: bool) -> SaturatedSum {
        let shares: Vec<(usize, f64)> =
            shares.into_iter().map(|(column, share)| (column, share.min(SHARE_MAX))).collect();
        let total = |part: fn(f64) -> f64| shares.iter().map(|(_, share)| part(depth(*share))).sum::<f64>();
        let (lowest, highest) = (total(|depth| depth.min(0.0)), total(|depth| depth.max(0.0)));
        let is_submodular = lowest == 0.0;
        assert!(is_gain || is_submodular, "a sum that costs has no harms in it");
        let scale = (-(-highest).exp_m1()).max((-lowest).exp_m1());
        let scale = if scale > 0.0 { scale } else { 1.0 };
        let depth_column = program.continuous(lowest / scale, highest / scale, 0.0);
        let sum_column = program.continuous(-(-lowest).exp_m1() / scale, -(-highest).exp_m1() / scale, 0.0);
        let mut terms: Vec<(usize, f64)> =
            shares.iter().map(|(c, share)| (*c, depth(*share) / scale)).collect();
        terms.push((depth_column, -1.0));
        program.equal(terms, 0.0);
        let sum = SaturatedSum { shares, depth_column, sum_column, scale, is_gain, is_submodular };
        if sum.is_gain {
            if is_submodular {
                sum.add_submodular(program, &|_| false);
            } else {
                sum.add_tangent(program, 0.0);
                sum.add_tangent(program, lowest);
            }
            FIRST_TANGENTS.iter().for_each(|part| sum.add_tangent(program, part * highest));
        } else {
            for (column, share) in &sum.shares {
                program.at_least(vec![(sum.sum_column, 1.0), (*column, -share / sum.scale)], 0.0);
            }
        }
        sum
    }

    /// The column that holds the sum divided by [`Self::scale`].
    pub fn column(&self) -> usize {
        self.sum_column
    }

    /// What one unit of the column stands for.
    pub fn scale(&self) -> f64 {
        self.scale
    }

    /// Adds the cuts that make the sum exact at the chosen columns; returns whether the answer had overrated it.
    pub fn cut(&self, program: &mut Program, columns: &[f64]) -> bool {
        let is_in = |column: usize| columns[column] > 0.5;
        let at: f64 = self.shares.iter().filter(|(c, _)| is_in(*c)).map(|(_, share)| depth(*share)).sum();
        let truth = -(-at).exp_m1() / self.scale;
        let told = columns[self.sum_column];
        let overrated = if self.is_gain { told - truth } else { truth - told };
        if overrated <= OVERRATED_MIN {
            return false;
        }
        if self.is_gain {
            self.add_tangent(program, at);
            if self.is_submodular {
                self.add_submodular(program, &is_in);
            }
        } else {
            let inside = self.shares.iter().filter(|(c, _)| is_in(*c));
            let mut terms: Vec<(usize, f64)> = inside.clone().map(|(column, _)| (*column, -truth)).collect();
            terms.push((self.sum_column, 1.0));
            program.at_least(terms, truth * (1.0 - inside.count() as f64));
        }
        true
    }

    /// s <= f(z_k) + e^(-z_k) (z - z_k).
    fn add_tangent(&self, program: &mut Program, point: f64) {
        let slope = (-point).exp();
        let at_zero = -(-point).exp_m1() - slope * point;
        program.at_most(vec![(self.sum_column, 1.0), (self.depth_column, -slope)], at_zero / self.scale);
    }

    /// s <= f(S) + sum over j outside S of (1 - f(S)) share_j chosen_j.
    fn add_submodular(&self, program: &mut Program, is_in: &dyn Fn(usize) -> bool) {
        let at: f64 = self.shares.iter().filter(|(c, _)| is_in(*c)).map(|(_, share)| depth(*share)).sum();
        let left = (-at).exp();
        let outside = self.shares.iter().filter(|(c, _)| !is_in(*c));
        let mut terms: Vec<(usize, f64)> =
            outside.map(|(column, share)| (*column, -left * share / self.scale)).collect();
        terms.push((self.sum_column, 1.0));
        program.at_most(terms, -(-at).exp_m1() / self.scale);
    }

    /// Writes depth and sum of the chosen columns into `columns`.
    pub fn complete(&self, columns: &mut [f64]) {
        let depth_now: f64 = self.shares.iter().map(|(c, share)| depth(*share) * columns[*c].round()).sum();
        columns[self.depth_column] = depth_now / self.scale;
        columns[self.sum_column] = -(-depth_now).exp_m1() / self.scale;
    }
}

fn depth(share: f64) -> f64 {
    -(-share).ln_1p()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_cut_holds_for_every_choice_and_is_exact_where_it_was_made() {
        let sizes = [1.0, 1e-3, 1e-9];
        let kinds = |size| [(5.0, size, false), (-5.0, size, false), (5.0, size, true)];
        for (worth, size, has_harm) in sizes.into_iter().flat_map(kinds) {
            let mut program = Program::default();
            let columns: Vec<usize> = (0..4).map(|_| program.binary(0.0)).collect();
            let parts = if has_harm { [0.2, -0.5, 0.9, -2.0] } else { [0.2, 0.5, 0.9, 1.0] };
            let shares: Vec<(usize, f64)> =
                columns.iter().copied().zip(parts.map(|share| share * size)).collect();
            let sum = SaturatedSum::add(&mut program, shares, worth > 0.0);
            for bits in 0..16u32 {
                let mut point = vec![0.0; program.columns.len()];
                (0..4).for_each(|place| point[place] = f64::from(bits >> place & 1));
                sum.complete(&mut point);
                let truth = point[sum.sum_column];
                point[sum.sum_column] = if worth > 0.0 { 2.0 } else { 0.0 };
                sum.cut(&mut program, &point);
                point[sum.sum_column] = truth;
            }
            for bits in 0..16u32 {
                let mut point = vec![0.0; program.columns.len()];
                (0..4).for_each(|place| point[place] = f64::from(bits >> place & 1));
                sum.complete(&mut point);
                let (mut low, mut high) = (f64::NEG_INFINITY, f64::INFINITY);
                for row in &program.rows {
                    let at = |(column, coefficient): &(usize, f64)| coefficient * point[*column];
                    let others: f64 = row.terms.iter().filter(|(c, _)| *c != sum.sum_column).map(at).sum();
                    if row.terms.iter().any(|(c, _)| *c == sum.sum_column) {
                        low = low.max(row.low - others);
                        high = high.min(row.high - others);
                    }
                }
                let truth = point[sum.sum_column];
                assert!(low <= truth + 1e-9 && truth <= high + 1e-9, "{low} <= {truth} <= {high}");
                let bound = if worth > 0.0 { high } else { low };
                assert!((bound - truth).abs() < 1e-9, "the cut at {bits:04b} is not exact");
            }
        }
    }
}
