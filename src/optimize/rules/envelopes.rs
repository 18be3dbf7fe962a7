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
use super::till_flow::short_tills;
use crate::domain::envelope::{Envelope, EnvelopeId};
use crate::domain::period::Period;
use crate::domain::place::Place;
use crate::domain::start::MONTHS;
use crate::optimize::choices::spread::SpendingClass;
use crate::optimize::rule::{Rule, Side};
use crate::optimize::statement::Statement;

/// Most sets of tills that are stated from the start; beyond them sets are stated when a plan breaks them.
const SETS_MAX: usize = 1 << 8;

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

/// What every till holds and what may be asked of it, so that any set of tills can be stated as a rule.
#[derive(Clone, Debug)]
pub struct EnvelopeBook {
    tills: Vec<TillMoney>,
    /// Tills that may pay, with what each place asks of them: (place, amount).
    asked: Vec<(Tills, Vec<(usize, Decimal)>)>,
}

#[derive(Clone, Debug)]
struct TillMoney {
    envelope: EnvelopeId,
    period: Period,
    money: Decimal,
    stated_at: Place,
}

impl EnvelopeBook {
    /// The book of a dossier's envelopes.
    pub fn of(places: Places) -> EnvelopeBook {
        let tills = tills(&places.dossier.envelopes);
        let asked = payable(places, &tills)
            .into_iter()
            .map(|(set, parts)| (set, asked_by(places, &parts)))
            .filter(|(_, amounts)| !amounts.is_empty())
            .collect();
        let money = |till: &Till| TillMoney {
            envelope: till.envelope.id.clone(),
            period: till.period,
            money: till.money,
            stated_at: till.envelope.place.clone(),
        };
        EnvelopeBook { tills: tills.iter().map(money).collect(), asked }
    }

    /// The same envelopes with this many times their money.
    pub fn times(&self, factor: Decimal) -> EnvelopeBook {
        let mut book = self.clone();
        book.tills.iter_mut().for_each(|till| till.money *= factor);
        book
    }

    /// Rules to begin with: for every connected union T of tills, sum over places of what only T may pay for <= money
    /// of T; of too many unions only the tills of single euros.
    pub fn rules(&self) -> Vec<Rule> {
        let sets = self.asked.iter().map(|(set, _)| set);
        let unions = unions(sets.clone()).unwrap_or_else(|| sets.cloned().collect());
        unions.iter().map(|union| self.rule(union)).collect()
    }

    /// A rule that the chosen places break; none when the tills can pay for all of them.
    pub fn broken(&self, chosen: &[bool]) -> Option<Rule> {
        let demands: Vec<(Decimal, Vec<usize>)> = self
            .asked
            .iter()
            .map(|(set, amounts)| {
                let own = amounts.iter().filter(|(place, _)| chosen[*place]).map(|(_, amount)| amount);
                (own.sum(), set.iter().copied().collect())
            })
            .collect();
        let money: Vec<Decimal> = self.tills.iter().map(|till| till.money.max(Decimal::ZERO)).collect();
        let rule = self.rule(&short_tills(&demands, &money)?);
        // Sums of twelfths may differ by what decimals lose; a rule is broken as rules are.
        (!rule.is_kept(chosen)).then_some(rule)
    }

    fn rule(&self, union: &Tills) -> Rule {
        let mut spent: BTreeMap<usize, Decimal> = BTreeMap::new();
        for (_, amounts) in self.asked.iter().filter(|(set, _)| set.is_subset(union)) {
            amounts.iter().for_each(|(place, amount)| *spent.entry(*place).or_default() += amount);
        }
        let tills: Vec<&TillMoney> = union.iter().map(|at| &self.tills[*at]).collect();
        let mut money: Vec<(EnvelopeId, Period)> =
            tills.iter().map(|till| (till.envelope.clone(), till.period)).collect();
        money.sort();
        let limit = tills.iter().map(|till| till.money).sum();
        let rule = Rule::new(Statement::Envelope { money }, terms(spent.into_iter()), Side::AtMost, limit);
        match tills.first() {
            Some(first) => rule.stated_at(&first.stated_at),
            None => rule,
        }
    }
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

/// Every union of these sets whose parts hang together, sorted; none when there are more than [`SETS_MAX`].
fn unions<'a>(sets: impl Iterator<Item = &'a Tills> + Clone) -> Option<BTreeSet<Tills>> {
    let mut found: BTreeSet<Tills> = sets.clone().cloned().collect();
    let mut open: Vec<Tills> = found.iter().cloned().collect();
    while let Some(union) = open.pop() {
        if found.len() > SETS_MAX {
            return None;
        }
        for set in sets.clone().filter(|set| !set.is_disjoint(&union)) {
            let larger: Tills = union.union(set).copied().collect();
            if found.insert(larger.clone()) {
                open.push(larger);
            }
        }
    }
    Some(found)
}

/// What each place asks for in these parts of its spending.
fn asked_by(places: Places, parts: &[Payable]) -> Vec<(usize, Decimal)> {
    let asked = places.spenders().map(|(place, investment, spending)| {
        let own = parts.iter().filter(|part| part.department == investment.department.trim());
        let amounts = own.map(|part| spending.in_months(part.months.clone(), |class| class == part.class));
        (place, amounts.sum())
    });
    terms(asked)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::domain::business_case::{Accounting, CostNature};
    use crate::domain::dossier::Dossier;
    use crate::domain::envelope::SpendingKind;
    use crate::domain::example;
    use crate::domain::text::Bilingual;
    use crate::optimize::rules::example::{NONE, at, begin, broken, dossier, line, of};
    use rust_decimal::dec;

    fn envelope(id: &str, departments: &[&str], amounts: &[(&str, Decimal)]) -> Envelope {
        Envelope {
            id: id.into(),
            name: Bilingual::default(),
            spending: SpendingKind::All,
            departments: departments.iter().map(|text| text.to_string()).collect(),
            amounts: amounts.iter().map(|(period, money)| (begin(period), *money)).collect(),
            transfer_group: None,
            carries_over: false,
            place: example::at("envelopes", 2),
        }
    }

    /// A of CIO, B of CMO, C of COO, with these envelopes.
    fn silos(envelopes: Vec<Envelope>) -> Dossier {
        let mut dossier = dossier(&["A", "B", "C"]);
        for (id, department) in [("A", "CIO"), ("B", "CMO"), ("C", "COO")] {
            of(&mut dossier, id).department = department.into();
        }
        dossier.envelopes = envelopes;
        dossier
    }

    #[test]
    fn a_department_spends_its_own_money_to_the_cent() {
        let plan = [at("A", "y0m02"), at("C", "y0")];
        let kept = silos(vec![envelope("E1", &["CIO"], &[("y0", dec!(1100)), ("y1", dec!(100))])]);
        assert_eq!(broken(&kept, &plan), NONE, "nobody limits COO");
        let short = silos(vec![envelope("E1", &["CIO"], &[("y0", dec!(1099.99)), ("y1", dec!(100))])]);
        assert_eq!(broken(&short, &plan), ["envelope:E1:y0"]);
        let open = silos(vec![envelope("E1", &["CIO"], &[("y1", dec!(99))])]);
        assert_eq!(broken(&open, &plan), ["envelope:E1:y1"], "year 0 is not stated, so not limited");
        let quarter = silos(vec![envelope("E1", &["CIO"], &[("y0q1", dec!(199.99))])]);
        assert_eq!(broken(&quarter, &plan), ["envelope:E1:y0q1"]);
    }

    #[test]
    fn a_fund_pays_where_departments_run_out_but_only_once() {
        let with_fund = |fund| {
            let own = |id, department| envelope(id, &[department], &[("y0", dec!(1000))]);
            silos(vec![own("E1", "CIO"), own("E2", "CMO"), envelope("F", &["CIO", "CMO"], &[("y0", fund)])])
        };
        let [a, b] = [at("A", "y0"), at("B", "y0")];
        assert_eq!(broken(&with_fund(dec!(200)), std::slice::from_ref(&a)), NONE);
        assert_eq!(broken(&with_fund(dec!(199.99)), std::slice::from_ref(&a)), ["envelope:E1+F:y0"]);
        assert_eq!(broken(&with_fund(dec!(400)), &[a.clone(), b.clone()]), NONE);
        assert_eq!(broken(&with_fund(dec!(399.99)), &[a, b]), ["envelope:E1+E2+F:y0"]);
    }

    #[test]
    fn envelopes_of_one_group_and_kind_lend_to_each_other() {
        let mut dossier = silos(vec![
            envelope("E1", &["CIO"], &[("y0", dec!(400))]),
            envelope("E2", &["CMO"], &[("y0", dec!(800))]),
        ]);
        assert_eq!(broken(&dossier, &[at("A", "y0")]), ["envelope:E1:y0"]);
        dossier.envelopes.iter_mut().for_each(|one| one.transfer_group = Some("T".into()));
        assert_eq!(broken(&dossier, &[at("A", "y0")]), NONE);
        assert_eq!(broken(&dossier, &[at("A", "y0"), at("B", "y0m12")]), ["envelope:E1+E2:y0"]);
        dossier.envelopes[1].spending = SpendingKind::Opex;
        assert_eq!(broken(&dossier, &[at("A", "y0")]), ["envelope:E1:y0"], "another kind lends nothing");
    }

    #[test]
    fn what_is_left_may_be_spent_later_but_not_before() {
        let amounts = [("y0", dec!(1000)), ("y1", dec!(1000)), ("y2", dec!(400))];
        let mut dossier = silos(vec![envelope("E1", &[], &amounts)]);
        assert_eq!(broken(&dossier, &[at("A", "y1")]), ["envelope:E1:y1"]);
        dossier.envelopes[0].carries_over = true;
        assert_eq!(broken(&dossier, &[at("A", "y1")]), NONE);
        assert_eq!(broken(&dossier, &[at("A", "y0")]), ["envelope:E1:y0"]);
        assert_eq!(broken(&dossier, &[at("A", "y1"), at("B", "y2")]), NONE, "2,400 of 2,400");
        dossier.envelopes[0].amounts.insert(begin("y2"), dec!(399.99));
        assert_eq!(broken(&dossier, &[at("A", "y1"), at("B", "y2")]), ["envelope:E1:y0-y2"]);
    }

    #[test]
    fn an_envelope_pays_its_kind_only() {
        let mut dossier = silos(vec![envelope("E1", &[], &[("y0", dec!(600))])]);
        let mut run = line("A", CostNature::Run, &[dec!(500)]);
        run.accounting = Accounting::Capex;
        of(&mut dossier, "A").variants[0].cost_lines.push(run);
        let plan = [at("A", "y0")];
        for (kind, is_kept) in [
            (SpendingKind::All, false),
            (SpendingKind::Opex, false),
            (SpendingKind::Capex, true),
            (SpendingKind::Run, true),
        ] {
            dossier.envelopes[0].spending = kind;
            assert_eq!(broken(&dossier, &plan).is_empty(), is_kept, "{kind:?}");
        }
        dossier.envelopes.push(envelope("E2", &[], &[("y0", dec!(1200))]));
        assert_eq!(broken(&dossier, &plan), NONE, "500 to run from E1, the rest from E2");
        dossier.envelopes[1].amounts = BTreeMap::from([(begin("y0"), dec!(1199.99))]);
        assert_eq!(broken(&dossier, &plan), ["envelope:E2:y0"], "E1 pays for running only");
    }

    #[test]
    fn tills_of_different_length_hang_together() {
        let year = envelope("Y", &[], &[("y0", dec!(900))]);
        let quarter = envelope(
            "Q",
            &[],
            &[("y0q1", dec!(300)), ("y0q2", dec!(0)), ("y0q3", dec!(0)), ("y0q4", dec!(0))],
        );
        let dossier = silos(vec![year, quarter]);
        assert_eq!(broken(&dossier, &[at("A", "y0")]), NONE, "the first quarter from Q, the others from Y");
        let plan = [at("A", "y0m02")];
        assert_eq!(broken(&dossier, &plan), NONE, "200 from Q, 900 from Y");
        let mut short = dossier.clone();
        short.envelopes[0].amounts.insert(begin("y0"), dec!(899.99));
        let name = "envelope:Q:y0q2-y0q4+Y:y0";
        assert!(broken(&short, &plan).contains(&name.to_string()), "{:?}", broken(&short, &plan));
    }

    #[test]
    fn sets_beyond_counting_are_found_when_a_plan_breaks_them() {
        let pairs: Vec<Tills> = (0..12).map(|at| Tills::from([0, at + 1])).collect();
        assert_eq!(unions(pairs.iter()), None);
        assert_eq!(unions(pairs[..7].iter()).map(|all| all.len()), Some((1 << 7) - 1));
        let own = |at: usize| (pairs[at].clone(), vec![(at, dec!(10))]);
        let till = |money| TillMoney {
            envelope: "E".into(),
            period: begin("y0"),
            money,
            stated_at: example::at("envelopes", 2),
        };
        let tills = std::iter::once(till(dec!(9))).chain((0..12).map(|_| till(dec!(8)))).collect();
        let book = EnvelopeBook { tills, asked: (0..12).map(own).collect() };
        assert_eq!(book.rules().len(), 12);
        let chosen = |count: usize| (0..12).map(|place| place < count).collect::<Vec<bool>>();
        assert!(book.broken(&chosen(4)).is_none(), "40 of 41");
        let broken = book.broken(&chosen(5)).expect("50 of 49");
        assert_eq!((broken.used(&chosen(5)), broken.limit), (dec!(50), dec!(49)));
    }
}
