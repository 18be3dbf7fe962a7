//! Every positive root of a sum of powers, by Descartes' rule and Rolle's theorem; none is missed, none invented.

use crate::finance::power_sum::PowerSum;

/// All positive roots of a sum, each once however often it is repeated.
#[derive(Clone, Debug, Default)]
pub struct PositiveRoots {
    /// `ln x` of every root, ascending.
    pub logarithms: Vec<f64>,
    /// Whether a further root lies below 2^-1022 or above 2^1024.
    pub is_any_beyond_range: bool,
}

/// Every `x > 0` with `F(x) = 0`.
///
/// A sum with v sign changes has at most v positive roots, and its turning sum has v - 1 (see [`PowerSum::turning_sum`]);
/// between two of the turning sum's roots F runs one way, so a change of its sign there is exactly one root, and F
/// vanishing at a turning point is a root it touches. The recursion ends at one sign change, which is exactly one root.
///
/// Turning points are kept as brackets and narrowed only until the sign of F on the whole bracket is certain.
/// Roots closer together than F can be told from zero (see [`PowerSum::noise`]) are reported as one.
pub fn positive_roots(sum: PowerSum) -> PositiveRoots {
    let mut sums = vec![sum];
    while let Some(last) = sums.last()
        && last.sign_changes() > 1
    {
        sums.push(last.turning_sum());
    }
    let mut brackets: Vec<Bracket> = Vec::new();
    for index in (0..sums.len()).rev() {
        let points = brackets.into_iter().map(|bracket| bracket.settle(&sums[index], sums.get(index + 1)));
        brackets = roots_between(&sums[index], points);
    }
    let sum = &sums[0];
    let is_any_beyond_range = sum.sign_changes() > 0
        && ((sum.residual(SMALLEST) < 0.0) != sum.is_negative_near_zero()
            || (sum.residual(LARGEST) < 0.0) != sum.is_negative_near_infinity());
    PositiveRoots {
        logarithms: brackets.iter().map(|root| root.logarithm(sum)).collect(),
        is_any_beyond_range,
    }
}

const SMALLEST: f64 = f64::MIN_POSITIVE;
const LARGEST: f64 = f64::MAX;

/// Bisections between two looks at the sum above; few enough to waste little, many enough to look seldom.
const STEPS_AT_ONCE: usize = 4;

/// A place where F was looked at, and its residual there; zero where it cannot be told from zero.
#[derive(Clone, Copy, Debug)]
struct Point {
    x: f64,
    residual: f64,
    is_zero: bool,
}

/// An interval that holds exactly one root; a point where F touches zero.
#[derive(Clone, Copy, Debug)]
struct Bracket {
    left: f64,
    right: f64,
    is_negative_at_left: bool,
}

/// The roots of `sum`, given the points where it turns, ascending.
fn roots_between(sum: &PowerSum, turning_points: impl Iterator<Item = Point>) -> Vec<Bracket> {
    if sum.sign_changes() == 0 {
        return Vec::new();
    }
    let look = |x: f64| Point { x, residual: sum.residual(x), is_zero: false };
    let mut roots = Vec::new();
    let mut left = look(SMALLEST);
    let mut touching: Option<Point> = None;
    for point in turning_points.chain([look(LARGEST)]) {
        if point.is_zero {
            // Neighbouring zeros with no certain sign between them are one repeated root, best where F is smallest.
            let best = touching.filter(|best| best.residual.abs() <= point.residual.abs());
            touching = Some(best.unwrap_or(point));
            continue;
        }
        let is_negative_at_left = left.residual < 0.0;
        if let Some(touch) = touching.take() {
            roots.push(Bracket { left: touch.x, right: touch.x, is_negative_at_left });
        } else if is_negative_at_left != (point.residual < 0.0) {
            roots.push(Bracket { left: left.x, right: point.x, is_negative_at_left });
        }
        left = point;
    }
    roots
}

impl Bracket {
    /// Narrows the bracket of a turning point, by the sum that has its root there, until F's sign on it is certain.
    ///
    /// F changes by at most `span * (width in ln x) * magnitude * e^(1/2)` across a bracket narrower than `1 / (2 span)`.
    fn settle(mut self, sum: &PowerSum, turning_sum: Option<&PowerSum>) -> Point {
        let noise = sum.noise();
        loop {
            let x = self.middle();
            let residual = sum.residual(x);
            let width = self.right / self.left - 1.0;
            let is_certain = residual.abs() > noise && residual.abs() > 2.0 * sum.span() as f64 * width;
            if is_certain || self.is_narrowest() {
                return Point { x, residual, is_zero: residual.abs() <= noise };
            }
            self.narrow(turning_sum.expect("a turning point comes from a turning sum"), STEPS_AT_ONCE);
        }
    }

    /// `ln x` of the root of `sum` in this bracket, to the last place.
    fn logarithm(mut self, sum: &PowerSum) -> f64 {
        if self.left == self.right {
            return self.left.ln();
        }
        while !self.is_narrowest() {
            self.narrow(sum, STEPS_AT_ONCE);
        }
        let is_left_better = sum.residual(self.left).abs() <= sum.residual(self.right).abs();
        let x = if is_left_better { self.left } else { self.right };
        // Near x = 1 one place of x is many places of its logarithm; a step that leaves the bracket means F is too flat.
        let step = sum.newton_step(x).filter(|step| step.abs() <= 2.0 * f64::EPSILON);
        x.ln() + step.unwrap_or(0.0)
    }

    /// Bisects at most so often, by the order of the reals' bit patterns: 64 steps lead from any size to the last place.
    fn narrow(&mut self, sum: &PowerSum, steps: usize) {
        for _ in 0..steps {
            if self.is_narrowest() {
                return;
            }
            let middle = self.middle();
            let residual = sum.residual(middle);
            if residual == 0.0 {
                (self.left, self.right) = (middle, middle);
            } else if (residual < 0.0) == self.is_negative_at_left {
                self.left = middle;
            } else {
                self.right = middle;
            }
        }
    }

    fn middle(&self) -> f64 {
        let (left, right) = (self.left.to_bits(), self.right.to_bits());
        f64::from_bits(left + (right - left) / 2)
    }

    fn is_narrowest(&self) -> bool {
        self.right.to_bits() - self.left.to_bits() <= 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finance::wide::Wide;

    fn check(coefficients: &[f64], expected: &[f64]) {
        let terms = || coefficients.iter().enumerate().filter(|(_, a)| **a != 0.0);
        let exponents = terms().map(|(exponent, _)| exponent as u64).collect();
        let sum = PowerSum::new(exponents, terms().map(|(_, a)| Wide::from_real(*a)).collect(), 0.0);
        let found: Vec<f64> =
            positive_roots(sum).logarithms.iter().map(|logarithm| logarithm.exp()).collect();
        assert_eq!(found.len(), expected.len(), "{coefficients:?} gave {found:?}");
        for (found, expected) in found.iter().zip(expected) {
            assert!((found - expected).abs() <= 4e-15 * expected, "{found} is not {expected}");
        }
    }

    #[test]
    fn simple_roots() {
        check(&[-1.0, 2.0], &[0.5]);
        check(&[-6.0, 11.0, -6.0, 1.0], &[1.0, 2.0, 3.0]);
        check(
            &[1.0, 0.0, -2.0, 0.0, 1.0 - 1.0 / 1024.0],
            &[(1.0 / (1.0 + 1.0 / 32.0_f64)).sqrt(), (1.0 / (1.0 - 1.0 / 32.0_f64)).sqrt()],
        );
    }

    #[test]
    fn a_root_that_is_touched_is_found_once() {
        check(&[1.0, -2.0, 1.0], &[1.0]);
        check(&[4.0, -20.0, 37.0, -30.0, 9.0], &[2.0 / 3.0, 1.0]);
        check(&[-1.0, 3.0, -3.0, 1.0], &[1.0]);
        check(&[1.0, -4.0, 6.0, -4.0, 1.0], &[1.0]);
        check(&[-1.0, 5.0, -10.0, 10.0, -5.0, 1.0], &[1.0]);
    }

    #[test]
    fn a_near_miss_is_no_root_and_a_near_touch_is_two() {
        let tiny = 2f64.powi(-52);
        check(&[1.0 + tiny, -2.0, 1.0], &[]);
        check(&[1.0 - tiny, -2.0, 1.0], &[1.0 - 2f64.powi(-26), 1.0 + 2f64.powi(-26)]);
    }

    #[test]
    fn fifteen_roots_of_wilkinson_s_kind() {
        // (x - 1)(x - 2)...(x - 15): in plain reals a good part of these roots is lost.
        let mut coefficients = vec![1i128];
        for root in 1..=15 {
            let mut next = vec![0; coefficients.len() + 1];
            for (exponent, a) in coefficients.iter().enumerate() {
                next[exponent] -= root * a;
                next[exponent + 1] += a;
            }
            coefficients = next;
        }
        let reals: Vec<f64> = coefficients.iter().map(|a| *a as f64).collect();
        assert!(
            reals.iter().zip(&coefficients).all(|(real, a)| *real as i128 == *a),
            "the reals must be exact"
        );
        check(&reals, &(1..=15).map(f64::from).collect::<Vec<f64>>());
    }

    #[test]
    fn no_sign_change_no_root() {
        check(&[1.0, 2.0, 3.0], &[]);
        check(&[5.0], &[]);
    }

    #[test]
    fn a_root_too_large_to_write_is_announced() {
        let sum = PowerSum::new(vec![0, 1], vec![Wide::from_real(-1e300), Wide::from_real(1e-300)], 0.0);
        let roots = positive_roots(sum);
        assert!(roots.logarithms.is_empty() && roots.is_any_beyond_range);
    }
}
