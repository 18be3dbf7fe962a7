//! Reading a long table of 1,000,000 rows: found out, typed and checked, against the bare csv crate on the same file.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use cxfolio::source::date::date;
use cxfolio::source::number::number;
use cxfolio::source::open::open;
use cxfolio::source::options::Options;
use rust_decimal::Decimal;

const ROWS: u64 = 1_000_000;
const RUNS: usize = 5;

fn main() {
    let path = written();
    let size = fs::metadata(&path).expect("the file just written").len() as f64 / 1e6;
    println!("{} ({ROWS} rows, {size:.0} MB)", path.display());
    let bare = best(|| bare(&path));
    println!("bare csv crate, records of text     {bare:>8.3?}");
    let before = largest_memory();
    let found = best(|| {
        let mut findings = Vec::new();
        open(&path, &Options::default(), &mut findings).expect("a source").sheets[0].row_count
    });
    let typed = best(|| read(&path));
    println!("encoding, form and columns found    {found:>8.3?}");
    println!("the same, then every row typed      {typed:>8.3?}");
    println!("ratio to the bare crate             {:>8.1}", typed.as_secs_f64() / bare.as_secs_f64());
    if let (Some(before), Some(after)) = (before, largest_memory()) {
        println!("largest memory before and after     {before} kB, {after} kB");
    }
}

/// Long format as French finance teams write it: groups by narrow blanks, decimal commas, day before month.
fn written() -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("long-format.csv");
    let natures = ["construction", "conduite du changement", "fonctionnement", "licences", "formation"];
    let mut out = BufWriter::new(File::create(&path).expect("a file in the build directory"));
    let heading = "investissement;variante;ligne;nature;période;montant (€);taux;date";
    write!(out, "{heading}\r\n").expect("written");
    let mut state = 1_u64;
    for row in 0..ROWS {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let amount = 1_000_000 + (state >> 33) % 5_000_000;
        let (millions, thousands, units) = (amount / 1_000_000, amount / 1_000 % 1_000, amount % 1_000);
        let variant = if row % 3 == 0 { "pilot" } else { "core" };
        let (nature, year) = (natures[row as usize % 5], 2027 + row % 6);
        let (cents, share, day, month) = (row % 100, row % 101, 1 + row % 28, 1 + row % 12);
        write!(
            out,
            "B{:04};{variant};L-{row};{nature};{year};{millions}\u{202f}{thousands:03}\u{202f}{units:03},{cents:02};{share},5 %;{day:02}/{month:02}/{year}\r\n",
            row % 5_000
        )
        .expect("written");
    }
    out.flush().expect("written");
    path
}

fn bare(path: &Path) -> u64 {
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_path(path).expect("a reader");
    let mut record = csv::StringRecord::new();
    let mut rows = 0;
    while reader.read_record(&mut record).expect("a record") {
        rows += 1;
    }
    rows
}

/// Everything found out, then every amount, rate and day read; the sum shows that they were.
fn read(path: &Path) -> u64 {
    let mut findings = Vec::new();
    let source = open(path, &Options::default(), &mut findings).expect("a source");
    let sheet = &source.sheets[0];
    let (mut rows, mut sum) = (0, Decimal::ZERO);
    let each = &mut |row: cxfolio::source::row::Row<'_>| {
        for column in [4, 5, 6] {
            let amount = number(row.cell(column), &sheet.columns[column]).expect("a number");
            sum += amount.expect("a number").value;
        }
        let day = date(row.cell(7), &sheet.columns[7]).expect("a date");
        rows += u64::from(day.is_some());
        ControlFlow::Continue(())
    };
    source.rows(sheet, each).expect("rows");
    assert!(findings.is_empty() && Decimal::ZERO < sum, "{findings:?}");
    rows
}

#[expect(clippy::disallowed_methods, reason = "a benchmark measures time")]
fn best(work: impl Fn() -> u64) -> Duration {
    let run = || {
        let start = Instant::now();
        assert_eq!(work(), ROWS);
        start.elapsed()
    };
    (0..RUNS).map(|_| run()).min().expect("a run")
}

/// The largest resident set so far in kB, where the system tells it.
fn largest_memory() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse().ok()
}
