//! Envelopes: money of departments and funds, by Hall's condition on what only they may pay for.
//!
//! A *till* is one envelope's money of one period. A euro of a department, class of spending and month may be paid from
//! the tills that cover it: the envelope's kind is meant, one of its departments (or one of an envelope that it lends to
//! or borrows from) is meant, and the month lies in the till's period, or after it where money is carried over. Where an
//! envelope states no money for a month, it pays there whatever is asked. By Hall's theorem all euros can be paid exactly
//! if, for every set of tills, what only tills of the set may pay for is at most their money. Sets that are no union of
//! the tills of single euros, or that fall apart, say nothing new.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use rust_decimal::Decimal;

use super::places::{Places, terms};
use crate::domain::envelope::{Envelope, EnvelopeId};
use crate::domain::period::Period;
use crate::domain::start::MONTHS;
use crate::optimize::rule::{Rule, Side};
use crate::optimize::spread::SpendingClass;
use crate::optimize::statement::Statement;

/// Most sets of tills that are told apart.
pub const SETS_MAX: usize = 1 << 10;

/// Envelopes overlap in more ways than [`SETS_MAX`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooManyEnvelopes;

/// One envelope's money of one period.
struct Till<'a> {
    envelope: &'a Envelope,
    period: Period,
    money: Decimal,
}

/// Tills by their place in a list, sorted.
type Tills = BTreeSet<usize>;

/// Spending that the same tills may pay for.
struct Payable {
    department: String,
    class: SpendingClass,
    months: Range<u32>,
}

/// For every connected union T of tills: sum over places of what only T may pay for <= money of T.
///
/// # Errors
/// More than [`SETS_MAX`] such unions.
pub fn envelopes(places: Places) -> Result<Vec<Rule>, TooManyEnvelopes> {
    if places.dossier.envelopes.is_empty() {
        return Ok(Vec::new());
    }
    let tills = tills(&places.dossier.envelopes);
    let payable = payable(places, &tills);
    let unions = unions(payable.keys())?;
    Ok(unions.iter().map(|union| rule(places, &tills, &payable, union)).collect())
}

fn tills(envelopes: &[Envelope]) -> Vec<Till<'_>> {
    let mut tills = Vec::new();
    for envelope in envelopes {
        let amounts = envelope.amounts.iter();
        tills.extend(amounts.map(|(period, money)| Till { envelope, period: *period, money: *money }));
    }
    tills
}

/// What may be paid by which tills, without what an envelope pays without limit or none pays.
fn payable(places: Places, tills: &[Till]) -> BTreeMap<Tills, Vec<Payable>> {
    let end = (places.dossier.settings.horizon as u32 + 1) * MONTHS;
    let departments: BTreeSet<&str> =
        places.spenders().map(|(_, investment, _)| investment.department.trim()).collect();
    let mut found: BTreeMap<Tills, Vec<Payable>> = BTreeMap::new();
    for department in departments {
        let reaching = reaching(&places.dossier.envelopes, department);
        for class in SpendingClass::ALL {
            let payers: Vec<&Envelope> =
                reaching.iter().copied().filter(|envelope| class.is_of(envelope.spending)).collect();
            for months in intervals(tills, end) {
                if let Some(set) = payers_in(&payers, tills, &months).filter(|set| !set.is_empty()) {
                    let department = department.to_string();
                    found.entry(set).or_default().push(Payable { department, class, months });
                }
            }
        }
    }
    found
}

/// The envelopes that pay for a department, themselves or through one that they lend to.
fn reaching<'a>(envelopes: &'a [Envelope], department: &str) -> Vec<&'a Envelope> {
    let names = |envelope: &Envelope| {
        let departments = &envelope.departments;
        departments.is_empty() || departments.iter().any(|own| own.trim() == department)
    };
    let lends_to = |lender: &Envelope, other: &Envelope| {
        lender.transfer_group.is_some()
            && lender.transfer_group == other.transfer_group
            && lender.spending == other.spending
    };
    let is_reaching = |envelope: &&Envelope| {
        names(envelope) || envelopes.iter().any(|other| lends_to(envelope, other) && names(other))
    };
    envelopes.iter().filter(is_reaching).collect()
}

/// The months until `end`, cut wherever the period of a till begins or ends.
fn intervals(tills: &[Till], end: u32) -> Vec<Range<u32>> {
    let mut cuts: BTreeSet<u32> = BTreeSet::from([0, end]);
    for till in tills {
        let months = till.period.months();
        cuts.extend([months.start.min(end), months.end.min(end)]);
    }
    let cuts: Vec<u32> = cuts.into_iter().collect();
    cuts.windows(2).map(|pair| pair[0]..pair[1]).collect()
}

/// The tills of these envelopes that may pay in these months; none when an envelope pays there without limit.
fn payers_in(payers: &[&Envelope], tills: &[Till], months: &Range<u32>) -> Option<Tills> {
    let is_within = |period: &Period| period.months().contains(&months.start);
    if payers.iter().any(|envelope| !envelope.amounts.keys().any(is_within)) {
        return None;
    }
    let may_pay = |till: &Till| {
        let is_carried = till.envelope.carries_over && till.period.months().start <= months.start;
        payers.iter().any(|envelope| envelope.id == till.envelope.id)
            && (is_within(&till.period) || is_carried)
    };
    Some(tills.iter().enumerate().filter(|(_, till)| may_pay(till)).map(|(at, _)| at).collect())
}

/// Every union of these sets whose parts hang together, sorted.
fn unions<'a>(sets: impl Iterator<Item = &'a Tills> + Clone) -> Result<BTreeSet<Tills>, TooManyEnvelopes> {
    let mut found: BTreeSet<Tills> = sets.clone().cloned().collect();
    let mut open: Vec<Tills> = found.iter().cloned().collect();
    while let Some(union) = open.pop() {
        if found.len() > SETS_MAX {
            return Err(TooManyEnvelopes);
        }
        for set in sets.clone().filter(|set| !set.is_disjoint(&union)) {
            let larger: Tills = union.union(set).copied().collect();
            if found.insert(larger.clone()) {
                open.push(larger);
            }
        }
    }
    Ok(found)
}

fn rule(places: Places, tills: &[Till], payable: &BTreeMap<Tills, Vec<Payable>>, union: &Tills) -> Rule {
    let only: Vec<&Payable> =
        payable.iter().filter(|(set, _)| set.is_subset(union)).flat_map(|(_, parts)| parts).collect();
    let spent = places.spenders().map(|(place, investment, spending)| {
        let own = only.iter().filter(|part| part.department == investment.department.trim());
        let amounts = own.map(|part| spending.in_months(part.months.clone(), |class| class == part.class));
        (place, amounts.sum())
    });
    let mut money: Vec<(EnvelopeId, Period)> =
        union.iter().map(|at| (tills[*at].envelope.id.clone(), tills[*at].period)).collect();
    money.sort();
    let limit = union.iter().map(|at| tills[*at].money).sum();
    let first = tills[*union.first().expect("a set that may pay has a till")].envelope;
    Rule::new(Statement::Envelope { money }, terms(spent), Side::AtMost, limit).stated_at(&first.place)
}
