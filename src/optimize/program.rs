//! `Program`: our own columns and rows, before any solver.

/// A decision column.
#[derive(Clone, Debug)]
pub struct Column {
    pub is_binary: bool,
    pub low: f64,
    pub high: f64,
    /// Worth of one unit, in the program's unit of worth.
    pub worth: f64,
}

/// low <= sum of coefficient x column <= high.
#[derive(Clone, Debug)]
pub struct Row {
    pub terms: Vec<(usize, f64)>,
    pub low: f64,
    pub high: f64,
}

/// Maximise the worth of the columns under the rows.
#[derive(Clone, Debug, Default)]
pub struct Program {
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
}

impl Program {
    /// Adds a yes-or-no column and returns its place.
    pub fn binary(&mut self, worth: f64) -> usize {
        self.columns.push(Column { is_binary: true, low: 0.0, high: 1.0, worth });
        self.columns.len() - 1
    }

    /// Adds a continuous column and returns its place.
    pub fn continuous(&mut self, low: f64, high: f64, worth: f64) -> usize {
        self.columns.push(Column { is_binary: false, low, high, worth });
        self.columns.len() - 1
    }

    /// Adds sum of terms <= high.
    pub fn at_most(&mut self, terms: Vec<(usize, f64)>, high: f64) {
        self.rows.push(Row { terms, low: f64::NEG_INFINITY, high });
    }

    /// Adds sum of terms >= low.
    pub fn at_least(&mut self, terms: Vec<(usize, f64)>, low: f64) {
        self.rows.push(Row { terms, low, high: f64::INFINITY });
    }

    /// Adds sum of terms = amount.
    pub fn equal(&mut self, terms: Vec<(usize, f64)>, amount: f64) {
        self.rows.push(Row { terms, low: amount, high: amount });
    }

    /// Whether every column is a yes-or-no one.
    pub fn is_whole(&self) -> bool {
        self.columns.iter().all(|column| column.is_binary)
    }

    /// Cuts away exactly one choice of the first columns: at least one of them must change.
    pub fn forbid(&mut self, chosen: &[bool]) {
        let terms = chosen
            .iter()
            .enumerate()
            .map(|(place, is_in)| (place, if *is_in { 1.0 } else { -1.0 }))
            .collect();
        let size = chosen.iter().filter(|is_in| **is_in).count();
        self.at_most(terms, size as f64 - 1.0);
    }
}
