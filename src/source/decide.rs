//! The one convention of each column: decimal mark, group mark, order of dates; decided from what its cells show.

use super::number_shape::as_group;
use super::options::{DateOrder, DecimalMark, GroupMark, Options};
use super::sheet::{Column, Decided, Example, Heading};
use super::tally::{ColumnTally, Seen};
use super::withheld::plain;

/// Of two readings that exclude each other one is believed when the other has fewer cells than one in this many;
/// those few are then told one by one.
const FEW: u64 = 20;

/// How many cells an open question shows.
const SHOWN: usize = 3;

const DECIMAL_MARKS: [DecimalMark; 2] = [DecimalMark::Comma, DecimalMark::Point];
const GROUP_MARKS: [GroupMark; 4] =
    [GroupMark::Blank, GroupMark::Apostrophe, GroupMark::Comma, GroupMark::Point];
const DATE_ORDERS: [DateOrder; 2] = [DateOrder::DayMonthYear, DateOrder::MonthDayYear];

/// Words of headings under which whole numbers may be days.
const DATE_WORDS: &[&str] = &[
    "date",
    "dates",
    "debut",
    "fin",
    "start",
    "end",
    "echeance",
    "deadline",
    "livraison",
    "due",
    "jalon",
    "milestone",
    "day",
    "jour",
];

/// The columns of one file; group marks that one column alone leaves open are settled by the other columns.
pub(super) fn decide(tallies: &[ColumnTally], headings: &[Heading], options: &Options) -> Vec<Column> {
    let decimals: Vec<Decided<DecimalMark>> =
        tallies.iter().map(|tally| decimal_of(tally, options.decimal)).collect();
    let of_file = GROUP_MARKS.map(|mark| {
        let columns = tallies.iter().zip(&decimals);
        columns.map(|(tally, decimal)| tally.groups_of(mark, decimal.known())).sum::<u64>()
    });
    let columns = tallies.iter().zip(decimals).enumerate().map(|(index, (tally, decimal))| {
        let heading = headings.get(index).map_or("", |heading| heading.text.as_str());
        let mut counts = tally.counts.clone();
        let has_serials = has_serials(tally, heading);
        if has_serials {
            counts.numbers -= tally.serials.count;
            counts.dates += tally.serials.count;
        }
        Column {
            group: group_of(tally, decimal.known(), &of_file),
            dates: order_of(tally, options.date_order),
            decimal,
            has_serials,
            has_year_months: 0 < tally.year_months,
            has_fiscal_years: 0 < tally.fiscal_years,
            counts,
            currency: tally.currency,
        }
    });
    columns.collect()
}

fn decimal_of(tally: &ColumnTally, stated: Option<DecimalMark>) -> Decided<DecimalMark> {
    if let Some(mark) = stated {
        return Decided::Stated(mark);
    }
    let has_blank_groups = [GroupMark::Blank, GroupMark::Apostrophe]
        .into_iter()
        .find_map(|mark| tally.group[mark as usize].first.first());
    let evidence = DECIMAL_MARKS.map(|mark| {
        let other_groups = &tally.group[as_group(opposite(mark)) as usize];
        let marked = &tally.decimal[mark as usize];
        let open = &tally.either[mark as usize];
        let first = marked.first.first().or_else(|| other_groups.first.first());
        let first = first.or_else(|| has_blank_groups.filter(|_| 0 < open.count));
        let count = marked.count + other_groups.count;
        (if count == 0 { u64::from(first.is_some()) } else { count }, first)
    });
    let open = tally.either.iter().flat_map(|seen| &seen.first);
    one_of(DECIMAL_MARKS, evidence, open)
}

fn opposite(mark: DecimalMark) -> DecimalMark {
    match mark {
        DecimalMark::Comma => DecimalMark::Point,
        DecimalMark::Point => DecimalMark::Comma,
    }
}

fn order_of(tally: &ColumnTally, stated: Option<DateOrder>) -> Decided<DateOrder> {
    if let Some(order) = stated {
        return Decided::Stated(order);
    }
    let evidence = DATE_ORDERS.map(|order| {
        let seen = &tally.order[order as usize];
        (seen.count, seen.first.first())
    });
    one_of(DATE_ORDERS, evidence, tally.any_order.first.iter())
}

/// The reading that cells allow: the only one, or one that nearly all allow; else a question where there is one.
fn one_of<'a, T: Copy>(
    readings: [T; 2],
    evidence: [(u64, Option<&'a Example>); 2],
    open: impl Iterator<Item = &'a Example>,
) -> Decided<T> {
    let [(one, first_one), (other, first_other)] = evidence;
    match (first_one, first_other) {
        (Some(example), _) if other * FEW < one => {
            Decided::Evident { value: readings[0], example: example.clone() }
        }
        (_, Some(example)) if one * FEW < other => {
            Decided::Evident { value: readings[1], example: example.clone() }
        }
        (None, None) => {
            let examples: Vec<Example> = open.take(SHOWN).cloned().collect();
            if examples.is_empty() { Decided::Absent } else { Decided::Ambiguous { examples } }
        }
        _ => {
            let examples = [first_one, first_other].into_iter().flatten().cloned();
            Decided::Ambiguous { examples: examples.collect() }
        }
    }
}

/// The mark of at least two cells and of more cells than any other; else the one most of the file uses.
fn group_of(tally: &ColumnTally, decimal: Option<DecimalMark>, of_file: &[u64; 4]) -> Decided<GroupMark> {
    let of_column = GROUP_MARKS.map(|mark| tally.groups_of(mark, decimal));
    let Some(most) = most_of(&of_column).or_else(|| most_of(of_file)) else {
        return if of_column.iter().all(|count| *count == 0) {
            Decided::Absent
        } else {
            let examples = GROUP_MARKS.iter().filter_map(|mark| example_of(tally, *mark)).collect();
            Decided::Ambiguous { examples }
        };
    };
    if of_column.iter().all(|count| *count == 0) {
        return Decided::Absent;
    }
    let is_settled = 2 <= of_column[most as usize] && most_of(&of_column) == Some(most);
    let value = if is_settled { most } else { most_of(of_file).unwrap_or(most) };
    let example = example_of(tally, value);
    Decided::Evident { value, example: example.unwrap_or(Example { row: 0, text: String::new() }) }
}

fn most_of(counts: &[u64; 4]) -> Option<GroupMark> {
    let (index, most) = counts.iter().enumerate().max_by_key(|(_, count)| **count)?;
    let is_alone = counts.iter().filter(|count| *count == most).count() == 1;
    is_alone.then_some(GROUP_MARKS[index])
}

fn example_of(tally: &ColumnTally, mark: GroupMark) -> Option<Example> {
    let open = DECIMAL_MARKS.iter().find(|decimal| as_group(**decimal) == mark);
    let open = open.map(|decimal| &tally.either[*decimal as usize]);
    let seen: [Option<&Seen>; 2] = [Some(&tally.group[mark as usize]), open];
    seen.into_iter().flatten().find_map(|seen| seen.first.first()).cloned()
}

/// Whether whole numbers of this column are days: dates stand beside them, or the heading says so.
fn has_serials(tally: &ColumnTally, heading: &str) -> bool {
    let serials = tally.serials.count;
    let told = tally.counts.told();
    let days = serials + tally.counts.dates;
    if serials == 0 || days * 2 < told {
        return false;
    }
    let is_named =
        plain(heading).split(|letter: char| !letter.is_alphanumeric()).any(|word| DATE_WORDS.contains(&word));
    0 < tally.counts.dates || is_named && serials == told
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::row::Cell;

    fn columns(columns: &[&[&str]]) -> Vec<Column> {
        let tallies: Vec<ColumnTally> = columns
            .iter()
            .map(|cells| {
                let mut tally = ColumnTally::default();
                for (index, cell) in cells.iter().enumerate() {
                    tally.take(index as u32 + 2, &Cell::of_text(cell), 10);
                }
                tally
            })
            .collect();
        decide(&tallies, &[], &Options::default())
    }

    #[test]
    fn one_cell_without_doubt_decides_its_column_alone() {
        let decided = columns(&[&["1,234", "5,6"], &["1,234", "2,345"], &["1,234", "1,234,567"], &["12"]]);
        assert_eq!(decided[0].decimal.known(), Some(DecimalMark::Comma));
        assert!(decided[1].decimal.is_ambiguous());
        assert_eq!(decided[2].decimal.known(), Some(DecimalMark::Point));
        assert_eq!(decided[3].decimal, Decided::Absent);
        let contradicting = columns(&[&["0,5", "0.5"]]);
        assert!(contradicting[0].decimal.is_ambiguous());
    }

    #[test]
    fn groups_are_those_of_the_column_then_those_of_the_file() {
        let german = columns(&[&["1.234,5", "22.345,0", "3.111.222,75"]]);
        assert_eq!(german[0].group.known(), Some(GroupMark::Point));
        let french = columns(&[&["0,4", "1.234,5", "-560 000"], &["-420 000"], &["1 000,5"]]);
        assert_eq!(french[0].decimal.known(), Some(DecimalMark::Comma));
        assert_eq!(french[0].group.known(), Some(GroupMark::Blank));
        let english = columns(&[&["1,234.5", "2,345"]]);
        assert_eq!(english[0].group.known(), Some(GroupMark::Comma));
    }

    #[test]
    fn a_day_above_twelve_decides_the_order() {
        let decided =
            columns(&[&["03/04/2027", "25/04/2027"], &["03/04/2027"], &["04/25/2027"], &["2027-04-03"]]);
        assert_eq!(decided[0].dates.known(), Some(DateOrder::DayMonthYear));
        assert!(decided[1].dates.is_ambiguous());
        assert_eq!(decided[2].dates.known(), Some(DateOrder::MonthDayYear));
        assert_eq!(decided[3].dates, Decided::Absent);
        let serials = columns(&[&["2027-04-03", "46113"], &["46113"]]);
        assert_eq!((serials[0].has_serials, serials[1].has_serials), (true, false));
    }
}
