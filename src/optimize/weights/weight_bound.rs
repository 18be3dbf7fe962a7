//! `WeightBound`: the tightest bound that solved weights give at other weights, kept up to date for thousands of samples.

use std::collections::BTreeMap;

/// Solved weights with the bound there.
pub type Column = (Vec<f64>, f64);

/// For each sample w: min of sum of share x bound over shares >= 0 of solved weights that mix to w.
///
/// That is a linear program with as many rows as criteria. Samples whose best mixture uses the same solved weights form a
/// cell and share its basis, so one pivot serves them all; a new column only touches the cells it improves.
#[derive(Clone, Debug)]
pub struct WeightBound {
    columns: Vec<Column>,
    cells: Vec<Cell>,
}

#[derive(Clone, Debug)]
struct Cell {
    /// One column for each criterion.
    basis: Vec<usize>,
    /// Inverse of the matrix of the basis columns, row by row: shares = inverse x weights.
    inverse: Vec<f64>,
    /// The bound is these prices x weights, for every sample of the cell.
    prices: Vec<f64>,
    samples: Vec<u32>,
    /// Set when the bounds of its samples have been handed out.
    is_told: bool,
}

/// Numbers below this count as zero in a pivot.
const NEAR: f64 = 1e-11;
/// A bound is valid after any number of pivots, so a cell that might turn in a circle simply stops here.
const MOST_PIVOTS: usize = 200;

impl WeightBound {
    /// Whether the corners are independent, one for each criterion, and their cone holds all samples.
    pub fn holds(corners: &[Vec<f64>], samples: &[Vec<f64>]) -> bool {
        let criteria = samples.first().map_or(0, Vec::len);
        let basis: Vec<usize> = (0..criteria).collect();
        let columns: Vec<Column> = corners.iter().map(|corner| (corner.clone(), 0.0)).collect();
        if columns.len() != criteria || columns.iter().any(|(corner, _)| corner.len() != criteria) {
            return false;
        }
        let Some(inverse) = inverted(&columns, &basis) else { return false };
        let is_inside = |sample: &Vec<f64>| {
            (0..criteria).all(|row| -NEAR <= dot(&inverse[row * criteria..][..criteria], sample))
        };
        samples.iter().all(is_inside)
    }

    /// A bound of as many columns as criteria, independent, whose cone holds all samples.
    pub fn of(columns: Vec<Column>, samples: &[Vec<f64>]) -> WeightBound {
        let basis: Vec<usize> = (0..columns.len()).collect();
        let inverse = inverted(&columns, &basis).expect("independent columns");
        let prices = prices(&columns, &basis, &inverse);
        let all = (0..samples.len() as u32).collect();
        WeightBound { columns, cells: vec![Cell { basis, inverse, prices, samples: all, is_told: false }] }
    }

    /// Tells the bound of every sample whose bound may have changed since the last call.
    pub fn bound(&mut self, samples: &[Vec<f64>], mut tell: impl FnMut(usize, f64)) {
        for cell in self.cells.iter_mut().filter(|cell| !cell.is_told) {
            cell.is_told = true;
            for sample in &cell.samples {
                tell(*sample as usize, dot(&cell.prices, &samples[*sample as usize]));
            }
        }
    }

    /// Forgets the samples that need no tighter bound.
    pub fn keep(&mut self, is_kept: impl Fn(usize) -> bool) {
        for cell in &mut self.cells {
            cell.samples.retain(|sample| is_kept(*sample as usize));
        }
        self.cells.retain(|cell| !cell.samples.is_empty());
    }

    /// Adds solved weights and tightens the cells that gain by them.
    pub fn add(&mut self, column: Column, samples: &[Vec<f64>]) {
        self.columns.push(column);
        let newest = self.columns.len() - 1;
        let (touched, mut kept): (Vec<Cell>, Vec<Cell>) =
            std::mem::take(&mut self.cells).into_iter().partition(|cell| self.gain(cell, newest) < 0.0);
        let mut settled: BTreeMap<Vec<usize>, Cell> = BTreeMap::new();
        let mut waiting: Vec<(Cell, usize)> = touched.into_iter().map(|cell| (cell, 0)).collect();
        while let Some((cell, pivots)) = waiting.pop() {
            let entering = (0..self.columns.len())
                .map(|column| (column, self.gain(&cell, column)))
                .fold((0, 0.0), |best, next| if next.1 < best.1 { next } else { best });
            if entering.1 < 0.0 && pivots < MOST_PIVOTS {
                waiting.extend(
                    self.pivoted(&cell, entering.0, samples).into_iter().map(|cell| (cell, pivots + 1)),
                );
                continue;
            }
            let mut key = cell.basis.clone();
            key.sort_unstable();
            match settled.get_mut(&key) {
                Some(known) => known.samples.extend(cell.samples),
                None => {
                    settled.insert(key, cell);
                }
            }
        }
        kept.extend(settled.into_values());
        self.cells = kept;
    }

    /// By how much a column lies under the bound of the cell, below zero; 0 when it does not.
    fn gain(&self, cell: &Cell, column: usize) -> f64 {
        let (weights, bound) = &self.columns[column];
        let priced = dot(&cell.prices, weights);
        let gain = bound - priced;
        if gain < -1e-10 * priced.abs().max(bound.abs()) && !cell.basis.contains(&column) {
            gain
        } else {
            0.0
        }
    }

    /// The cells that a cell falls into when a column enters: which column leaves depends on the sample.
    fn pivoted(&self, cell: &Cell, entering: usize, samples: &[Vec<f64>]) -> Vec<Cell> {
        let size = cell.basis.len();
        let row = |place: usize| &cell.inverse[place * size..][..size];
        let direction: Vec<f64> = (0..size).map(|place| dot(row(place), &self.columns[entering].0)).collect();
        let mut parts: Vec<Vec<u32>> = vec![Vec::new(); size];
        for sample in &cell.samples {
            let weights = &samples[*sample as usize];
            let mut leaving = (f64::INFINITY, 0);
            for place in (0..size).filter(|place| NEAR < direction[*place]) {
                let ratio = dot(row(place), weights).max(0.0) / direction[place];
                if ratio < leaving.0 {
                    leaving = (ratio, place);
                }
            }
            parts[leaving.1].push(*sample);
        }
        let mut cells = Vec::new();
        for (leaving, samples) in parts.into_iter().enumerate().filter(|(_, samples)| !samples.is_empty()) {
            let mut basis = cell.basis.clone();
            basis[leaving] = entering;
            let inverse = exchanged(&cell.inverse, &direction, leaving);
            let prices = prices(&self.columns, &basis, &inverse);
            cells.push(Cell { basis, inverse, prices, samples, is_told: false });
        }
        cells
    }
}

/// The inverse after one column of the basis gave way to one with this direction.
fn exchanged(inverse: &[f64], direction: &[f64], leaving: usize) -> Vec<f64> {
    let size = direction.len();
    let mut next = inverse.to_vec();
    let pivot: Vec<f64> =
        inverse[leaving * size..][..size].iter().map(|cell| cell / direction[leaving]).collect();
    for place in 0..size {
        let factor = direction[place];
        for (cell, pivot) in next[place * size..][..size].iter_mut().zip(&pivot) {
            *cell = if place == leaving { *pivot } else { *cell - factor * pivot };
        }
    }
    next
}

/// What one unit of each weight adds to the bound: bounds of the basis x inverse.
fn prices(columns: &[Column], basis: &[usize], inverse: &[f64]) -> Vec<f64> {
    let size = basis.len();
    let mut prices = vec![0.0; size];
    for (place, column) in basis.iter().enumerate() {
        let row = &inverse[place * size..][..size];
        prices.iter_mut().zip(row).for_each(|(price, cell)| *price += columns[*column].1 * cell);
    }
    prices
}

/// The inverse of the matrix whose columns are the weights of the basis; none when they are not independent.
fn inverted(columns: &[Column], basis: &[usize]) -> Option<Vec<f64>> {
    let size = basis.len();
    let mut rows: Vec<Vec<f64>> = (0..size)
        .map(|row| {
            let mut cells: Vec<f64> = basis.iter().map(|column| columns[*column].0[row]).collect();
            cells.extend((0..size).map(|place| f64::from(u8::from(place == row))));
            cells
        })
        .collect();
    for place in 0..size {
        let pivot = (place..size).max_by(|a, b| rows[*a][place].abs().total_cmp(&rows[*b][place].abs()))?;
        if rows[pivot][place].abs() < NEAR {
            return None;
        }
        rows.swap(place, pivot);
        let scale = rows[place][place];
        rows[place].iter_mut().for_each(|cell| *cell /= scale);
        let pivot_row = rows[place].clone();
        for (_, row) in rows.iter_mut().enumerate().filter(|(row, _)| *row != place) {
            let factor = row[place];
            row.iter_mut().zip(&pivot_row).for_each(|(cell, pivot)| *cell -= factor * pivot);
        }
    }
    Some(rows.into_iter().flat_map(|row| row[size..].to_vec()).collect())
}

fn dot(one: &[f64], other: &[f64]) -> f64 {
    one.iter().zip(other).map(|(one, other)| one * other).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::optimize::weights::draw::Draws;

    /// Smallest mixture by trying every choice of as many columns as criteria.
    fn by_trial(columns: &[Column], weights: &[f64]) -> f64 {
        let size = weights.len();
        let mut best = f64::INFINITY;
        for choice in 0_u32..1 << columns.len() {
            if choice.count_ones() as usize != size {
                continue;
            }
            let basis: Vec<usize> = (0..columns.len()).filter(|column| choice >> column & 1 == 1).collect();
            let Some(inverse) = inverted(columns, &basis) else { continue };
            let shares: Vec<f64> =
                (0..size).map(|row| dot(&inverse[row * size..][..size], weights)).collect();
            if shares.iter().all(|share| -1e-9 <= *share) {
                let mixed = shares.iter().zip(&basis).map(|(share, column)| share * columns[*column].1).sum();
                best = best.min(mixed);
            }
        }
        best
    }

    #[test]
    fn every_bound_is_the_best_mixture_of_the_columns() {
        for seed in 0..60 {
            let size = 2 + (seed % 3) as usize;
            let draws = Draws::new(seed);
            let vector = |number: u64| -> Vec<f64> {
                (0..size as u64).map(|place| draws.exponential(number * 10 + place)).collect()
            };
            let samples: Vec<Vec<f64>> = (0..30).map(vector).collect();
            let unit = |place: usize| (0..size).map(|other| f64::from(u8::from(other == place))).collect();
            let mut columns: Vec<Column> = (0..size).map(|place| (unit(place), 50.0)).collect();
            let mut known = WeightBound::of(columns.clone(), &samples);
            let mut bounds = vec![f64::INFINITY; samples.len()];
            for number in 0..9 {
                // A convex worth, so that many columns matter.
                let weights = vector(100 + number);
                let bound = dot(&weights, &weights).sqrt() * 10.0 * (1.0 + 0.1 * draws.unit(9_000 + number));
                columns.push((weights.clone(), bound));
                known.add((weights, bound), &samples);
                known.bound(&samples, |sample, bound| bounds[sample] = bound);
                for (sample, bound) in samples.iter().zip(&bounds) {
                    let expected = by_trial(&columns, sample);
                    assert!((bound - expected).abs() < 1e-7 * expected, "{seed}: {bound} {expected}");
                }
            }
        }
    }
}
