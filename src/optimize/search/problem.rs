//! `Problem`: the program as the search works on it, fixed columns taken out and rows scaled, and the way back.

use crate::optimize::program::Program;

/// Says whether the program itself accepts a point of a problem, and gives it back if so.
pub type Accepts<'a> = dyn Fn(&Problem, &[f64]) -> Option<Vec<f64>> + 'a;

/// How far a row, scaled to a largest coefficient of one, may be broken.
pub const TOLERANCE: f64 = 1e-9;

/// A scaled line broken by no more than this at worst is left out.
pub const IDLE: f64 = 1e-10;

/// low <= sum of amounts x columns <= high, scaled so that the largest amount lies between one half and one.
#[derive(Clone, Debug)]
pub struct Line {
    pub places: Vec<u32>,
    pub amounts: Vec<f64>,
    pub low: f64,
    pub high: f64,
}

impl Line {
    /// The terms, place and amount.
    pub fn terms(&self) -> impl Iterator<Item = (usize, f64)> + '_ {
        self.places.iter().map(|place| *place as usize).zip(self.amounts.iter().copied())
    }

    /// The sum at a point.
    pub fn at(&self, point: &[f64]) -> f64 {
        self.terms().map(|(place, amount)| amount * point[place]).sum()
    }

    /// Scales by a power of two, which loses no digit.
    pub fn scale(&mut self) {
        let largest = self.amounts.iter().fold(0.0_f64, |most, amount| most.max(amount.abs()));
        if largest > 0.0 {
            let factor = (-largest.log2().ceil()).exp2();
            self.amounts.iter_mut().for_each(|amount| *amount *= factor);
            self.low *= factor;
            self.high *= factor;
        }
    }
}

/// Maximise worth under lines; every column lies between finite bounds.
#[derive(Clone, Debug)]
pub struct Problem {
    pub low: Vec<f64>,
    pub high: Vec<f64>,
    pub worth: Vec<f64>,
    pub is_whole: Vec<bool>,
    pub lines: Vec<Line>,
    /// What one unit of worth here is worth in the program: a power of two.
    pub unit: f64,
    /// Worth of what was taken out, in units of this problem.
    pub settled: f64,
    /// Place of each column in the program.
    pub origin: Vec<usize>,
    /// Every column of the program at its settled value; columns still open hold anything.
    pub whole_point: Vec<f64>,
}

impl Problem {
    /// The program as it stands; none if a column has no finite bound, which the search cannot treat.
    pub fn of(program: &Program) -> Option<Problem> {
        let is_bounded =
            program.columns.iter().all(|column| column.low.is_finite() && column.high.is_finite());
        if !is_bounded {
            return None;
        }
        let round = |is_whole: bool, bound: f64| if is_whole { bound.round() } else { bound };
        let lines = program.rows.iter().map(|row| {
            let mut terms = row.terms.clone();
            terms.sort_by_key(|(place, _)| *place);
            terms.dedup_by(|later, kept| {
                let is_same = later.0 == kept.0;
                if is_same {
                    kept.1 += later.1;
                }
                is_same
            });
            terms.retain(|(_, amount)| *amount != 0.0);
            let (places, amounts) = terms.into_iter().map(|(place, amount)| (place as u32, amount)).unzip();
            let mut line = Line { places, amounts, low: row.low, high: row.high };
            line.scale();
            line
        });
        let largest = program.columns.iter().fold(0.0_f64, |most, column| most.max(column.worth.abs()));
        let unit = if largest > 0.0 { largest.log2().ceil().exp2() } else { 1.0 };
        Some(Problem {
            unit,
            low: program.columns.iter().map(|column| round(column.is_binary, column.low)).collect(),
            high: program.columns.iter().map(|column| round(column.is_binary, column.high)).collect(),
            worth: program.columns.iter().map(|column| column.worth / unit).collect(),
            is_whole: program.columns.iter().map(|column| column.is_binary).collect(),
            lines: lines.collect(),
            settled: 0.0,
            origin: (0..program.columns.len()).collect(),
            whole_point: program.columns.iter().map(|column| column.low).collect(),
        })
    }

    /// Number of columns.
    pub fn width(&self) -> usize {
        self.low.len()
    }

    /// Worth of a point in units of this problem, what was settled included.
    pub fn worth_of(&self, point: &[f64]) -> f64 {
        self.settled + self.worth.iter().zip(point).map(|(worth, amount)| worth * amount).sum::<f64>()
    }

    /// A point of this problem as a point of the program.
    pub fn restored(&self, point: &[f64]) -> Vec<f64> {
        let mut whole = self.whole_point.clone();
        self.origin.iter().zip(point).for_each(|(place, amount)| whole[*place] = *amount);
        whole
    }

    /// A point of the program as a point of this problem; none where it contradicts what was settled.
    pub fn reduced(&self, whole: &[f64]) -> Vec<f64> {
        self.origin.iter().map(|place| whole[*place]).collect()
    }

    /// Whole numbers where a solver only comes near them, and everything within its bounds.
    pub fn tidy(&self, point: &mut [f64]) {
        for (place, amount) in point.iter_mut().enumerate() {
            *amount = if self.is_whole[place] {
                amount.round()
            } else {
                amount.clamp(self.low[place], self.high[place])
            };
        }
    }

    /// The same problem without its fixed columns and without lines that can no longer be broken.
    pub fn without_fixed(&self) -> Problem {
        let is_open: Vec<bool> = self.low.iter().zip(&self.high).map(|(low, high)| low < high).collect();
        let mut place_after = vec![u32::MAX; self.width()];
        let mut whole_point = self.whole_point.clone();
        let mut settled = self.settled;
        let mut kept = Vec::new();
        for place in 0..self.width() {
            if is_open[place] {
                place_after[place] = kept.len() as u32;
                kept.push(place);
            } else {
                whole_point[self.origin[place]] = self.low[place];
                settled += self.worth[place] * self.low[place];
            }
        }
        let lines = self.lines.iter().filter_map(|line| self.shortened(line, &place_after));
        Problem {
            unit: self.unit,
            low: kept.iter().map(|place| self.low[*place]).collect(),
            high: kept.iter().map(|place| self.high[*place]).collect(),
            worth: kept.iter().map(|place| self.worth[*place]).collect(),
            is_whole: kept.iter().map(|place| self.is_whole[*place]).collect(),
            lines: lines.collect(),
            settled,
            origin: kept.iter().map(|place| self.origin[*place]).collect(),
            whole_point,
        }
    }

    /// A line over the open columns; none if nothing within the bounds breaks it.
    fn shortened(&self, line: &Line, place_after: &[u32]) -> Option<Line> {
        let mut given = 0.0;
        let (mut least, mut most) = (0.0, 0.0);
        let mut shorter = Line { places: Vec::new(), amounts: Vec::new(), low: line.low, high: line.high };
        for (place, amount) in line.terms() {
            if place_after[place] == u32::MAX {
                given += amount * self.low[place];
            } else {
                let (low, high) = (amount * self.low[place], amount * self.high[place]);
                least += low.min(high);
                most += low.max(high);
                shorter.places.push(place_after[place]);
                shorter.amounts.push(amount);
            }
        }
        shorter.low -= given;
        shorter.high -= given;
        let is_idle = shorter.low <= least + IDLE && most <= shorter.high + IDLE;
        shorter.scale();
        (!is_idle).then_some(shorter)
    }
}
