//! The retailer's cases worked out in reals from its tables alone, as a controller would in a spreadsheet.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

const BETA: f64 = 0.44;
const HORIZON: usize = 5;
const RATE: f64 = 0.10;

pub type Row = BTreeMap<String, String>;

pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/maison-lumen")
}

pub fn rows(table: &str) -> Vec<Row> {
    let mut reader = csv::Reader::from_path(folder().join(table)).expect("a table");
    reader.deserialize().map(|row| row.expect("a row")).collect()
}

pub fn number(row: &Row, column: &str) -> f64 {
    row[column].parse().unwrap_or_else(|_| panic!("{column} of {row:?}"))
}

/// One variant's books by year.
#[derive(Clone, Debug, Default)]
pub struct Books {
    pub cost: Vec<f64>,
    pub benefit: Vec<f64>,
    pub cost_stated: Vec<f64>,
    pub benefit_stated: Vec<f64>,
}

impl Books {
    fn empty() -> Books {
        let nothing = || vec![0.0; HORIZON + 1];
        Books { cost: nothing(), benefit: nothing(), cost_stated: nothing(), benefit_stated: nothing() }
    }

    pub fn npv(&self) -> f64 {
        present(&self.benefit) - present(&self.cost)
    }

    pub fn npv_unadjusted(&self) -> f64 {
        present(&self.benefit_stated) - present(&self.cost_stated)
    }

    pub fn roi(&self) -> f64 {
        self.npv() / present(&self.cost)
    }

    /// Years at which the cumulative net amounts become positive, the last time and the first.
    pub fn paybacks(&self) -> (Option<f64>, Option<f64>) {
        let (mut sum, mut first, mut last) = (0.0, None, None);
        for year in 0..=HORIZON {
            let net = self.benefit[year] - self.cost[year];
            let before: f64 = sum;
            sum += net;
            if before < 0.0 && sum >= 0.0 {
                last = Some(year as f64 - 1.0 + before / (before - sum));
                first = first.or(last);
            }
        }
        (first, last.filter(|_| sum >= 0.0))
    }
}

pub fn present(amounts: &[f64]) -> f64 {
    amounts.iter().enumerate().map(|(year, amount)| amount / (1.0 + RATE).powi(year as i32)).sum()
}

/// The books of every variant by `S01:core`.
pub fn all_books() -> BTreeMap<String, Books> {
    let mut all: BTreeMap<String, Books> = BTreeMap::new();
    let key = |row: &Row| format!("{}:{}", row["investment_id"], row["variant_id"]);
    for row in rows("cost_lines.csv") {
        let books = all.entry(key(&row)).or_insert_with(Books::empty);
        let mean = (number(&row, "low_multiplier") + 4.0 + number(&row, "high_multiplier")) / 6.0;
        for year in 0..=HORIZON {
            let amount = number(&row, &format!("y{year}_eur"));
            books.cost_stated[year] += amount;
            books.cost[year] += amount * mean;
        }
    }
    let levers: BTreeMap<String, Row> =
        rows("levers.csv").into_iter().map(|row| (row["id"].clone(), row)).collect();
    for row in rows("benefit_lines.csv") {
        let books = all.entry(key(&row)).or_insert_with(Books::empty);
        let [low, mode, high] =
            ["effect_low", "effect_mode", "effect_high"].map(|column| number(&row, column));
        let mean = (low + 4.0 * mode + high) / 6.0;
        let rho = match row["evidence_level"].as_str() {
            "E0" => 0.30,
            "E1" => 0.45,
            "E2" => 0.60,
            "E3" => 0.70,
            "E4" => 0.85,
            _ => 0.95,
        };
        let kept = if mean > 0.0 { rho + (1.0 - rho) * BETA } else { 1.0 };
        let ramp: Vec<f64> = (1..=HORIZON).map(|year| number(&row, &format!("ramp_y{year}"))).collect();
        let lever = &levers[&row["lever_id"]];
        add(&mut books.benefit_stated, lever, mean, &ramp);
        add(&mut books.benefit, lever, mean * kept, &ramp);
    }
    all
}

fn add(amounts: &mut [f64], lever: &Row, effect: f64, ramp: &[f64]) {
    let (mut stock, mut balance) = (0.0, 0.0);
    for (index, share) in ramp.iter().enumerate() {
        let year = index + 1;
        let effect = effect * share;
        match lever["type"].as_str() {
            "flow" | "risk" => amounts[year] += number(lever, "value_eur_per_unit_year") * effect,
            "stock" => {
                stock = stock * (1.0 - number(lever, "stock_decay"))
                    + number(lever, "stock_customers_per_unit_year") * effect;
                amounts[year] += stock * number(lever, "stock_contribution_eur");
            }
            "one_off" => {
                let now = number(lever, "value_eur_per_unit_year") * effect;
                amounts[year] += now - balance;
                balance = now;
            }
            "working_capital" => {
                let now = number(lever, "value_eur_per_unit_year") * effect;
                amounts[year] += now - balance;
                balance = now;
                if year == HORIZON {
                    amounts[year] -= balance;
                }
            }
            other => panic!("the retailer has no lever of type {other}"),
        }
    }
}
