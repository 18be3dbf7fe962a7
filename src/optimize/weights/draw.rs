//! `Draws`: numbered random draws: the same seed and number give the same draw on every machine and in every order.

/// Draws from one seed; draw number k does not depend on which draws were asked for before it.
///
/// SplitMix64 read by position (Steele, Lea, Flood 2014): the seed plus k times the golden ratio, then mixed.
#[derive(Clone, Copy, Debug)]
pub struct Draws {
    seed: u64,
}

const GOLDEN: u64 = 0x9E37_79B9_7F4A_7C15;

impl Draws {
    /// The draws of a seed; neighbouring seeds share no run of draws.
    pub fn new(seed: u64) -> Draws {
        Draws { seed: mixed(seed.wrapping_add(GOLDEN)) }
    }

    /// Draw `number`, uniform over all 64-bit numbers.
    pub fn bits(&self, number: u64) -> u64 {
        mixed(self.seed.wrapping_add(number.wrapping_add(1).wrapping_mul(GOLDEN)))
    }

    /// Draw `number`, uniform in 0..1, never 0 and never 1, in steps of 2^-53.
    pub fn unit(&self, number: u64) -> f64 {
        ((self.bits(number) >> 12) as f64 + 0.5) / (1_u64 << 52) as f64
    }

    /// Draw `number`, exponential with mean 1.
    pub fn exponential(&self, number: u64) -> f64 {
        -self.unit(number).ln()
    }
}

fn mixed(bits: u64) -> u64 {
    let bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    bits ^ (bits >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mixing_is_the_published_one() {
        // First three outputs of SplitMix64 started at 1234567, as published with the reference code.
        let reference = [6_457_827_717_110_365_317_u64, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423];
        let found: Vec<u64> =
            (1..=3).map(|step| mixed(1_234_567_u64.wrapping_add(GOLDEN.wrapping_mul(step)))).collect();
        assert_eq!(found, reference);
    }

    #[test]
    fn draws_fill_the_unit_interval_evenly() {
        let draws = Draws::new(5);
        let count = 100_000;
        let mut tenths = [0; 10];
        for number in 0..count {
            let unit = draws.unit(number);
            assert!(0.0 < unit && unit < 1.0);
            tenths[(unit * 10.0) as usize] += 1;
        }
        // Standard deviation of a tenth's count: 95.
        assert!(tenths.iter().all(|share| (9_600..10_400).contains(share)), "{tenths:?}");
    }

    #[test]
    fn exponential_draws_have_mean_and_variance_one() {
        let draws = Draws::new(6);
        let count = 100_000_u64;
        let mean = (0..count).map(|number| draws.exponential(number)).sum::<f64>() / count as f64;
        let square = (0..count).map(|number| draws.exponential(number).powi(2)).sum::<f64>() / count as f64;
        assert!((mean - 1.0).abs() < 0.02 && (square - 2.0).abs() < 0.1, "{mean} {square}");
    }
}
