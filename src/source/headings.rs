//! The heading rows of a table, found among its first rows: titles above, headings over headings, units below.

use super::date_shape::date_shape;
use super::number_shape::shape;
use super::row::Cell;
use super::sheet::Heading;
use super::unit::{unit_of, unit_of_heading};

/// Rows over or under the main heading row that may belong to the headings.
const EXTRA_ROWS: usize = 2;

/// One of the first rows that are not blank.
#[derive(Clone, Debug)]
pub(super) struct FirstRow {
    pub(super) row: u32,
    pub(super) found: usize,
    pub(super) cells: Vec<Cell<'static>>,
    /// First row and number of the blank rows directly before it.
    pub(super) blank_before: Option<(u32, u64)>,
}

/// Cells merged into one: rows and columns, both ends included; rows count from 1, columns from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Merged {
    pub(super) rows: (u32, u32),
    pub(super) columns: (usize, usize),
}

/// Which of the first rows are headings, by index, both ends included; nothing when data begin at once.
pub(super) fn find(rows: &[FirstRow], merged: &[Merged], forced: Option<u32>) -> Option<(usize, usize)> {
    let main = match forced {
        Some(row) => rows.iter().position(|first| first.row == row)?,
        None => main_row(rows)?,
    };
    let mut last = main;
    if forced.is_none() {
        while last + 1 < rows.len().min(main + 1 + EXTRA_ROWS) && continues_below(rows, merged, last) {
            last += 1;
        }
    }
    let mut first = main;
    while 0 < first && main < first + EXTRA_ROWS && continues_above(rows, merged, first, last) {
        first -= 1;
    }
    Some((first, last))
}

/// The first row with at least half as many cells as the fuller rows have, unless it holds figures.
fn main_row(rows: &[FirstRow]) -> Option<usize> {
    let mut counts: Vec<usize> = rows.iter().map(|row| filled(row).count()).collect();
    counts.sort_unstable();
    let usual = *counts.get(counts.len() * 3 / 4).or(counts.last())?;
    let least = if usual < 2 { usual } else { usual.div_ceil(2).max(2) };
    let main = rows.iter().position(|row| least <= filled(row).count())?;
    let figures = filled(&rows[main]).filter(|(_, cell)| is_figure(cell)).count();
    (figures * 4 <= filled(&rows[main]).count()).then_some(main)
}

fn filled(row: &FirstRow) -> impl Iterator<Item = (usize, &Cell<'static>)> {
    row.cells.iter().enumerate().filter(|(_, cell)| !cell.is_blank())
}

fn is_blank(row: &FirstRow, column: usize) -> bool {
    row.cells.get(column).is_none_or(Cell::is_blank)
}

/// Whether the cell is an amount rather than a name, a year, a month or a day.
fn is_figure(cell: &Cell<'_>) -> bool {
    match cell {
        Cell::Number { .. } | Cell::Text(_) => {}
        Cell::Truth(_) | Cell::Error(_) => return true,
        Cell::Blank | Cell::Date(_) => return false,
    }
    let text = cell.text();
    shape(&text).is_some() && !is_period(cell)
}

/// Whether the cell is a year, a month, a day or the number of one (1 to 60).
fn is_period(cell: &Cell<'_>) -> bool {
    let text = cell.text();
    let is_whole = |number: u32| (1900..=2199).contains(&number) || (1..=60).contains(&number);
    matches!(cell, Cell::Date(_)) || text.parse().is_ok_and(is_whole) || date_shape(&text).is_some()
}

/// Whether the row after `upper` carries on the headings: units, or the parts of headings that span several columns.
fn continues_below(rows: &[FirstRow], merged: &[Merged], upper: usize) -> bool {
    let (above, below) = (&rows[upper], &rows[upper + 1]);
    if filled(below).all(|(_, cell)| unit_of(&cell.text()).is_some()) {
        return true;
    }
    let is_spanned = merged.iter().any(|span| {
        let is_here = span.rows.0 <= above.row && above.row <= span.rows.1;
        is_here && (span.columns.0 < span.columns.1 || below.row <= span.rows.1)
    });
    if filled(below).any(|(_, cell)| is_figure(cell)) {
        return false;
    }
    let fills_gaps = filled(below).any(|(column, _)| is_blank(above, column));
    let has_gaps_itself = filled(above).any(|(column, _)| is_blank(below, column));
    let has_only_periods = filled(below).all(|(_, cell)| is_period(cell));
    fills_gaps && (is_spanned || has_gaps_itself && has_only_periods)
}

/// Whether the row before `lower` names groups of its columns and is not a title.
fn continues_above(rows: &[FirstRow], merged: &[Merged], lower: usize, last: usize) -> bool {
    let (above, below) = (&rows[lower - 1], &rows[lower]);
    let width = filled(&rows[last]).last().map_or(0, |(column, _)| column + 1);
    let is_adjacent = above.row + 1 == below.row;
    if !is_adjacent || filled(above).any(|(_, cell)| is_figure(cell)) {
        return false;
    }
    let spans = |span: &&Merged| {
        let size = span.columns.1 - span.columns.0 + 1;
        span.rows.0 == above.row && 2 <= size && size < width
    };
    if merged.iter().any(|span| spans(&span)) {
        return true;
    }
    let first = filled(below).next().map_or(0, |(column, _)| column);
    let is_title = match filled(above).count() {
        0 => true,
        1 => filled(above).all(|(column, _)| column <= first),
        _ => false,
    };
    let is_over_gaps = filled(above).any(|(column, _)| is_blank(below, column));
    let is_over_periods =
        filled(below).filter(|(_, cell)| is_period(cell)).count() * 2 >= filled(below).count();
    !is_title && (is_over_gaps || is_over_periods || has_twice(below))
}

fn has_twice(row: &FirstRow) -> bool {
    let mut texts: Vec<String> = filled(row).map(|(_, cell)| cell.text().into_owned()).collect();
    texts.sort_unstable();
    texts.windows(2).any(|pair| pair[0] == pair[1])
}

/// The headings of `width` columns written in these rows, the main or lowest one last.
pub(super) fn read(rows: &[FirstRow], merged: &[Merged], width: usize) -> Vec<Heading> {
    let Some((lowest, upper)) = rows.split_last() else {
        return (0..width)
            .map(|column| Heading { letter: letter(column), number: 1, ..Heading::default() })
            .collect();
    };
    let upper: Vec<Vec<String>> = upper.iter().map(|row| spread(row, merged, width)).collect();
    let mut headings: Vec<Heading> = Vec::with_capacity(width);
    let mut seen = std::collections::BTreeMap::new();
    for column in 0..width {
        let own = lowest.cells.get(column).map_or(String::new(), |cell| one_line(&cell.text()));
        let parts = upper.iter().map(|row| row[column].clone()).chain([own]);
        let mut parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
        parts.dedup();
        let unit = match parts.as_slice() {
            [only] => unit_of_heading(only),
            _ => parts.iter().rev().find_map(|part| unit_of(part).or_else(|| unit_of_heading(part))),
        };
        let text = parts.join(" / ");
        let number = if text.is_empty() {
            1
        } else {
            *seen.entry(text.clone()).and_modify(|number| *number += 1).or_insert(1_u32)
        };
        headings.push(Heading { text, letter: letter(column), unit, number });
    }
    headings
}

/// Each text of an upper row over all the columns it stands for: those merged with it, or up to the next text.
fn spread(row: &FirstRow, merged: &[Merged], width: usize) -> Vec<String> {
    let mut spread = vec![String::new(); width];
    let spans: Vec<&Merged> =
        merged.iter().filter(|span| span.rows.0 <= row.row && row.row <= span.rows.1).collect();
    let mut current = String::new();
    for (column, place) in spread.iter_mut().enumerate() {
        let own = row.cells.get(column).map_or(String::new(), |cell| one_line(&cell.text()));
        if !own.is_empty() {
            current = own;
        } else if !spans.is_empty() {
            let is_inside = spans.iter().any(|span| span.columns.0 < column && column <= span.columns.1);
            if !is_inside {
                current.clear();
            }
        }
        place.clone_from(&current);
    }
    spread
}

/// Blanks of every kind, line breaks too, as one plain blank.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The letters of a column counted from 0: A, B, ..., Z, AA.
pub(super) fn letter(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while 0 < rest {
        letters.push(b'A' + ((rest - 1) % 26) as u8);
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().map(|byte| char::from(*byte)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(lines: &[&str]) -> Vec<FirstRow> {
        let row = |(index, line): (usize, &&str)| {
            let cells: Vec<Cell<'static>> =
                line.split(';').map(|cell| Cell::of_text(cell).into_owned()).collect();
            FirstRow { row: index as u32 + 1, found: cells.len(), cells, blank_before: None }
        };
        lines.iter().enumerate().map(row).filter(|row| filled(row).count() > 0).collect()
    }

    fn headings(lines: &[&str]) -> Option<Vec<String>> {
        let rows = rows(lines);
        let (first, last) = find(&rows, &[], None)?;
        let width = rows[last].cells.len();
        Some(read(&rows[first..=last], &[], width).iter().map(Heading::name).collect())
    }

    fn told(names: &[&str]) -> Option<Vec<String>> {
        Some(names.iter().map(|name| name.to_string()).collect())
    }

    #[test]
    fn titles_stand_above_and_years_below() {
        assert_eq!(headings(&["id;A0 (€)", "B01;12"]), told(&["id", "A0 (€)"]));
        assert_eq!(headings(&["Rapport;;", ";;", "id;nom;coût", "B01;x;12"]), told(&["id", "nom", "coût"]));
        assert_eq!(
            headings(&["Projet;Coûts;;Gains;", ";2027;2028;2027;2028", "B01;1,5;2;3;4", "B02;1;2;3;4"]),
            told(&["Projet", "Coûts / 2027", "Coûts / 2028", "Gains / 2027", "Gains / 2028"])
        );
        assert_eq!(
            headings(&["Projet;Nom;Resp.;Coûts;", ";;;2027;2028", "B01;x;y;100;200"]),
            told(&["Projet", "Nom", "Resp.", "Coûts / 2027", "Coûts / 2028"])
        );
        assert_eq!(headings(&["id;coût", ";k€", "B01;12"]), told(&["id", "coût / k€"]));
        assert_eq!(headings(&["id;colour;colour", "A;;red"]), told(&["id", "colour", "colour (2)"]));
        assert_eq!(headings(&["id;;a", "A;x;red"]), told(&["id", "B", "a"]));
        assert_eq!(headings(&["B01;100,5;200", "B02;1,5;2"]), None);
        assert_eq!(headings(&["name", "Anna"]), told(&["name"]));
        assert_eq!(headings(&[]), None);
    }

    #[test]
    fn letters_go_on_after_z() {
        assert_eq!([0, 25, 26, 701, 702].map(letter), ["A", "Z", "AA", "ZZ", "AAA"]);
    }
}
