//! Reads the rules about the whole plan: what each type needs of its members and its limit.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::columns::Sheet;
use super::faults;
use super::members::{self, Known};
use super::row::Row;
use crate::domain::envelope::SpendingKind;
use crate::domain::finding::Finding;
use crate::domain::period::Period;
use crate::domain::portfolio_rule::{LimitSide, PortfolioRule, PortfolioRuleKind};
use crate::domain::start::Start;
use crate::wire::words;

/// The rules, sorted by identifier; one without a readable type, limit or member is left out, beside an error finding.
///
/// An unreadable kind of spending counts as all, an unreadable price as none.
pub fn rules(sheet: &Sheet, known: &Known, findings: &mut Vec<Finding>) -> Vec<PortfolioRule> {
    let mut rules = sheet.collect(findings, |row| {
        let id = row.id("id");
        let word = row.word("type", words::RULE_TYPES);
        let name = row.name("name");
        let kind = word.and_then(|word| kind(row, known, word));
        Some(PortfolioRule {
            name,
            price: row.number("price"),
            is_active: row.stated_flag("active").unwrap_or(true),
            place: row.place(),
            id: id?,
            kind: kind?,
        })
    });
    rules.sort_by(|a, b| a.id.cmp(&b.id));
    rules
}

/// What a rule of this type states; members and limit are both looked at, so that every slip is told at once.
fn kind(row: &mut Row, known: &Known, word: &str) -> Option<PortfolioRuleKind> {
    let of = row.choice("of", &words::SPENDING).unwrap_or(SpendingKind::All);
    let side = if matches!(word, "at_least" | "min_share") { LimitSide::AtLeast } else { LimitSide::AtMost };
    Some(match word {
        "at_least" | "at_most" => {
            let (members, count) = (members::investments(row, known, false), count(row));
            PortfolioRuleKind::Count { side, members: members?, count: count? }
        }
        "mandatory_by" => {
            let (members, by) = (members::investments(row, known, false), deadline(row));
            PortfolioRuleKind::MandatoryBy { members: members?, by: by? }
        }
        "min_share" | "max_share" => {
            let (members, share) = (members::investments(row, known, false), share(row));
            PortfolioRuleKind::Share { side, members: members?, of, share: share? }
        }
        "vendor_max_share" => {
            let (none, share) = (members::none(row, word), share(row));
            none?;
            PortfolioRuleKind::VendorShare { of, share: share? }
        }
        "sponsor_max" => {
            let (none, count) = (members::none(row, word), count(row));
            none?;
            PortfolioRuleKind::SponsorLoad { count: count? }
        }
        "exit_exposure_max" => {
            let (members, amount) = (members::investments(row, known, true), row.number(LIMIT));
            PortfolioRuleKind::ExitExposure { members: members?, amount: amount? }
        }
        "coverage_floor" => {
            let (of, share) = (members::covered(row, known), share(row));
            PortfolioRuleKind::CoverageFloor { of: of?, share: share? }
        }
        _ => {
            let (objective, value) = (members::objective(row, known), share(row));
            PortfolioRuleKind::ObjectiveFloor { objective: objective?, value: value? }
        }
    })
}

/// The column of the limit.
const LIMIT: &str = "limit";

/// A whole number.
fn count(row: &mut Row) -> Option<u32> {
    let number = row.number(LIMIT)?;
    let count = number.to_u32().filter(|_| number.fract().is_zero());
    if count.is_none() {
        let place = row.place();
        row.findings.push(
            faults::integer_invalid(&place, LIMIT, &number.to_string())
                .suggest("Write how many, such as 2.", "Écrivez combien, comme 2."),
        );
    }
    count
}

/// A number from 0 to 1.
fn share(row: &mut Row) -> Option<Decimal> {
    let number = row.number(LIMIT)?;
    if number <= Decimal::ONE {
        return Some(number);
    }
    let (place, text) = (row.place(), number.to_string());
    row.findings.push(faults::number_outside("share_out_of_range", &place, LIMIT, &text, "0", "1"));
    None
}

/// The last month of the period written.
fn deadline(row: &mut Row) -> Option<Start> {
    let text = row.text(LIMIT);
    let period = Period::parse(&text);
    if period.is_none() && !text.is_empty() {
        row.findings.push(faults::period_invalid(&row.place(), LIMIT, &text));
    }
    period.map(|period| Start::of_months(period.months().end - 1))
}
