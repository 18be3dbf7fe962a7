//! Reals of about 31 digits and any size, so that the sign of a sum that nearly cancels can be trusted.

use rust_decimal::Decimal;

/// A real number `(high + low) * 2^exponent` with `1 <= |high| < 2` and `low` below half a unit of `high`'s last place.
///
/// Sums of discounted amounts cancel near a root, and near -100 % their terms leave the range of `f64`;
/// this form keeps 106 bits whatever the size. Additions and products are in error by less than 2^-100 relatively.
#[derive(Clone, Copy, Debug)]
pub struct Wide {
    high: f64,
    low: f64,
    exponent: i64,
}

impl Wide {
    pub const ZERO: Wide = Wide { high: 0.0, low: 0.0, exponent: 0 };
    pub const ONE: Wide = Wide { high: 1.0, low: 0.0, exponent: 0 };

    /// The same number; `real` must be finite.
    pub fn from_real(real: f64) -> Wide {
        debug_assert!(real.is_finite(), "only finite reals have a wide form");
        // Powers of two change no digit, and bring the smallest and largest reals where their inverse is normal too.
        match real.abs() {
            size if size < 2f64.powi(-800) => Wide::from_parts(real * 2f64.powi(300), 0.0, -300),
            size if size > 2f64.powi(800) => Wide::from_parts(real * 2f64.powi(-300), 0.0, 300),
            _ => Wide::from_parts(real, 0.0, 0),
        }
    }

    /// The same number times 10^28, exactly where it has at most 31 digits; sums keep their roots under a common factor.
    pub fn from_decimal_times_10_to_28(decimal: Decimal) -> Wide {
        let places_missing = 28 - decimal.scale().min(28);
        Wide::from_integer(decimal.mantissa()) * Wide::from_integer(10i128.pow(places_missing))
    }

    /// The same number, exactly up to 106 bits.
    fn from_integer(integer: i128) -> Wide {
        let high = integer as f64;
        let low = (integer - high as i128) as f64;
        Wide::from_parts(high, low, 0)
    }

    /// Any pair of normal reals whose sum is meant, brought into the form above.
    fn from_parts(high: f64, low: f64, exponent: i64) -> Wide {
        let (high, low) = quick_two_sum(high, low);
        if high == 0.0 {
            return Wide::ZERO;
        }
        let power = i64::from(power_of_two_in(high));
        let scale = power_of_two(-power);
        Wide { high: high * scale, low: low * scale, exponent: exponent + power }
    }

    pub fn is_zero(self) -> bool {
        self.high == 0.0
    }

    pub fn is_negative(self) -> bool {
        self.high < 0.0
    }

    pub fn abs(self) -> Wide {
        if self.is_negative() { -self } else { self }
    }

    /// `self / divisor` as an `f64`; beyond its range the answer is infinite or zero. `divisor` must not be zero.
    pub fn ratio(self, divisor: Wide) -> f64 {
        if self.is_zero() {
            return 0.0;
        }
        let exponent = (self.exponent - divisor.exponent).clamp(-1100, 1100);
        // In two halves: 2^-1100 alone is no longer a normal real.
        let half = exponent / 2;
        self.high / divisor.high * power_of_two(half) * power_of_two(exponent - half)
    }

    /// `self^power` by repeated squaring.
    pub fn to_the(self, power: u64) -> Wide {
        let mut product = Wide::ONE;
        let mut square = self;
        let mut rest = power;
        while rest > 0 {
            if rest & 1 == 1 {
                product = product * square;
            }
            rest >>= 1;
            if rest > 0 {
                square = square * square;
            }
        }
        product
    }

    /// The exponent of two: `2^k <= |self| < 2^(k+1)`; none for zero.
    pub fn power_of_two(self) -> Option<i64> {
        (!self.is_zero()).then_some(self.exponent)
    }

    /// `self / 2^power` rounded to a real; the quotient must lie well within the range of reals.
    pub fn real_over_power_of_two(self, power: i64) -> f64 {
        self.high * power_of_two(self.exponent - power)
    }
}

impl std::ops::Neg for Wide {
    type Output = Wide;

    fn neg(self) -> Wide {
        Wide { high: -self.high, low: -self.low, exponent: self.exponent }
    }
}

impl std::ops::Mul for Wide {
    type Output = Wide;

    fn mul(self, other: Wide) -> Wide {
        let (product, rest) = two_product(self.high, other.high);
        let rest = rest + (self.high * other.low + self.low * other.high);
        Wide::from_parts(product, rest, self.exponent + other.exponent)
    }
}

impl std::ops::Add for Wide {
    type Output = Wide;

    fn add(self, other: Wide) -> Wide {
        if self.is_zero() {
            return other;
        }
        if other.is_zero() {
            return self;
        }
        let (large, small) = if self.exponent < other.exponent { (other, self) } else { (self, other) };
        let distance = large.exponent - small.exponent;
        if distance > 250 {
            return large;
        }
        let shift = power_of_two(-distance);
        let (high, rest_high) = two_sum(large.high, small.high * shift);
        let (low, rest_low) = two_sum(large.low, small.low * shift);
        let (high, low) = quick_two_sum(high, rest_high + low);
        Wide::from_parts(high, low + rest_low, large.exponent)
    }
}

/// The exponent `k` of a normal real, `2^k <= |real| < 2^(k+1)`.
fn power_of_two_in(real: f64) -> i32 {
    ((real.to_bits() >> 52) & 0x7ff) as i32 - 1023
}

/// `2^power`, exactly; `power` within -1022..=1023.
fn power_of_two(power: i64) -> f64 {
    debug_assert!((-1022..=1023).contains(&power), "2^{power} is no normal real");
    f64::from_bits(((1023 + power) as u64) << 52)
}

/// Sum and rounding error, for `|a| >= |b|` (Dekker 1971).
fn quick_two_sum(a: f64, b: f64) -> (f64, f64) {
    let sum = a + b;
    (sum, b - (sum - a))
}

/// Sum and rounding error, in any order (Knuth, TAOCP 2, 4.2.2).
fn two_sum(a: f64, b: f64) -> (f64, f64) {
    let sum = a + b;
    let b_seen = sum - a;
    (sum, (a - (sum - b_seen)) + (b - b_seen))
}

/// Product and rounding error of numbers near one, by halves of 26 bits (Dekker 1971).
fn two_product(a: f64, b: f64) -> (f64, f64) {
    let product = a * b;
    let (a_high, a_low) = halves(a);
    let (b_high, b_low) = halves(b);
    (product, ((a_high * b_high - product) + a_high * b_low + a_low * b_high) + a_low * b_low)
}

fn halves(a: f64) -> (f64, f64) {
    let shifted = 134_217_729.0 * a;
    let high = shifted - (shifted - a);
    (high, a - high)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wide(text: &str) -> Wide {
        Wide::from_decimal_times_10_to_28(text.parse().unwrap())
    }

    #[test]
    fn what_cancels_in_the_last_of_28_digits_is_still_seen() {
        let difference = wide("1.000000000000000000000000001") + -wide("1");
        assert!((difference.ratio(Wide::from_real(10.0)) - 1.0).abs() < 1e-15);
        assert!((wide("0.1") + wide("0.2") + -wide("0.3")).is_zero());
    }

    #[test]
    fn products_keep_31_digits() {
        let third = Wide::from_real(1.0 / 3.0);
        let square = third * third;
        // (fl(1/3))^2 * 9 - 1 = -2^-53 * ... known from exact arithmetic: fl(1/3) = (2^54 - 1) / 3 / 2^54.
        let excess = square * Wide::from_real(9.0) + -Wide::ONE;
        let exact = -(2f64.powi(-53)) + 2f64.powi(-108);
        assert!((excess.ratio(Wide::ONE) - exact).abs() < 1e-31);
    }

    #[test]
    fn size_has_no_limit() {
        let tiny = Wide::from_real(1e-313).to_the(1000);
        let huge = Wide::from_real(1e300).to_the(1000);
        assert_eq!(tiny.ratio(huge), 0.0);
        assert!(huge.ratio(tiny).is_infinite());
        assert!((tiny.ratio(tiny) - 1.0).abs() < 1e-15);
        assert_eq!((huge + tiny).ratio(huge), 1.0);
    }

    #[test]
    fn zero_is_neutral() {
        assert!((Wide::ZERO * wide("5")).is_zero());
        assert_eq!((Wide::ZERO + wide("5")).ratio(wide("5")), 1.0);
        assert!((wide("5") + -wide("5")).is_zero());
        assert!(!Wide::ZERO.is_negative());
    }
}
