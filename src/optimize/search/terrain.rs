//! `Terrain`: what flipping one yes-or-no column does to the worth and to the lines, kept up to date.
//!
//! Continuous columns are not moved by hand: where they hang together only through one line, or each stands alone, the
//! best amounts follow from the yes-or-no columns.

use super::problem::{Problem, TOLERANCE};

/// Continuous columns that share lines, and those lines.
#[derive(Clone, Debug)]
struct Basin {
    /// Columns with their worth and bounds, cheapest to move away from the preferred side first.
    columns: Vec<usize>,
    lines: Vec<usize>,
    /// For a single column: its coefficient in each line.
    single: Vec<f64>,
    /// For several columns in one line: their coefficients there.
    shared: Vec<f64>,
    worth: f64,
    broken: f64,
}

/// What a yes-or-no column does: coefficients in lines without continuous columns, and in those of basins.
#[derive(Clone, Debug, Default)]
struct Effect {
    plain: Vec<(usize, f64)>,
    basins: Vec<(usize, Vec<(usize, f64)>)>,
}

/// A choice of the yes-or-no columns with everything needed to change it.
#[derive(Clone, Debug)]
pub struct Terrain<'a> {
    problem: &'a Problem,
    /// Places of the yes-or-no columns.
    pub choices: Vec<usize>,
    effects: Vec<Effect>,
    basins: Vec<Basin>,
    /// Price of breaking each line by one unit.
    pub price: Vec<f64>,
    /// Sum of each line over the yes-or-no columns.
    sum: Vec<f64>,
    is_plain: Vec<bool>,
    /// Whether each column is in.
    pub is_in: Vec<bool>,
    /// Lines broken now.
    pub broken: usize,
    pub worth: f64,
}

impl<'a> Terrain<'a> {
    /// Everything out; none if the continuous columns hang together in a way not treated here.
    pub fn of(problem: &'a Problem) -> Option<Terrain<'a>> {
        let width = problem.width();
        if (0..width)
            .any(|place| problem.is_whole[place] && (problem.low[place] != 0.0 || problem.high[place] != 1.0))
        {
            return None;
        }
        let (basins, is_plain) = basins_of(problem)?;
        let effects = effects_of(problem, &basins, &is_plain);
        let mut terrain = Terrain {
            problem,
            choices: (0..width).filter(|place| problem.is_whole[*place]).collect(),
            effects,
            basins,
            price: vec![1.0; problem.lines.len()],
            sum: vec![0.0; problem.lines.len()],
            is_plain,
            is_in: vec![false; width],
            broken: 0,
            worth: 0.0,
        };
        terrain.reset();
        Some(terrain)
    }

    /// Everything worked out afresh from what is in.
    pub fn reset(&mut self) {
        let problem = self.problem;
        for (number, line) in problem.lines.iter().enumerate() {
            self.sum[number] = line
                .terms()
                .filter(|(place, _)| problem.is_whole[*place] && self.is_in[*place])
                .map(|(_, amount)| amount)
                .sum();
        }
        self.worth =
            self.choices.iter().filter(|place| self.is_in[**place]).map(|place| problem.worth[*place]).sum();
        for number in 0..self.basins.len() {
            let (worth, broken) = self.level(&self.basins[number], &[]);
            self.basins[number].worth = worth;
            self.basins[number].broken = broken;
            self.worth += worth;
        }
        self.broken = (0..self.sum.len())
            .filter(|line| self.is_plain[*line] && self.outside(*line, self.sum[*line]) > 0.0)
            .count();
        self.broken += self.basins.iter().filter(|basin| basin.broken > 0.0).count();
    }

    fn outside(&self, line: usize, sum: f64) -> f64 {
        let line = &self.problem.lines[line];
        let outside = (sum - line.high).max(line.low - sum);
        if outside > TOLERANCE { outside } else { 0.0 }
    }

    /// What flipping a column brings: worth, less the prices of what it breaks.
    pub fn gain(&self, place: usize) -> f64 {
        let sign = if self.is_in[place] { -1.0 } else { 1.0 };
        let effect = &self.effects[place];
        let mut gain = sign * self.problem.worth[place];
        for (line, amount) in &effect.plain {
            let sum = self.sum[*line];
            let bounds = &self.problem.lines[*line];
            let after = sum + sign * amount;
            let outside_before = (sum - bounds.high).max(bounds.low - sum).max(0.0);
            let outside_after = (after - bounds.high).max(bounds.low - after).max(0.0);
            gain += self.price[*line] * (outside_before - outside_after);
        }
        for (number, changes) in &effect.basins {
            let basin = &self.basins[*number];
            let moved: Vec<(usize, f64)> =
                changes.iter().map(|(line, amount)| (*line, sign * amount)).collect();
            let (worth, broken) = self.level(basin, &moved);
            gain += worth - basin.worth + self.price[basin.lines[0]] * (basin.broken - broken);
        }
        gain
    }

    /// Flips a column.
    pub fn flip(&mut self, place: usize) {
        let sign = if self.is_in[place] { -1.0 } else { 1.0 };
        self.is_in[place] = !self.is_in[place];
        self.worth += sign * self.problem.worth[place];
        let effects = std::mem::take(&mut self.effects);
        for (line, amount) in &effects[place].plain {
            let before = self.outside(*line, self.sum[*line]) > 0.0;
            self.sum[*line] += sign * amount;
            let after = self.outside(*line, self.sum[*line]) > 0.0;
            self.broken = self.broken + usize::from(after) - usize::from(before);
        }
        for (number, changes) in &effects[place].basins {
            for (line, amount) in changes {
                self.sum[*line] += sign * amount;
            }
            let (worth, broken) = self.level(&self.basins[*number], &[]);
            let basin = &mut self.basins[*number];
            self.broken = self.broken + usize::from(broken > 0.0) - usize::from(basin.broken > 0.0);
            self.worth += worth - basin.worth;
            basin.worth = worth;
            basin.broken = broken;
        }
        self.effects = effects;
    }

    /// Makes the lines broken now dearer, or all cheaper.
    pub fn reprice(&mut self, dearer: f64, cheaper: f64) {
        for line in 0..self.price.len() {
            if self.is_plain[line] && self.outside(line, self.sum[line]) > 0.0 {
                self.price[line] = (self.price[line] * dearer).min(1e4);
            } else {
                self.price[line] = (self.price[line] * cheaper).max(1e-4);
            }
        }
        for basin in self.basins.iter().filter(|basin| basin.broken > 0.0) {
            let price = &mut self.price[basin.lines[0]];
            *price = (*price * dearer / cheaper).min(1e4);
        }
    }

    /// The whole point: yes-or-no columns and the best amounts of the others.
    pub fn point(&self) -> Vec<f64> {
        let mut point: Vec<f64> = self.is_in.iter().map(|is_in| f64::from(u8::from(*is_in))).collect();
        for basin in &self.basins {
            self.amounts(basin, &[], &mut |place, amount| point[place] = amount);
        }
        point
    }

    /// Best worth of a basin after changes of its lines, and by how much it cannot keep them.
    fn level(&self, basin: &Basin, changes: &[(usize, f64)]) -> (f64, f64) {
        let mut worth = 0.0;
        let broken =
            self.amounts(basin, changes, &mut |place, amount| worth += self.problem.worth[place] * amount);
        (worth, broken)
    }

    fn amounts(&self, basin: &Basin, changes: &[(usize, f64)], put: &mut dyn FnMut(usize, f64)) -> f64 {
        let sum_of = |line: usize| {
            let change: f64 =
                changes.iter().filter(|(other, _)| *other == line).map(|(_, change)| change).sum();
            self.sum[line] + change
        };
        let problem = self.problem;
        if let [place] = basin.columns[..] {
            let (mut low, mut high) = (problem.low[place], problem.high[place]);
            for (line, amount) in basin.lines.iter().zip(&basin.single) {
                let sum = sum_of(*line);
                let (one, other) =
                    ((problem.lines[*line].low - sum) / amount, (problem.lines[*line].high - sum) / amount);
                low = low.max(one.min(other));
                high = high.min(one.max(other));
            }
            if low > high + TOLERANCE {
                put(place, (0.5 * (low + high)).clamp(problem.low[place], problem.high[place]));
                return low - high;
            }
            let amount = if problem.worth[place] >= 0.0 { high } else { low };
            put(place, amount.clamp(problem.low[place], problem.high[place]));
            return 0.0;
        }
        let Some(line) = basin.lines.first() else { return 0.0 };
        let bounds = &problem.lines[*line];
        let prefers_high = |place: usize| problem.worth[place] >= 0.0;
        let mut sum = sum_of(*line);
        for (place, amount) in basin.columns.iter().zip(&basin.shared) {
            sum += amount * if prefers_high(*place) { problem.high[*place] } else { problem.low[*place] };
        }
        for (place, amount) in basin.columns.iter().zip(&basin.shared) {
            let (low, high) = (problem.low[*place], problem.high[*place]);
            let (from, to) = if prefers_high(*place) { (high, low) } else { (low, high) };
            // Wanted change of the sum, and what moving this column to its other side changes.
            let wanted = if sum > bounds.high {
                bounds.high - sum
            } else if sum < bounds.low {
                bounds.low - sum
            } else {
                0.0
            };
            let whole = amount * (to - from);
            let share = if wanted * whole > 0.0 { (wanted / whole).min(1.0) } else { 0.0 };
            sum += share * whole;
            put(*place, from + share * (to - from));
        }
        let outside = (sum - bounds.high).max(bounds.low - sum);
        if outside > TOLERANCE { outside } else { 0.0 }
    }
}

/// The basins, and which lines hold no continuous column; none if one is of a kind not treated.
fn basins_of(problem: &Problem) -> Option<(Vec<Basin>, Vec<bool>)> {
    let group = grouped(problem);
    let mut basins: Vec<Basin> = Vec::new();
    let mut basin_of = vec![usize::MAX; problem.width()];
    for place in (0..problem.width()).filter(|place| !problem.is_whole[*place]) {
        let root = group[place];
        if basin_of[root] == usize::MAX {
            basin_of[root] = basins.len();
            basins.push(Basin {
                columns: Vec::new(),
                lines: Vec::new(),
                single: Vec::new(),
                shared: Vec::new(),
                worth: 0.0,
                broken: 0.0,
            });
        }
        basin_of[place] = basin_of[root];
        basins[basin_of[place]].columns.push(place);
    }
    let mut is_plain = vec![true; problem.lines.len()];
    for (number, line) in problem.lines.iter().enumerate() {
        if let Some((place, _)) = line.terms().find(|(place, _)| !problem.is_whole[*place]) {
            is_plain[number] = false;
            basins[basin_of[place]].lines.push(number);
        }
    }
    for basin in &mut basins {
        if !fill(problem, basin) {
            return None;
        }
    }
    Some((basins, is_plain))
}

/// Root of each column in the union of columns sharing a line.
fn grouped(problem: &Problem) -> Vec<usize> {
    let mut parent: Vec<usize> = (0..problem.width()).collect();
    fn root(parent: &mut [usize], mut place: usize) -> usize {
        while parent[place] != place {
            parent[place] = parent[parent[place]];
            place = parent[place];
        }
        place
    }
    for line in &problem.lines {
        let mut first = None;
        for (place, _) in line.terms().filter(|(place, _)| !problem.is_whole[*place]) {
            let own = root(&mut parent, place);
            match first {
                None => first = Some(own),
                Some(other) => parent[own] = root(&mut parent, other),
            }
        }
    }
    (0..problem.width()).map(|place| root(&mut parent, place)).collect()
}

/// Fills in the coefficients of a basin; false if it is of a kind not treated.
fn fill(problem: &Problem, basin: &mut Basin) -> bool {
    let coefficient = |line: usize, place: usize| {
        problem.lines[line].terms().find(|(other, _)| *other == place).map_or(0.0, |(_, amount)| amount)
    };
    if let [place] = basin.columns[..] {
        basin.single = basin.lines.iter().map(|line| coefficient(*line, place)).collect();
        return basin.single.iter().all(|amount| amount.abs() > 1e-7);
    }
    if basin.lines.len() > 1 {
        return false;
    }
    if let Some(line) = basin.lines.first() {
        let price = |place: usize| problem.worth[place].abs() / coefficient(*line, place).abs().max(1e-12);
        basin.columns.sort_by(|one, other| price(*one).total_cmp(&price(*other)).then(one.cmp(other)));
        basin.shared = basin.columns.iter().map(|place| coefficient(*line, *place)).collect();
    }
    true
}

fn effects_of(problem: &Problem, basins: &[Basin], is_plain: &[bool]) -> Vec<Effect> {
    let mut effects = vec![Effect::default(); problem.width()];
    let mut owner = vec![usize::MAX; problem.lines.len()];
    for (number, basin) in basins.iter().enumerate() {
        basin.lines.iter().for_each(|line| owner[*line] = number);
    }
    for (number, line) in problem.lines.iter().enumerate() {
        for (place, amount) in line.terms().filter(|(place, _)| problem.is_whole[*place]) {
            let effect = &mut effects[place];
            if is_plain[number] {
                effect.plain.push((number, amount));
            } else if let Some((_, changes)) =
                effect.basins.iter_mut().find(|(basin, _)| *basin == owner[number])
            {
                changes.push((number, amount));
            } else {
                effect.basins.push((owner[number], vec![(number, amount)]));
            }
        }
    }
    effects
}
