//! `Grid`: a table of the memo, with its caption, headings that repeat in print, and numbers to the right.

use super::html::{Html, classed, element, with};

/// A table of at most this many rows is not cut by a page's end.
const ROWS_ON_ONE_PAGE: usize = 12;

/// A table; the first cell of every row names the row.
#[derive(Clone, Debug, Default)]
pub struct Grid {
    caption: Html,
    /// Heading, and whether the column holds numbers.
    headings: Vec<(String, bool)>,
    body: Html,
    n_rows: usize,
    foot: Html,
}

impl Grid {
    /// A table with these headings; one that starts with `>` stands over numbers.
    pub fn new(caption: impl Into<Html>, headings: &[impl AsRef<str>]) -> Grid {
        let heading = |heading: &str| match heading.strip_prefix('>') {
            Some(numbers) => (numbers.to_string(), true),
            None => (heading.to_string(), false),
        };
        Grid {
            caption: caption.into(),
            headings: headings.iter().map(|one| heading(one.as_ref())).collect(),
            ..Grid::default()
        }
    }

    /// Adds a row.
    pub fn row(&mut self, cells: Vec<Html>) {
        let row = element("tr", self.cells(cells));
        self.add(row);
    }

    /// Adds a row that stands out by weight.
    pub fn strong_row(&mut self, cells: Vec<Html>) {
        let row = classed("tr", "strong", self.cells(cells));
        self.add(row);
    }

    /// Adds a row of totals.
    pub fn total(&mut self, cells: Vec<Html>) {
        let row = element("tr", self.cells(cells));
        self.foot = std::mem::take(&mut self.foot).and(row);
    }

    /// Adds a row at the foot that stands in no column, for what no column adds up to.
    pub fn foot_line(&mut self, text: impl Into<Html>) {
        let columns = self.headings.len().to_string();
        let cell = with("th", &[("scope", "row"), ("colspan", &columns)], text.into());
        self.foot = std::mem::take(&mut self.foot).and(element("tr", cell));
    }

    /// Whether no row was added.
    pub fn is_empty(&self) -> bool {
        self.body.is_empty()
    }

    /// The table; nothing at all without rows.
    pub fn html(self) -> Html {
        if self.is_empty() {
            return Html::default();
        }
        let headings: Html = self
            .headings
            .iter()
            .map(|(heading, is_number)| {
                let class = if *is_number { "number" } else { "word" };
                with("th", &[("scope", "col"), ("class", class)], heading.as_str())
            })
            .collect();
        let table = element("caption", self.caption)
            .and(element("thead", element("tr", headings)))
            .and(Html::literal("\n"))
            .and(element("tbody", self.body))
            .and(if self.foot.is_empty() { self.foot } else { element("tfoot", self.foot) });
        let class = if self.n_rows <= ROWS_ON_ONE_PAGE { "wide short" } else { "wide" };
        classed("div", class, element("table", table)).and(Html::literal("\n"))
    }

    fn add(&mut self, row: Html) {
        self.n_rows += 1;
        self.body = std::mem::take(&mut self.body).and(row).and(Html::literal("\n"));
    }

    fn cells(&self, cells: Vec<Html>) -> Html {
        cells
            .into_iter()
            .zip(&self.headings)
            .enumerate()
            .map(|(place, (cell, (_, is_number)))| match (place, is_number) {
                (0, _) => with("th", &[("scope", "row")], cell),
                (_, true) => classed("td", "number", cell),
                (_, false) => element("td", cell),
            })
            .collect()
    }
}
