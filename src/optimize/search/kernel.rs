//! The few loops where the time goes, written so that the compiler can work on several entries at once.
//!
//! The order of every sum is fixed here, so that a wider processor gives the same digits.

const LANES: usize = 8;

/// Takes `factor` x `other` off a row and returns the sum of squares of what is left.
pub fn eliminate(row: &mut [f64], other: &[f64], factor: f64) -> f64 {
    let mut sums = [0.0; LANES];
    let (wide, rest) = row.as_chunks_mut::<LANES>();
    let (other_wide, other_rest) = other.as_chunks::<LANES>();
    for (entries, others) in wide.iter_mut().zip(other_wide) {
        for lane in 0..LANES {
            let entry = entries[lane] - factor * others[lane];
            entries[lane] = entry;
            sums[lane] += entry * entry;
        }
    }
    for (entry, other) in rest.iter_mut().zip(other_rest) {
        *entry -= factor * other;
        sums[0] += *entry * *entry;
    }
    sums.iter().sum()
}

/// Adds `factor` x `other` to a row.
pub fn add(row: &mut [f64], other: &[f64], factor: f64) {
    row.iter_mut().zip(other).for_each(|(entry, other)| *entry += factor * other);
}

/// Sum of products.
pub fn product(one: &[f64], other: &[f64]) -> f64 {
    let mut sums = [0.0; LANES];
    let (wide, rest) = one.as_chunks::<LANES>();
    let (other_wide, other_rest) = other.as_chunks::<LANES>();
    for (entries, others) in wide.iter().zip(other_wide) {
        for lane in 0..LANES {
            sums[lane] += entries[lane] * others[lane];
        }
    }
    sums[0] += rest.iter().zip(other_rest).map(|(entry, other)| entry * other).sum::<f64>();
    sums.iter().sum()
}
