//! The two samples: check and appraise together, and both choices.

use std::path::Path;

use cxfolio::app::appraise::appraise;
use cxfolio::app::choose::choose;
use cxfolio::app::open::Source;
use cxfolio::app::prepare::Wish;
use cxfolio::app::score::{WeightWish, score};

const SAMPLES: [&str; 2] = ["banque-horizon", "maison-lumen"];

fn main() {
    divan::main();
}

fn source(sample: &str) -> Source {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples").join(sample);
    Source::path(path)
}

/// From files to every business case and every score, each with its own reading and check of all rules.
#[divan::bench(args = SAMPLES)]
fn check_appraise_and_score(sample: &str) {
    divan::black_box(appraise(&source(sample), None).expect("a sound sample"));
    divan::black_box(score(&source(sample), &WeightWish::default(), None).expect("a sound sample"));
}

/// From files to every business case, all rules checked.
#[divan::bench(args = SAMPLES)]
fn check_and_appraise(sample: &str) {
    divan::black_box(appraise(&source(sample), None).expect("a sound sample"));
}

/// From files to the proven additive plan.
#[divan::bench(args = SAMPLES, sample_count = 20)]
fn choose_additive(sample: &str) {
    let wish = Wish { is_additive: true, ..Wish::default() };
    divan::black_box(choose(&source(sample), &wish).expect("a plan"));
}

/// From files to the proven full plan.
#[divan::bench(args = SAMPLES, sample_count = 20)]
fn choose_full(sample: &str) {
    divan::black_box(choose(&source(sample), &Wish::default()).expect("a plan"));
}
