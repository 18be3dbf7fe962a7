//! A small spreadsheet: reads a workbook and computes its formulas from nothing but the cells that were entered.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};

use crate::formula::{Cell, Formula, parse};

/// What a cell or a formula gives.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Blank,
    Number(f64),
    Text(String),
    Truth(bool),
    /// Row by row.
    Many(Vec<Vec<Value>>),
}

/// A workbook with its formulas as trees; results are kept once they are computed.
pub struct Spreadsheet {
    pub sheets: Vec<String>,
    pub formulas: BTreeMap<Cell, Formula>,
    /// Cells as they are stored, those of formulas with the results that the file states.
    pub stored: BTreeMap<Cell, Value>,
    computed: RefCell<BTreeMap<Cell, Value>>,
}

impl Spreadsheet {
    pub fn read(bytes: &[u8]) -> Spreadsheet {
        let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
        let sheets = workbook.sheet_names();
        let (mut formulas, mut stored) = (BTreeMap::new(), BTreeMap::new());
        for name in &sheets {
            let values = workbook.worksheet_range(name).expect("a sheet");
            let (row_0, column_0) = values.start().unwrap_or_default();
            for (row, column, value) in values.used_cells() {
                let place = (name.clone(), row_0 + row as u32, column_0 + column as u32);
                stored.insert(place, value_of(value));
            }
            let texts = workbook.worksheet_formula(name).expect("a sheet");
            let (row_0, column_0) = texts.start().unwrap_or_default();
            for (row, column, text) in texts.used_cells().filter(|(_, _, text)| !text.is_empty()) {
                let place = (name.clone(), row_0 + row as u32, column_0 + column as u32);
                formulas.insert(place, parse(name, text));
            }
        }
        Spreadsheet { sheets, formulas, stored, computed: RefCell::default() }
    }

    /// Enters another number into a cell; everything is computed anew.
    pub fn enter(&mut self, cell: &Cell, number: f64) {
        assert!(!self.formulas.contains_key(cell), "a formula stands in {cell:?}");
        self.stored.insert(cell.clone(), Value::Number(number));
        self.computed.borrow_mut().clear();
    }

    /// The cell beside a label in the first column of a sheet.
    pub fn beside(&self, sheet: &str, label: &str, column: u32) -> Cell {
        let is_label = |(place, value): &(&Cell, &Value)| {
            place.0 == sheet && place.2 == 0 && **value == Value::Text(label.to_string())
        };
        let found = self.stored.iter().find(is_label).unwrap_or_else(|| panic!("no {label} on {sheet}"));
        (sheet.to_string(), found.0.1, column)
    }

    /// What a cell gives: computed for a formula, stored for all others.
    pub fn value(&self, cell: &Cell) -> Value {
        let Some(formula) = self.formulas.get(cell) else {
            return self.stored.get(cell).cloned().unwrap_or(Value::Blank);
        };
        if let Some(known) = self.computed.borrow().get(cell) {
            return known.clone();
        }
        let value = self.of(formula);
        self.computed.borrow_mut().insert(cell.clone(), value.clone());
        value
    }

    pub fn number(&self, cell: &Cell) -> f64 {
        number(&self.value(cell))
    }

    fn of(&self, formula: &Formula) -> Value {
        match formula {
            Formula::Number(number) => Value::Number(*number),
            Formula::Text(text) => Value::Text(text.clone()),
            Formula::Cell(cell) => self.value(cell),
            Formula::Range(first, last) => {
                let row = |row: u32| -> Vec<Value> {
                    (first.2..=last.2).map(|column| self.value(&(first.0.clone(), row, column))).collect()
                };
                Value::Many((first.1..=last.1).map(row).collect())
            }
            Formula::Negative(inner) => each(&self.of(inner), &|value| Value::Number(-number(value))),
            Formula::Pair(sign, left, right) => {
                both(&self.of(left), &self.of(right), &|left, right| paired(sign, left, right))
            }
            Formula::Call(name, arguments) => self.call(name, arguments),
        }
    }

    fn call(&self, name: &str, arguments: &[Formula]) -> Value {
        let given = |place: usize| self.of(&arguments[place]);
        let all = || arguments.iter().flat_map(|one| items(&self.of(one))).collect::<Vec<_>>();
        let numbers = || all().iter().filter_map(only_number).collect::<Vec<f64>>();
        match name {
            "SUM" => Value::Number(numbers().iter().sum()),
            "COUNT" => Value::Number(numbers().len() as f64),
            "MIN" => Value::Number(numbers().into_iter().reduce(f64::min).unwrap_or(0.0)),
            "MAX" => Value::Number(numbers().into_iter().reduce(f64::max).unwrap_or(0.0)),
            "AND" => {
                Value::Truth(all().iter().all(|one| !matches!(one, Value::Truth(false) | Value::Number(0.0))))
            }
            "ABS" => each(&given(0), &|value| Value::Number(number(value).abs())),
            "ROUND" => {
                let scale = 10_f64.powf(number(&given(1)));
                Value::Number((number(&given(0)) * scale).round() / scale)
            }
            "IF" => match given(0) {
                Value::Truth(false) | Value::Number(0.0) => given(2),
                _ => given(1),
            },
            "EXACT" => both(&given(0), &given(1), &|left, right| Value::Truth(left == right)),
            "SUMPRODUCT" => {
                let factors: Vec<Vec<Value>> =
                    (0..arguments.len()).map(|place| items(&given(place))).collect();
                let product = |at: usize| {
                    factors.iter().map(|one| only_number(&one[at]).unwrap_or(0.0)).product::<f64>()
                };
                Value::Number((0..factors[0].len()).map(product).sum())
            }
            "SUMIFS" => {
                let wanted: Vec<(Vec<Value>, Value)> = (1..arguments.len())
                    .step_by(2)
                    .map(|place| (items(&given(place)), given(place + 1)))
                    .collect();
                let is_wanted = |at: usize| wanted.iter().all(|(range, value)| range[at] == *value);
                let sums = items(&given(0)).into_iter().enumerate().filter(|(at, _)| is_wanted(*at));
                Value::Number(sums.filter_map(|(_, value)| only_number(&value)).sum())
            }
            "NPV" => {
                let growth = 1.0 + number(&given(0));
                let amounts = items(&given(1)).iter().filter_map(only_number).collect::<Vec<f64>>();
                Value::Number((1..).zip(amounts).map(|(year, amount)| amount / growth.powi(year)).sum())
            }
            "IRR" => {
                let guess = arguments.get(1).map_or(0.1, |guess| number(&self.of(guess)));
                Value::Number(irr(
                    &items(&given(0)).iter().filter_map(only_number).collect::<Vec<f64>>(),
                    guess,
                ))
            }
            other => panic!("the function {other} is not one that results may use"),
        }
    }
}

/// Newton's search from a guess, as spreadsheets do it.
fn irr(amounts: &[f64], guess: f64) -> f64 {
    let mut rate = guess;
    for _ in 0..100 {
        let (mut worth, mut slope) = (0.0, 0.0);
        for (year, amount) in (0..).zip(amounts) {
            worth += amount / (1.0 + rate).powi(year);
            slope -= f64::from(year) * amount / (1.0 + rate).powi(year + 1);
        }
        let step = worth / slope;
        rate -= step;
        if step.abs() < 1e-13 {
            break;
        }
    }
    rate
}

fn value_of(data: &Data) -> Value {
    match data {
        Data::Empty => Value::Blank,
        Data::Float(number) => Value::Number(*number),
        Data::Int(number) => Value::Number(*number as f64),
        Data::String(text) => Value::Text(text.clone()),
        Data::Bool(truth) => Value::Truth(*truth),
        other => panic!("{other:?} in a cell"),
    }
}

fn number(value: &Value) -> f64 {
    match value {
        Value::Number(number) => *number,
        Value::Truth(truth) => f64::from(u8::from(*truth)),
        Value::Blank => 0.0,
        other => panic!("{other:?} is no number"),
    }
}

fn only_number(value: &Value) -> Option<f64> {
    if let Value::Number(number) = value { Some(*number) } else { None }
}

fn items(value: &Value) -> Vec<Value> {
    match value {
        Value::Many(rows) => rows.iter().flatten().cloned().collect(),
        one => vec![one.clone()],
    }
}

fn each(value: &Value, act: &dyn Fn(&Value) -> Value) -> Value {
    match value {
        Value::Many(rows) => Value::Many(rows.iter().map(|row| row.iter().map(act).collect()).collect()),
        one => act(one),
    }
}

fn both(left: &Value, right: &Value, act: &dyn Fn(&Value, &Value) -> Value) -> Value {
    match (left, right) {
        (Value::Many(left), Value::Many(right)) => {
            let row = |(left, right): (&Vec<Value>, &Vec<Value>)| {
                left.iter().zip(right).map(|(left, right)| act(left, right)).collect()
            };
            Value::Many(left.iter().zip(right).map(row).collect())
        }
        (many @ Value::Many(_), one) => each(many, &|value| act(value, one)),
        (one, many @ Value::Many(_)) => each(many, &|value| act(one, value)),
        (left, right) => act(left, right),
    }
}

fn paired(sign: &str, left: &Value, right: &Value) -> Value {
    match sign {
        "=" => Value::Truth(left == right),
        "<" => Value::Truth(number(left) < number(right)),
        ">" => Value::Truth(number(left) > number(right)),
        ">=" => Value::Truth(number(left) >= number(right)),
        "+" => Value::Number(number(left) + number(right)),
        "-" => Value::Number(number(left) - number(right)),
        "*" => Value::Number(number(left) * number(right)),
        "/" => Value::Number(number(left) / number(right)),
        "^" => Value::Number(number(left).powf(number(right))),
        other => panic!("the sign {other} is not one that results may use"),
    }
}
