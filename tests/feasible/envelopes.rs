//! Envelopes: whether every euro finds one that pays for it, by pushing the money through as a flow.

use std::collections::BTreeMap;

use cxfolio::domain::dossier::Dossier;
use cxfolio::domain::envelope::Envelope;
use rust_decimal::Decimal;

use super::ledger::{Entry, PARTS};
use super::{Broken, ROUNDING};

/// `envelope` when some euro cannot be paid; which envelopes are short is not said.
pub fn broken(dossier: &Dossier, ledger: &[Entry]) -> Vec<Broken> {
    let mut money = Vec::new();
    let mut of_till = Vec::new();
    for envelope in &dossier.envelopes {
        for (period, amount) in &envelope.amounts {
            money.push(*amount * PARTS);
            of_till.push((envelope, period.months()));
        }
    }
    let mut bills: BTreeMap<Vec<usize>, Decimal> = BTreeMap::new();
    for entry in ledger {
        let pays = |envelope: &Envelope| {
            dossier.envelopes.iter().any(|other| is_one_purse(envelope, other) && names(other, entry))
                && entry.is_of(envelope.spending)
        };
        let is_stated = |envelope: &Envelope| {
            envelope.amounts.keys().any(|period| period.months().contains(&entry.month))
        };
        let mut payers = dossier.envelopes.iter().filter(|envelope| pays(envelope)).peekable();
        if payers.peek().is_none() || !payers.all(is_stated) {
            continue;
        }
        let may_pay = |till: &usize| {
            let (envelope, months) = &of_till[*till];
            let is_kept_for_later = envelope.carries_over && months.start <= entry.month;
            pays(envelope) && (months.contains(&entry.month) || is_kept_for_later)
        };
        *bills.entry((0..of_till.len()).filter(may_pay).collect()).or_default() += entry.amount;
    }
    let bills: Vec<(Vec<usize>, Decimal)> = bills.into_iter().collect();
    let unpaid = unpaid(&bills, &money);
    if unpaid > ROUNDING { vec![Broken::hard("envelope".into())] } else { Vec::new() }
}

fn names(envelope: &Envelope, entry: &Entry) -> bool {
    envelope.departments.is_empty() || envelope.departments.contains(&entry.owner.department)
}

/// Whether money moves freely between two envelopes, or they are the same.
fn is_one_purse(a: &Envelope, b: &Envelope) -> bool {
    let is_lent = a.transfer_group.is_some() && a.transfer_group == b.transfer_group;
    a.id == b.id || (is_lent && a.spending == b.spending)
}

/// What stays unpaid of all bills at best: augmenting paths until there is none (Ford and Fulkerson).
fn unpaid(bills: &[(Vec<usize>, Decimal)], money: &[Decimal]) -> Decimal {
    let mut paid = vec![vec![Decimal::ZERO; money.len()]; bills.len()];
    let mut left: Vec<Decimal> = money.to_vec();
    let mut unpaid = Decimal::ZERO;
    for (bill, (_, asked)) in bills.iter().enumerate() {
        let mut open = *asked;
        while open > Decimal::ZERO {
            let Some(path) = path(bills, &paid, &left, bill) else { break };
            // bill -> till, then money taken back from another bill at that till, which looks for another till.
            let mut amount = open.min(left[path.last().expect("a path ends at a till").1]);
            for pair in path.windows(2) {
                amount = amount.min(paid[pair[1].0][pair[0].1]);
            }
            for (at, (payer, till)) in path.iter().enumerate() {
                paid[*payer][*till] += amount;
                if let Some((other, _)) = path.get(at + 1) {
                    paid[*other][*till] -= amount;
                }
            }
            left[path.last().expect("a path ends at a till").1] -= amount;
            open -= amount;
        }
        unpaid += open;
    }
    unpaid
}

/// (bill, till) steps from an open bill to a till with money left, the shortest first.
fn path(
    bills: &[(Vec<usize>, Decimal)],
    paid: &[Vec<Decimal>],
    left: &[Decimal],
    from: usize,
) -> Option<Vec<(usize, usize)>> {
    let mut queue = vec![vec![(from, usize::MAX)]];
    let mut seen = vec![false; left.len()];
    let mut at = 0;
    while at < queue.len() {
        let known = queue[at].clone();
        let bill = known.last().expect("a path has a step").0;
        for till in bills[bill].0.iter().copied() {
            if std::mem::replace(&mut seen[till], true) {
                continue;
            }
            let mut longer = known.clone();
            longer.last_mut().expect("a path has a step").1 = till;
            if left[till] > Decimal::ZERO {
                return Some(longer);
            }
            for (other, by_till) in paid.iter().enumerate() {
                if by_till[till] > Decimal::ZERO {
                    let mut next = longer.clone();
                    next.push((other, usize::MAX));
                    queue.push(next);
                }
            }
        }
        at += 1;
    }
    None
}
