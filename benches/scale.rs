//! Large dossiers: reading, checking and appraising 200,000 lines, and choosing among hundreds of candidates.

#[path = "scale/dossier.rs"]
mod dossier;

use cxfolio::app::appraise::{Appraised, appraise, cases_of};
use cxfolio::app::check::check;
use cxfolio::app::open::Source;
use cxfolio::case::portfolio_case::ValueModel;
use cxfolio::experience::map::ExperienceMap;
use cxfolio::optimize::choose::choose;
use cxfolio::optimize::question::{Grounds, Question};
use dossier::{Size, written};
use rust_decimal::Decimal;

fn main() {
    divan::main();
}

const LARGE: Size = Size { investments: 5_000, cost_lines: 20, benefit_lines: 20 };

/// Reading and every rule over 5,000 candidates and 200,000 lines.
#[divan::bench(sample_count = 5)]
fn check_5000_candidates_of_200000_lines(bencher: divan::Bencher) {
    let source = Source::path(written(LARGE));
    bencher.bench_local(|| check(&source).expect("a dossier"));
}

/// The same with every business case.
#[divan::bench(sample_count = 5)]
fn check_and_appraise_5000_candidates_of_200000_lines(bencher: divan::Bencher) {
    let source = Source::path(written(LARGE));
    bencher.bench_local(|| sound(&source));
}

/// The choice alone, with budgets and people for about a third of the candidates.
#[divan::bench(args = [60, 500, 2_000], sample_count = 3)]
fn choose_additive_among(bencher: divan::Bencher, investments: usize) {
    choose_among(bencher, investments, ValueModel::Additive);
}

/// The same with saturation and enablers; one solve takes what it takes, so few candidates.
#[divan::bench(args = [60], sample_count = 3)]
fn choose_full_among(bencher: divan::Bencher, investments: usize) {
    choose_among(bencher, investments, ValueModel::Full);
}

fn choose_among(bencher: divan::Bencher, investments: usize, value_model: ValueModel) {
    let path = written(Size { investments, cost_lines: 3, benefit_lines: 3 });
    let appraised = sound(&Source::path(path));
    let mut opened = appraised.opened;
    let cases = cases_of(&opened).expect("cases");
    let candidates = Decimal::from(investments);
    opened
        .dossier
        .settings
        .budgets
        .values_mut()
        .for_each(|budget| *budget = candidates * Decimal::from(50_000));
    opened.dossier.settings.run_rate_caps.clear();
    for role in &mut opened.dossier.roles {
        role.capacity.iter_mut().for_each(|days| *days = Some(candidates * Decimal::from(5)));
    }
    let map = ExperienceMap::new(&opened.dossier, &opened.model);
    let grounds = Grounds { dossier: &opened.dossier, cases: &cases, map: &map, preference: None };
    let question = Question { value_model, ..Question::default() };
    bencher.bench_local(|| choose(grounds, &question).expect("an answer"));
}

fn sound(source: &Source) -> Appraised {
    appraise(source, None).unwrap_or_else(|error| panic!("{}", error.message().en))
}
