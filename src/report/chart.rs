//! The pictures of the memo: plain figures and labels in, one self-contained SVG out.
//!
//! The drawing itself is the script `web/charts/dist/charts.js` (ECharts behind one function), embedded here and run
//! in QuickJS: no browser, no Node, no file, no clock. The script keeps nothing from one drawing to the next that could
//! be seen, so the same chart always gives the same bytes, whatever was drawn before it.

pub mod kind;
mod soundness;

use std::collections::BTreeSet;
use std::fmt;

use rquickjs::{CatchResultExt, Context, Ctx, Function, Runtime};
use serde::Serialize;

use kind::{
    BudgetByYear, CapacityByYear, CostAgainstValue, CumulativeCash, Frame, MomentHeatmap, ObsessionProfile,
    Ranking, Waterfall,
};

/// The drawing script; `web/charts/README.md` says how it is built.
const SCRIPT: &str = include_str!("../../web/charts/dist/charts.js");

/// What the drawings of a page may take before they are given up; the largest seen alone took under 10 MB.
const MEMORY_LIMIT: usize = 128 * 1024 * 1024;
const STACK_LIMIT: usize = 1024 * 1024;

/// A picture, by what it shows. Labels come in the reader's language and amounts in the unit to be printed.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Chart {
    BudgetByYear(BudgetByYear),
    CapacityByYear(CapacityByYear),
    MomentHeatmap(MomentHeatmap),
    CostAgainstValue(CostAgainstValue),
    CumulativeCash(CumulativeCash),
    ObsessionProfile(ObsessionProfile),
    Ranking(Ranking),
    Waterfall(Waterfall),
}

impl Chart {
    /// The name under which the script knows this kind.
    fn kind(&self) -> &'static str {
        match self {
            Chart::BudgetByYear(_) => "budgetByYear",
            Chart::CapacityByYear(_) => "capacityByYear",
            Chart::MomentHeatmap(_) => "momentHeatmap",
            Chart::CostAgainstValue(_) => "costAgainstValue",
            Chart::CumulativeCash(_) => "cumulativeCash",
            Chart::ObsessionProfile(_) => "obsessionProfile",
            Chart::Ranking(_) => "ranking",
            Chart::Waterfall(_) => "waterfall",
        }
    }

    /// What it carries besides its figures.
    pub fn frame(&self) -> &Frame {
        match self {
            Chart::BudgetByYear(chart) => &chart.frame,
            Chart::CapacityByYear(chart) => &chart.frame,
            Chart::MomentHeatmap(chart) => &chart.frame,
            Chart::CostAgainstValue(chart) => &chart.frame,
            Chart::CumulativeCash(chart) => &chart.frame,
            Chart::ObsessionProfile(chart) => &chart.frame,
            Chart::Ranking(chart) => &chart.frame,
            Chart::Waterfall(chart) => &chart.frame,
        }
    }
}

/// Why a chart was not drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum ChartError {
    /// The prefix for ids is not a letter followed by letters, digits, `-` or `_`, or is another picture's too.
    IdPrefix(String),
    /// The named list has nothing to show.
    Empty(&'static str),
    /// The named list has not one entry for each of the things it describes.
    Length { list: &'static str, expected: usize, found: usize },
    /// The named list holds an amount that is infinite, not a number, or outside what the picture can show.
    Amount { list: &'static str, amount: f64 },
    /// A total of a bridge is not what the changes before it lead to.
    Unbalanced { step: String, reached: f64, stated: f64 },
    /// The drawing engine failed: we are wrong, not the figures.
    Engine(String),
}

impl fmt::Display for ChartError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ChartError::IdPrefix(prefix) => {
                write!(out, "{prefix:?} cannot begin the ids of a picture, or begins another one's")
            }
            ChartError::Empty(list) => write!(out, "a chart without {list}"),
            ChartError::Length { list, expected, found } => {
                write!(out, "{list}: {found} entries where the chart has {expected}")
            }
            ChartError::Amount { list, amount } => write!(out, "{list}: {amount} cannot be drawn"),
            ChartError::Unbalanced { step, reached, stated } => {
                write!(out, "{step}: the changes lead to {reached}, the total says {stated}")
            }
            ChartError::Engine(cause) => write!(out, "the chart engine failed: {cause}"),
        }
    }
}

impl std::error::Error for ChartError {}

/// Draws `chart` as SVG text, to be set into an HTML page as it is: as wide as its place (`width="100%"` and a
/// `viewBox`), named and described for those who cannot see it, all text escaped.
///
/// `id_prefix` begins every id in the picture and must be unique in the page, such as `chart-budget`. The same chart
/// and prefix always give the same bytes.
pub fn render(chart: &Chart, id_prefix: &str) -> Result<String, ChartError> {
    let mut drawn = draw(&[told(chart, id_prefix)?])?;
    Ok(drawn.swap_remove(0))
}

/// Draws the pictures of one page, each under its prefix, in the order given and with the bytes that [`render`] gives.
/// Reading the script costs more than a drawing, and here it is read once. The first chart that cannot be drawn, or a
/// prefix met twice, fails the page.
pub fn render_all(charts: &[(&str, Chart)]) -> Result<Vec<String>, ChartError> {
    let mut prefixes = BTreeSet::new();
    if let Some((twice, _)) = charts.iter().find(|(prefix, _)| !prefixes.insert(*prefix)) {
        return Err(ChartError::IdPrefix((*twice).to_owned()));
    }
    let told: Vec<_> = charts.iter().map(|(prefix, chart)| told(chart, prefix)).collect::<Result<_, _>>()?;
    draw(&told)
}

/// A sound chart in the script's words: its kind and its JSON.
fn told(chart: &Chart, id_prefix: &str) -> Result<(&'static str, String), ChartError> {
    if !is_id(id_prefix) {
        return Err(ChartError::IdPrefix(id_prefix.to_owned()));
    }
    soundness::check(chart)?;
    let mut json = serde_json::to_value(chart).map_err(|cause| ChartError::Engine(cause.to_string()))?;
    json["frame"]["id"] = id_prefix.into();
    Ok((chart.kind(), json.to_string()))
}

fn is_id(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_alphabetic())
        && text.chars().all(|each| each.is_ascii_alphanumeric() || each == '-' || each == '_')
}

fn draw(charts: &[(&str, String)]) -> Result<Vec<String>, ChartError> {
    let engine = |cause: rquickjs::Error| ChartError::Engine(cause.to_string());
    let runtime = Runtime::new().map_err(engine)?;
    runtime.set_memory_limit(MEMORY_LIMIT);
    runtime.set_max_stack_size(STACK_LIMIT);
    let context = Context::full(&runtime).map_err(engine)?;
    context.with(|script| run(&script, charts))
}

fn run(script: &Ctx<'_>, charts: &[(&str, String)]) -> Result<Vec<String>, ChartError> {
    let thrown = |cause: rquickjs::CaughtError<'_>| ChartError::Engine(cause.to_string());
    script.eval::<(), _>(SCRIPT).catch(script).map_err(thrown)?;
    let render: Function = script.globals().get("renderChart").catch(script).map_err(thrown)?;
    let draw =
        |(kind, json): &(&str, String)| render.call((*kind, json.as_str())).catch(script).map_err(thrown);
    charts.iter().map(draw).collect()
}
