//! The sheet of charts, native and fed by cells: budget by year, cumulative cash, NPV by option, and the bridge.

use rust_decimal::Decimal;
use rust_xlsxwriter::{
    Chart, ChartAxisLabelPosition, ChartDataLabel, ChartFont, ChartFormat, ChartLegendPosition, ChartLine,
    ChartMarker, ChartMarkerType, ChartSolidFill, ChartType, Color,
};

use super::business_case::CaseSheet;
use super::page::Page;
use super::plan_sheet::{PlanSheet, YEAR_0};
use super::sheet::{At, Sheet};
use crate::case::bridge::Bridge;
use crate::domain::settings::currency_sign;
use crate::optimize::outcome::Plan;

const NAVY: u32 = 0x1F3A5F;
const TEAL: u32 = 0x2A9D8F;
const SAND: u32 = 0xE9C46A;
const RED: u32 = 0xC8553D;

/// Size of a chart in pixels.
const WIDTH: u32 = 660;
const HEIGHT: u32 = 340;
/// Rows that a chart covers, and the column of the charts on the right.
const ROWS: u32 = 19;
const RIGHT: u16 = 6;
/// Columns of the bridge.
const STEPS: u16 = 7;
/// The first row of the cells that feed the charts.
const FEED: u32 = 3 + 2 * ROWS;

/// The sheet while charts and the cells that feed them are added.
struct Board<'p, 'a> {
    page: &'p Page<'a>,
    sheet: Sheet,
    /// The next row for cells that feed a chart.
    feed: u32,
    /// Number format and name of the unit of all axes.
    unit: (&'static str, String),
}

/// Millions, or thousands where no amount of the charts reaches two millions.
fn unit_of(page: &Page, plan: Option<&Plan>, cases: &[CaseSheet]) -> (&'static str, String) {
    let flows = plan.iter().flat_map(|plan| plan.case.cost.iter().chain(&plan.case.benefit));
    let amounts = flows.copied().chain(cases.iter().map(|one| one.case.npv));
    let largest = amounts.map(|amount| amount.abs()).max().unwrap_or_default();
    let currency = currency_sign(&page.dossier().settings.currency);
    let say = |en: &str, fr: &str| page.say(&format!("{en} {currency}"), &format!("{fr} {currency}"));
    match largest < Decimal::from(2_000_000) {
        true => ("#,##0,", say("Thousand", "Milliers de")),
        false => ("0.0,,", say("Million", "Millions de")),
    }
}

/// Writes the sheet; a dossier without a plan has the chart of options alone.
pub fn charts(page: &Page, plan: Option<(&Plan, &PlanSheet)>, cases: &[CaseSheet]) -> Sheet {
    let title = page.say("Charts", "Graphiques");
    let subtitle = page.say(
        "Every chart is fed by the cells below it, which are formulas on the other sheets.",
        "Chaque graphique est alimenté par les cellules en bas de page, formules vers les autres feuilles.",
    );
    let sheet = page.sheet(&title, &title, &subtitle);
    let unit = unit_of(page, plan.map(|(plan, _)| plan), cases);
    let mut board = Board { page, sheet, feed: FEED, unit };
    page.widths(&mut board.sheet, &[34.0, 13.0], 15);
    if let Some((plan, sheet)) = plan {
        board.budget(plan, sheet, (3, 0));
        board.cash(plan, sheet, (3, RIGHT));
    }
    board.options(cases, (3 + ROWS, 0));
    if let Some(bridge) = page.grounds.bridge {
        board.bridge(&bridge, (3 + ROWS, RIGHT));
    }
    board.sheet
}

impl Board<'_, '_> {
    /// Headings of the cells that feed a chart: a title, then one per row of cells.
    fn feed_heading(&mut self, title: &str, names: &[String]) -> u32 {
        let row = self.feed;
        let headings: Vec<String> =
            std::iter::once(title.to_string()).chain(names.iter().map(|name| format!(">{name}"))).collect();
        self.page.headings(&mut self.sheet, row, &headings);
        row
    }

    /// A row of formulas under a heading of columns.
    fn feed_row(&mut self, row: u32, label: &str, cells: &[(String, Decimal)]) {
        self.sheet.text((row, 0), label, &self.page.looks.text);
        for (column, (formula, result)) in (1..).zip(cells) {
            self.sheet.formula((row, column), formula, *result, &self.page.looks.money);
        }
    }

    /// Cells of the plan by year, as formulas.
    fn by_year(&self, sheet: &PlanSheet, row: u32, amounts: &[Decimal]) -> Vec<(String, Decimal)> {
        let name = |index: u16| format!("={}", sheet.sheet.name_of((row, YEAR_0 + index)));
        (0..).zip(amounts).map(|(index, amount)| (name(index), *amount)).collect()
    }

    fn budget(&mut self, plan: &Plan, sheet: &PlanSheet, at: At) {
        let page = self.page;
        let title = page.say("Spending by year against the budget", "Dépenses par année face au budget");
        let row = self.feed_heading(&title, &page.years());
        let labels = page.words(
            ["Capex", "Opex without running cost", "Running cost (opex)", "Budget"],
            ["Capex", "Opex hors exploitation", "Exploitation (opex)", "Budget"],
        );
        let mut chart = self.plain(ChartType::ColumnStacked, &title, &page.say("Year", "Année"));
        let rows = [sheet.limits.capex, sheet.limits.opex, sheet.limits.run];
        for (place, ((source, is_meant), colour)) in
            rows.into_iter().zip(super::limits::kinds()).zip([NAVY, TEAL, SAND]).enumerate()
        {
            let amounts = super::limits::spent(page, plan, is_meant);
            let own = row + 1 + place as u32;
            let cells = self.by_year(sheet, source, &amounts);
            self.feed_row(own, &labels[place], &cells);
            self.series(&mut chart, row, own, colour);
        }
        if let Some(budget) = sheet.limits.budget {
            let own = row + 4;
            self.sheet.text((own, 0), &labels[3], &page.looks.text);
            for (year, limit) in &page.dossier().settings.budgets {
                let column = *year as u16;
                if column < page.n_years() {
                    let formula = format!("={}", sheet.sheet.name_of((budget, YEAR_0 + column)));
                    self.sheet.formula((own, column + 1), &formula, *limit, &page.looks.money);
                }
            }
            let mut line = Chart::new(ChartType::Line);
            self.series_line(&mut line, row, own, RED);
            chart.combine(&line);
        }
        self.sheet.chart(at, &chart);
        self.feed = row + 6;
    }

    fn cash(&mut self, plan: &Plan, sheet: &PlanSheet, at: At) {
        let page = self.page;
        let title =
            page.say("Cash of the plan, by year and so far", "Trésorerie du plan, par année et cumulée");
        let row = self.feed_heading(&title, &page.years());
        let labels = page.words(["Net of the year", "Cumulative net"], ["Net de l'année", "Net cumulé"]);
        let net = plan.case.net();
        let mut sum = Decimal::ZERO;
        let cumulative: Vec<Decimal> = net
            .iter()
            .map(|net| {
                sum += net;
                sum
            })
            .collect();
        let cells = self.by_year(sheet, sheet.block.net(0).0, &net);
        self.feed_row(row + 1, &labels[0], &cells);
        let cells = self.by_year(sheet, sheet.block.cumulative(0).0, &cumulative);
        self.feed_row(row + 2, &labels[1], &cells);
        let mut chart = self.plain(ChartType::Column, &title, &page.say("Year", "Année"));
        self.series(&mut chart, row, row + 1, TEAL);
        let mut line = Chart::new(ChartType::Line);
        self.series_line(&mut line, row, row + 2, NAVY);
        chart.combine(&line);
        self.sheet.chart(at, &chart);
        self.feed = row + 4;
    }

    fn options(&mut self, cases: &[CaseSheet], at: At) {
        if cases.is_empty() {
            return;
        }
        let page = self.page;
        let title = page.say("NPV of each option on its own", "VAN de chaque option prise seule");
        let row = self.feed_heading(&title, &[page.say("NPV", "VAN")]);
        let mut sorted: Vec<&CaseSheet> = cases.iter().collect();
        // Bars are drawn from the bottom up, so the largest comes last.
        sorted.sort_by_key(|one| one.case.npv);
        for (own, case) in (row + 1..).zip(&sorted) {
            self.feed_row(own, &case.sheet.name(), &[(format!("={}", case.npv), case.case.npv)]);
        }
        let last = row + sorted.len() as u32;
        let mut chart = self.plain(ChartType::Bar, &title, &page.say("Option", "Option"));
        // The horizontal axis of bars carries the figures.
        chart.x_axis().set_name(&self.unit.1).set_num_format(self.unit.0);
        chart.x_axis().set_major_gridlines_line(ChartLine::new().set_color(Color::RGB(0xDDE2E8)));
        chart
            .y_axis()
            .set_name(&page.say("Option", "Option"))
            .set_num_format("General")
            .set_major_gridlines(false);
        chart.y_axis().set_label_position(ChartAxisLabelPosition::Low);
        let height = HEIGHT.max(120 + 17 * sorted.len() as u32);
        chart.set_height(height);
        let name = self.sheet.name();
        chart
            .add_series()
            .set_categories((name.as_str(), row + 1, 0, last, 0))
            .set_values((name.as_str(), row + 1, 1, last, 1))
            .set_format(ChartFormat::new().set_solid_fill(ChartSolidFill::new().set_color(Color::RGB(NAVY))))
            .set_gap(40);
        chart.legend().set_hidden();
        self.sheet.chart(at, &chart);
        self.feed = last + 2;
    }

    /// Totals as columns from zero, steps as columns between them; plain columns of the totals where one is below zero,
    /// since stacked columns cannot cross it.
    fn bridge(&mut self, bridge: &Bridge, at: At) {
        let page = self.page;
        let title =
            page.say("From the NPV claimed to the NPV of the plan", "De la VAN affichée à la VAN du plan");
        let totals = [
            bridge.claimed,
            bridge.with_overrun,
            bridge.with_evidence,
            bridge.with_enablers,
            bridge.with_synergies,
            bridge.npv,
        ];
        let steps = page.words(
            ["Claimed", "Cost overrun", "Evidence", "Enablers", "Synergies", "Saturation", "Plan"],
            ["Affichée", "Dérive coûts", "Preuve", "Facilitateurs", "Synergies", "Saturation", "Plan"],
        );
        let row = self.feed_heading(&title, &steps);
        let mut chart = self.plain(ChartType::ColumnStacked, &title, &page.say("Step", "Étape"));
        if totals.iter().any(|total| total.is_sign_negative()) {
            let labels: Vec<(String, Decimal)> =
                totals.iter().chain([&bridge.npv]).map(|total| (format!("={total}"), *total)).collect();
            self.feed_row(row + 1, &page.say("NPV after the step", "VAN après l'étape"), &labels);
            self.series_of(&mut chart, row, row + 1, NAVY, steps.len() as u16);
            chart.legend().set_hidden();
            self.sheet.chart(at, &chart);
            self.feed = row + 3;
            return;
        }
        let labels = page.words(["Below", "NPV", "Loss", "Gain"], ["Socle", "VAN", "Perte", "Gain"]);
        for (own, label) in (row + 1..).zip(&labels) {
            self.sheet.text((own, 0), label, &page.looks.text);
        }
        for column in 0..STEPS {
            let place = usize::from(column);
            let (base, total, loss, gain) = match place {
                0 => (Decimal::ZERO, totals[0], Decimal::ZERO, Decimal::ZERO),
                6 => (Decimal::ZERO, totals[5], Decimal::ZERO, Decimal::ZERO),
                _ => {
                    let (from, to) = (totals[place - 1], totals[place]);
                    let step = to - from;
                    let nothing = Decimal::ZERO;
                    (from.min(to), nothing, (-step).max(nothing), step.max(nothing))
                }
            };
            for (own, figure) in (row + 1..).zip([base, total, loss, gain]) {
                self.sheet.number((own, column + 1), figure, &page.looks.money);
            }
        }
        for (own, colour) in (row + 1..).zip([None, Some(NAVY), Some(RED), Some(TEAL)]) {
            match colour {
                Some(colour) => self.labelled(&mut chart, row, own, colour),
                None => self.invisible(&mut chart, row, own),
            }
        }
        chart.legend().delete_entries(&[0]);
        self.sheet.chart(at, &chart);
        self.feed = row + 6;
    }

    /// A chart with title, axis names and number format.
    fn plain(&self, kind: ChartType, title: &str, axis: &str) -> Chart {
        let mut chart = Chart::new(kind);
        chart.title().set_name(title).set_font(ChartFont::new().set_size(13).set_bold());
        chart.x_axis().set_name(axis);
        chart.y_axis().set_name(&self.unit.1).set_num_format(self.unit.0);
        chart.y_axis().set_major_gridlines_line(ChartLine::new().set_color(Color::RGB(0xDDE2E8)));
        chart.x_axis().set_label_position(ChartAxisLabelPosition::Low);
        chart.legend().set_position(ChartLegendPosition::Bottom);
        chart.set_width(WIDTH).set_height(HEIGHT);
        chart
    }

    fn series(&self, chart: &mut Chart, heading: u32, row: u32, colour: u32) {
        self.series_of(chart, heading, row, colour, self.page.n_years());
    }

    fn series_of(&self, chart: &mut Chart, heading: u32, row: u32, colour: u32, columns: u16) {
        let name = self.sheet.name();
        let name = name.as_str();
        chart
            .add_series()
            .set_name((name, row, 0))
            .set_categories((name, heading, 1, heading, columns))
            .set_values((name, row, 1, row, columns))
            .set_format(
                ChartFormat::new().set_solid_fill(ChartSolidFill::new().set_color(Color::RGB(colour))),
            )
            .set_gap(50);
    }

    /// A series of the bridge with its figures in it; what is zero shows none.
    fn labelled(&self, chart: &mut Chart, heading: u32, row: u32, colour: u32) {
        let name = self.sheet.name();
        let name = name.as_str();
        let mut label = ChartDataLabel::new();
        let code = self.unit.0;
        let ink = if colour == NAVY { Color::White } else { Color::Black };
        label
            .show_value()
            .set_num_format(format!("{code};-{code};;"))
            .set_font(ChartFont::new().set_color(ink).set_size(9));
        chart
            .add_series()
            .set_name((name, row, 0))
            .set_categories((name, heading, 1, heading, STEPS))
            .set_values((name, row, 1, row, STEPS))
            .set_format(
                ChartFormat::new().set_solid_fill(ChartSolidFill::new().set_color(Color::RGB(colour))),
            )
            .set_data_label(&label)
            .set_gap(50);
    }

    /// What holds a step of the bridge up.
    fn invisible(&self, chart: &mut Chart, heading: u32, row: u32) {
        let name = self.sheet.name();
        let name = name.as_str();
        chart
            .add_series()
            .set_name((name, row, 0))
            .set_categories((name, heading, 1, heading, STEPS))
            .set_values((name, row, 1, row, STEPS))
            .set_format(ChartFormat::new().set_no_fill())
            .set_gap(50);
    }

    fn series_line(&self, chart: &mut Chart, heading: u32, row: u32, colour: u32) {
        let name = self.sheet.name();
        let (name, columns) = (name.as_str(), self.page.n_years());
        let mut line = ChartLine::new();
        line.set_color(Color::RGB(colour)).set_width(2.25);
        // A budget of one year alone is a point, which only a marker shows.
        let mut dot = ChartFormat::new();
        dot.set_solid_fill(ChartSolidFill::new().set_color(Color::RGB(colour)));
        chart
            .add_series()
            .set_name((name, row, 0))
            .set_categories((name, heading, 1, heading, columns))
            .set_values((name, row, 1, row, columns))
            .set_format(ChartFormat::new().set_line(&line))
            .set_marker(
                ChartMarker::new().set_type(ChartMarkerType::Circle).set_size(6).set_format(&mut dot),
            );
    }
}
