//! `Terms`: something a plan has, as a linear form over the columns of the program.

use std::collections::BTreeMap;

/// Constant + sum of coefficient x column.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Terms {
    pub constant: f64,
    by_column: BTreeMap<usize, f64>,
}

impl Terms {
    /// A form without columns.
    pub fn constant(constant: f64) -> Terms {
        Terms { constant, ..Terms::default() }
    }

    /// Adds `coefficient` x column.
    pub fn add(&mut self, column: usize, coefficient: f64) {
        if coefficient != 0.0 {
            *self.by_column.entry(column).or_default() += coefficient;
        }
    }

    /// Adds `factor` x the other form.
    pub fn add_all(&mut self, other: &Terms, factor: f64) {
        self.constant += factor * other.constant;
        other.iter().for_each(|(column, coefficient)| self.add(column, factor * coefficient));
    }

    /// (column, coefficient) in order of the columns.
    pub fn iter(&self) -> impl Iterator<Item = (usize, f64)> + '_ {
        self.by_column.iter().map(|(column, coefficient)| (*column, *coefficient))
    }

    /// The value of the form at a point.
    pub fn at(&self, columns: &[f64]) -> f64 {
        self.constant + self.iter().map(|(column, coefficient)| coefficient * columns[column]).sum::<f64>()
    }

    /// The lowest value of the form within the bounds of its columns.
    pub fn lowest(&self, bounds: impl Fn(usize) -> (f64, f64)) -> f64 {
        let parts = self.iter().map(|(column, coefficient)| {
            let (low, high) = bounds(column);
            (coefficient * low).min(coefficient * high)
        });
        self.constant + parts.sum::<f64>()
    }

    /// Largest absolute part any column within its bounds can add.
    pub fn largest_part(&self, bounds: impl Fn(usize) -> (f64, f64)) -> f64 {
        self.iter()
            .map(|(column, coefficient)| {
                let (low, high) = bounds(column);
                coefficient.abs() * low.abs().max(high.abs())
            })
            .fold(0.0, f64::max)
    }
}
