//! `Page`: the result with its reader, as the sheets of a results workbook are written from it.

use super::formats::Formats;
use super::sheet::Sheet;
use crate::domain::dossier::Dossier;
use crate::domain::text::{Bilingual, Language};
use crate::optimize::outcome::Plan;
use crate::report::memo::MemoGrounds;
use crate::report::plan::PlanResult;

/// Paper sizes as spreadsheets number them.
const A3: u8 = 8;
const A4: u8 = 9;

/// What every sheet is written from.
pub struct Page<'a> {
    pub result: &'a PlanResult<'a>,
    pub grounds: &'a MemoGrounds,
    pub language: Language,
    pub looks: Formats,
}

impl<'a> Page<'a> {
    pub fn new(result: &'a PlanResult<'a>, grounds: &'a MemoGrounds, language: Language) -> Page<'a> {
        let looks = Formats::new(&result.dossier.settings.currency, language);
        Page { result, grounds, language, looks }
    }

    /// The text of the reader's language; French is typed with plain blanks and gets its own here.
    pub fn say(&self, en: &str, fr: &str) -> String {
        match self.language {
            Language::English => en.to_string(),
            Language::French => self.language.typeset(fr),
        }
    }

    /// Several texts at once.
    pub fn words<const N: usize>(&self, en: [&str; N], fr: [&str; N]) -> [String; N] {
        match self.language {
            Language::English => en.map(str::to_string),
            Language::French => fr.map(|text| self.language.typeset(text)),
        }
    }

    pub fn dossier(&self) -> &'a Dossier {
        self.result.dossier
    }

    pub fn plan(&self) -> Option<&'a Plan> {
        self.result.outcome.plan.as_ref()
    }

    /// A name in the reader's language, or the identifier when there is none.
    pub fn name<'t>(&self, name: &'t Bilingual, id: &'t str) -> &'t str {
        let text = name.get(self.language);
        if text.is_empty() { id } else { text }
    }

    /// The name of the dossier, else its identifier.
    pub fn dossier_name(&self) -> &'a str {
        let settings = &self.dossier().settings;
        let text = settings.name.get(self.language);
        if text.is_empty() { &settings.id } else { text }
    }

    /// How many years the cases have, year 0 included.
    pub fn n_years(&self) -> u16 {
        u16::try_from(self.result.cases.factors.len()).unwrap_or(u16::MAX)
    }

    /// Calendar years as headings.
    pub fn years(&self) -> Vec<String> {
        let base = i64::from(self.dossier().settings.base_year);
        (0..i64::from(self.n_years())).map(|index| (base + index).to_string()).collect()
    }

    /// An empty sheet with its title, what it says below, and its print setup.
    pub fn sheet(&self, name: &str, title: &str, subtitle: &str) -> Sheet {
        let mut sheet = Sheet::new(name);
        sheet.long_text((0, 0), title, &self.looks.title);
        sheet.long_text((1, 0), subtitle, &self.looks.subtitle);
        let footer = format!("&L{}&R&P / &N", name.replace('&', "&&"));
        sheet.with(|inner| {
            inner.set_row_height(0, 24)?;
            inner.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0).set_screen_gridlines(false);
            inner.set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3).set_footer(footer);
            Ok(())
        });
        sheet
    }

    /// Print setup and panes of a long table: headings in this row stay and are repeated, on larger paper when wide.
    pub fn long_table(
        &self,
        sheet: &mut Sheet,
        heading_row: u32,
        last_row: u32,
        last_column: u16,
        kept: u16,
    ) {
        sheet.with(|inner| {
            inner.set_freeze_panes(heading_row + 1, kept)?;
            inner.set_repeat_rows(heading_row, heading_row)?;
            inner.autofilter(heading_row, 0, last_row.max(heading_row + 1), last_column)?;
            inner.set_paper_size(A3);
            Ok(())
        });
    }

    /// Headings of a table; those that begin with `>` stand over figures.
    pub fn headings(&self, sheet: &mut Sheet, row: u32, headings: &[String]) {
        for (column, heading) in (0..).zip(headings) {
            match heading.strip_prefix('>') {
                Some(heading) => sheet.text((row, column), heading, &self.looks.heading_right),
                None => sheet.text((row, column), heading, &self.looks.heading),
            }
        }
        sheet.with(|inner| inner.set_row_height(row, 30).map(|_| ()));
    }

    /// Widths of the columns from the first on; the last one holds for `more` further columns.
    pub fn widths(&self, sheet: &mut Sheet, widths: &[f64], more: u16) {
        let last = widths.last().copied().unwrap_or(10.0);
        let all = widths.iter().copied().chain(std::iter::repeat_n(last, usize::from(more)));
        for (column, width) in (0..).zip(all) {
            sheet.with(|inner| inner.set_column_width(column, width).map(|_| ()));
        }
    }
}

/// Years as headings over figures.
pub fn over_figures(years: &[String]) -> impl Iterator<Item = String> + '_ {
    years.iter().map(|year| format!(">{year}"))
}
