//! `Knapsack`: items under one or two budgets that count on two criteria, and what no choice of them can exceed.

/// Items to choose from: what each brings on two criteria and takes of each budget, all whole and none negative.
#[derive(Clone, Debug)]
pub struct Knapsack {
    pub first: Vec<i64>,
    pub second: Vec<i64>,
    /// One row for each budget (one or two), one number for each item.
    pub weights: Vec<Vec<i64>>,
    pub capacities: Vec<i64>,
}

impl Knapsack {
    /// Whether the numbers fit together, none is negative, and mixes of the criteria stay within 64 bits.
    pub fn is_sound(&self) -> bool {
        let items = self.first.len();
        let rows = self.weights.len();
        let numbers = || [&self.first, &self.second].into_iter().chain(&self.weights);
        let is_whole = numbers().all(|row| row.len() == items && row.iter().all(|number| 0 <= *number));
        let sum = |row: &Vec<i64>| row.iter().try_fold(0_i64, |sum, number| sum.checked_add(*number));
        let sums: Option<Vec<i64>> = numbers().map(sum).collect();
        let mixes = sums.and_then(|sums| (sums[0] + 1).checked_mul(sums[1] + 1)?.checked_mul(4));
        let is_limited = self.capacities.len() == rows && self.capacities.iter().all(|most| 0 <= *most);
        (1..=2).contains(&rows) && is_whole && is_limited && mixes.is_some()
    }

    /// What an item brings and takes: first and second criterion, first and second budget.
    pub fn item(&self, item: usize) -> [i64; 4] {
        let second = self.weights.get(1).map_or(0, |row| row[item]);
        [self.first[item], self.second[item], self.weights[0][item], second]
    }

    /// The budgets; a second one that does not exist is empty and unused.
    pub fn capacity(&self) -> [i64; 2] {
        [self.capacities[0], self.capacities.get(1).copied().unwrap_or(0)]
    }
}

/// A bound on every choice: mix x criteria + prices x unused budget never exceeds the sum of the positive parts.
#[derive(Clone, Copy, Debug)]
pub struct Cut {
    /// What one unit of each criterion counts, then minus the price of each budget.
    pub factors: [f64; 4],
    /// How much of the mix is there on top of the slope's own: counted against the floors of the criteria.
    pub bonus: [f64; 2],
}

impl Cut {
    /// What an item adds to the bound while it is undecided; its distance from zero is the loss of deciding against it.
    pub fn reduced(&self, item: [i64; 4]) -> f64 {
        (0..4).map(|place| self.factors[place] * item[place] as f64).sum()
    }
}

/// One mix of the criteria, with the bound that its best budget prices give and other valid cuts near it.
#[derive(Clone, Debug)]
pub struct Slope {
    pub mix: (i64, i64),
    /// No choice has a greater mix: the linear relaxation, up to rounding.
    pub top: f64,
    /// The first has the mix and its best prices; the others have dearer and cheaper budgets or tilted mixes, and catch
    /// partial choices that fill the budgets badly or cannot reach a floor.
    pub cuts: Vec<Cut>,
}

/// How far the other cuts stand from the first.
const TILTS: [f64; 3] = [0.03, 0.1, 0.3];

impl Slope {
    /// The slope of a mix, both parts not negative.
    pub fn of(knapsack: &Knapsack, mix: (i64, i64)) -> Slope {
        let plain = [mix.0 as f64, mix.1 as f64];
        let (prices, top) = best_prices(knapsack, plain);
        let rows = knapsack.weights.len();
        let cut = |mix: [f64; 2], prices: [f64; 2], bonus| Cut {
            factors: [mix[0], mix[1], -prices[0], -prices[1]],
            bonus,
        };
        let mut cuts = vec![cut(plain, prices, [0.0; 2])];
        for tilt in TILTS {
            for turn in [[1.0, 0.0], [-1.0, 0.0], [0.0, 1.0], [0.0, -1.0], [1.0, -1.0], [-1.0, 1.0]] {
                if rows == 2 || turn[1] == 0.0 {
                    let turned = |row: usize| prices[row] * (1.0 + tilt * turn[row]);
                    cuts.push(cut(plain, [turned(0), turned(1)], [0.0; 2]));
                }
            }
            for side in 0..2 {
                let mut bonus = [0.0; 2];
                bonus[side] = plain[side] * tilt;
                let tilted = [plain[0] + bonus[0], plain[1] + bonus[1]];
                cuts.push(cut(tilted, best_prices(knapsack, tilted).0, bonus));
            }
        }
        Slope { mix, top, cuts }
    }

    /// The mix of two criteria.
    pub fn value(&self, first: i64, second: i64) -> i64 {
        self.mix.0 * first + self.mix.1 * second
    }
}

/// The prices of the budgets that make the bound smallest, with the bound. Any prices would give a valid one.
fn best_prices(knapsack: &Knapsack, mix: [f64; 2]) -> ([f64; 2], f64) {
    let worths: Vec<f64> = (0..knapsack.first.len())
        .map(|item| {
            let item = knapsack.item(item);
            mix[0] * item[0] as f64 + mix[1] * item[1] as f64
        })
        .collect();
    let mut prices = [0.0; 2];
    let top = lowest(knapsack, &worths, &mut prices, 0);
    (prices, top)
}

/// Steps of the search for each price; each narrows it by 0.618.
const STEPS: usize = 40;

/// Golden-section search for the price of a budget, with the best price of the next for each one tried: the bound is
/// convex in the prices.
fn lowest(knapsack: &Knapsack, worths: &[f64], prices: &mut [f64; 2], row: usize) -> f64 {
    let Some(weights) = knapsack.weights.get(row) else { return bound(knapsack, worths, prices) };
    let golden = (5.0_f64.sqrt() - 1.0) / 2.0;
    let dearest = worths.iter().zip(weights).map(|(worth, weight)| worth / (*weight).max(1) as f64);
    let (mut low, mut high) = (0.0, dearest.fold(0.0, f64::max));
    let at = |price: f64, prices: &mut [f64; 2]| {
        prices[row] = price;
        lowest(knapsack, worths, prices, row + 1)
    };
    let mut left = high - golden * (high - low);
    let mut right = low + golden * (high - low);
    let (mut at_left, mut at_right) = (at(left, prices), at(right, prices));
    for _ in 0..STEPS {
        if at_left < at_right {
            (high, right, at_right) = (right, left, at_left);
            left = high - golden * (high - low);
            at_left = at(left, prices);
        } else {
            (low, left, at_left) = (left, right, at_right);
            right = low + golden * (high - low);
            at_right = at(right, prices);
        }
    }
    at(if at_left < at_right { left } else { right }, prices)
}

fn bound(knapsack: &Knapsack, worths: &[f64], prices: &[f64; 2]) -> f64 {
    let rows = || knapsack.weights.iter().zip(prices);
    let budgets: f64 = knapsack.capacities.iter().zip(prices).map(|(most, price)| *most as f64 * price).sum();
    let reduced = |(item, worth): (usize, &f64)| {
        (worth - rows().map(|(row, price)| row[item] as f64 * price).sum::<f64>()).max(0.0)
    };
    budgets + worths.iter().enumerate().map(reduced).sum::<f64>()
}
