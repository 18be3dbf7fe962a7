//! Text tables for the terminal: columns aligned by display width, numbers to the right.

/// A table with one heading per column; rows of any length are padded.
#[derive(Clone, Debug, Default)]
pub struct Table {
    headings: Vec<String>,
    /// Whether the column is aligned to the right.
    is_right: Vec<bool>,
    rows: Vec<Vec<String>>,
}

impl Table {
    /// A table with these headings; a heading that starts with `>` aligns its column to the right.
    pub fn new(headings: &[&str]) -> Table {
        Table {
            headings: headings.iter().map(|heading| heading.trim_start_matches('>').to_string()).collect(),
            is_right: headings.iter().map(|heading| heading.starts_with('>')).collect(),
            rows: Vec::new(),
        }
    }

    /// Adds one row.
    pub fn row(&mut self, cells: Vec<String>) {
        self.rows.push(cells);
    }

    /// Whether no row was added.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The table as lines, a rule under the headings, no blanks at line ends.
    pub fn text(&self) -> String {
        let widths: Vec<usize> = (0..self.headings.len())
            .map(|column| {
                let cells = self.rows.iter().filter_map(|row| row.get(column)).map(|cell| width(cell));
                cells.chain([width(&self.headings[column])]).max().unwrap_or(0)
            })
            .collect();
        let mut text = self.line(&self.headings, &widths);
        let rule: Vec<String> = widths.iter().map(|width| "─".repeat(*width)).collect();
        text.push_str(&self.line(&rule, &widths));
        for row in &self.rows {
            text.push_str(&self.line(row, &widths));
        }
        text
    }

    fn line(&self, cells: &[String], widths: &[usize]) -> String {
        let mut line = String::new();
        for (column, target) in widths.iter().enumerate() {
            let cell = cells.get(column).map_or("", String::as_str);
            let padding = " ".repeat(target.saturating_sub(width(cell)));
            if column > 0 {
                line.push_str("  ");
            }
            if self.is_right[column] {
                line.push_str(&padding);
                line.push_str(cell);
            } else {
                line.push_str(cell);
                line.push_str(&padding);
            }
        }
        let mut line = line.trim_end().to_string();
        line.push('\n');
        line
    }
}

/// Columns a text takes on a terminal: one per character, which holds for Latin scripts.
fn width(text: &str) -> usize {
    text.chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stand_to_the_right() {
        let mut table = Table::new(&["id", ">NPV"]);
        table.row(vec!["B01".into(), "12".into()]);
        table.row(vec!["B02".into(), "1,234".into()]);
        assert_eq!(table.text(), "id     NPV\n───  ─────\nB01     12\nB02  1,234\n");
    }
}
