//! A sum of powers with whole exponents, whose sign is certain wherever it is told.

use crate::finance::wide::Wide;

/// `F(x) = sum over k of a_k * x^(e_k)` for `x > 0`, with rising whole exponents `e_0 = 0 < e_1 < ...` and no `a_k` zero.
///
/// With `x = 1/(1+r)` and `e_k` the period of an amount this is its present value; dated amounts count days.
/// Being sparse, thirty years of days cost no more than the amounts that fall into them.
#[derive(Clone, Debug)]
pub struct PowerSum {
    exponents: Vec<u64>,
    coefficients: Vec<Wide>,
    /// The coefficients divided by the largest; empty where they lie too far apart for `f64`.
    reals: Vec<f64>,
    /// How far each coefficient may be from what was meant, relatively.
    uncertainty: f64,
}

impl PowerSum {
    /// `exponents` must rise and be as many as `coefficients`, of which none may be zero.
    pub fn new(exponents: Vec<u64>, coefficients: Vec<Wide>, uncertainty: f64) -> PowerSum {
        debug_assert_eq!(exponents.len(), coefficients.len());
        debug_assert!(exponents.is_sorted_by(|a, b| a < b));
        debug_assert!(!coefficients.iter().any(|a| a.is_zero()));
        let first = exponents.first().copied().unwrap_or(0);
        let exponents = exponents.into_iter().map(|exponent| exponent - first).collect();
        let reals = comparable_reals(&coefficients);
        PowerSum { exponents, coefficients, reals, uncertainty }
    }

    /// How often the sign turns from one coefficient to the next; no more positive roots exist (Descartes).
    pub fn sign_changes(&self) -> usize {
        self.coefficients.windows(2).filter(|pair| pair[0].is_negative() != pair[1].is_negative()).count()
    }

    /// The largest exponent.
    pub fn span(&self) -> u64 {
        self.exponents.last().copied().unwrap_or(0)
    }

    /// Whether F is negative as x tends to zero, where its first term rules.
    pub fn is_negative_near_zero(&self) -> bool {
        self.coefficients.first().is_some_and(|first| first.is_negative())
    }

    /// Whether F is negative as x tends to infinity, where its last term rules.
    pub fn is_negative_near_infinity(&self) -> bool {
        self.coefficients.last().is_some_and(|last| last.is_negative())
    }

    /// `x^(1-c) * d/dx (x^c * F)` up to a factor, with `c` such that one sign change disappears.
    ///
    /// Its coefficients are `a_k * (e_k + c)` with `-c` midway between the two exponents of a sign change, so all signs
    /// on one side of it turn. Between two roots of F lies a root of this sum (Rolle, applied to `x^c * F`).
    pub fn turning_sum(&self) -> PowerSum {
        let turn = self
            .coefficients
            .windows(2)
            .position(|pair| pair[0].is_negative() != pair[1].is_negative())
            .expect("only sums with a sign change are turned");
        let twice_middle = self.exponents[turn] + self.exponents[turn + 1];
        let factor = |exponent: u64| 2.0 * exponent as f64 - twice_middle as f64;
        let scaled = |(a, &exponent): (&Wide, &u64)| *a * Wide::from_real(factor(exponent));
        let coefficients = self.coefficients.iter().zip(&self.exponents).map(scaled).collect();
        PowerSum::new(self.exponents.clone(), coefficients, self.uncertainty)
    }

    /// `F(x) / sum of |terms|`, in -1..=1, certain in sign and in all but its last bits wherever it exceeds `noise`.
    ///
    /// Reals are tried first; where their rounding could hide the sign, the sum is taken again in wide numbers.
    pub fn residual(&self, x: f64) -> f64 {
        self.residual_in_reals(x).unwrap_or_else(|| {
            let [sum, magnitude] = self.horner(x, |k| [self.coefficients[k], self.coefficients[k].abs()]);
            sum.ratio(magnitude)
        })
    }

    /// Residuals up to this size cannot be told from zero, next to a point where F turns.
    ///
    /// Three parts: the amounts' own last digit, the rounding of wide sums, and the turning point itself being known to
    /// one unit in its last place u, which moves F by up to `(span * u)^2 / 2`.
    pub fn noise(&self) -> f64 {
        let steps = self.span() as f64 + 8.0 * self.coefficients.len() as f64;
        let place = self.span() as f64 * f64::EPSILON;
        self.uncertainty + steps * 2f64.powi(-98) + 2.0 * place * place
    }

    /// Newton's step in `ln x` from a simple root known to the last place: `-F / (x F')`, none where F turns.
    pub fn newton_step(&self, x: f64) -> Option<f64> {
        let exponent = |k: usize| Wide::from_real(self.exponents[k] as f64);
        let [sum, slope] = self.horner(x, |k| [self.coefficients[k], self.coefficients[k] * exponent(k)]);
        (!slope.is_zero()).then(|| -sum.ratio(slope))
    }

    /// The residual by Horner's rule in `f64`; none where rounding could be as large as the sum.
    fn residual_in_reals(&self, x: f64) -> Option<f64> {
        let mut sum = 0.0;
        let mut magnitude = 0.0;
        let mut above = self.span();
        for (real, &exponent) in self.reals.iter().zip(&self.exponents).rev() {
            let power = real_to_the(x, above - exponent);
            sum = sum * power + real;
            magnitude = magnitude * power + real.abs();
            above = exponent;
        }
        let steps = self.span() as f64 + 4.0 * self.reals.len() as f64;
        let is_certain =
            magnitude > 0.0 && magnitude < f64::MAX && f64::abs(sum) > steps * f64::EPSILON * magnitude;
        is_certain.then(|| sum / magnitude)
    }

    /// `sum of c_k * x^(e_k)` for several coefficients `c_k` at once, by Horner's rule in wide numbers.
    fn horner<const N: usize>(&self, x: f64, coefficients: impl Fn(usize) -> [Wide; N]) -> [Wide; N] {
        let x = Wide::from_real(x);
        let mut sums = [Wide::ZERO; N];
        let mut above = self.span();
        for (k, &exponent) in self.exponents.iter().enumerate().rev() {
            let power = x.to_the(above - exponent);
            for (sum, coefficient) in sums.iter_mut().zip(coefficients(k)) {
                *sum = *sum * power + coefficient;
            }
            above = exponent;
        }
        sums
    }
}

/// The coefficients as reals between -2 and 2, or none at all where underflow could falsify their sum.
fn comparable_reals(coefficients: &[Wide]) -> Vec<f64> {
    let powers = || coefficients.iter().filter_map(|a| a.power_of_two());
    let (Some(largest), Some(smallest)) = (powers().max(), powers().min()) else { return vec![] };
    if largest - smallest > 800 {
        return vec![];
    }
    coefficients.iter().map(|a| a.real_over_power_of_two(largest)).collect()
}

/// `x^power` by repeated squaring, the same on every machine.
fn real_to_the(x: f64, power: u64) -> f64 {
    if power == 1 {
        return x;
    }
    let mut product = 1.0;
    let mut square = x;
    let mut rest = power;
    while rest > 0 {
        if rest & 1 == 1 {
            product *= square;
        }
        rest >>= 1;
        square *= square;
    }
    product
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sum(terms: &[(u64, f64)]) -> PowerSum {
        let exponents = terms.iter().map(|term| term.0).collect();
        let coefficients = terms.iter().map(|term| Wide::from_real(term.1)).collect();
        PowerSum::new(exponents, coefficients, 0.0)
    }

    #[test]
    fn the_residual_is_the_sum_over_its_terms_sizes() {
        let quadratic = sum(&[(0, -100.0), (1, 220.0), (2, -121.0)]);
        assert!((quadratic.residual(1.0) - -1.0 / 441.0).abs() < 1e-17);
        assert!((quadratic.residual(0.5) - -20.25 / 240.25).abs() < 1e-15);
    }

    #[test]
    fn a_sum_far_below_rounding_is_still_signed() {
        // x - 1 with 2^-80 missing: at x = 1 only wide numbers see it.
        let nearly = sum(&[(0, -1.0), (1, 1.0), (2, 2f64.powi(-80))]);
        assert!((nearly.residual(1.0) / 2f64.powi(-81) - 1.0).abs() < 1e-9);
    }

    #[test]
    fn the_turning_sum_has_one_sign_change_less() {
        let mut current = sum(&[(0, -1.0), (3, 2.0), (7, -3.0), (8, -1.0), (20, 5.0)]);
        for expected in [3, 2, 1, 0] {
            assert_eq!(current.sign_changes(), expected);
            if expected > 0 {
                current = current.turning_sum();
            }
        }
    }

    #[test]
    fn leading_periods_without_amounts_do_not_count() {
        let late = sum(&[(40, -1.0), (41, 2.0)]);
        assert_eq!(late.span(), 1);
        assert_eq!(late.residual(0.5), 0.0);
    }

    #[test]
    fn newton_s_step_leads_to_the_root() {
        let linear = sum(&[(0, -1.0), (1, 2.0)]);
        let x = 0.5 + 1e-9;
        let step = linear.newton_step(x).unwrap();
        assert!((f64::ln(x) + step - f64::ln(0.5)).abs() < 1e-16);
    }
}
