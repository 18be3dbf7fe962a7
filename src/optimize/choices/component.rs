//! `Component`: a shared component bought at one of its possible starts by one of those who may pay for it, as places behind
//! those of the candidates.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::candidate::Candidate;
use super::spread::Spending;
use crate::case::amounts::{Amounts, later};
use crate::case::cases::Cases;
use crate::domain::dossier::Dossier;
use crate::domain::investment::InvestmentId;
use crate::domain::portfolio_rule::{PortfolioRule, PortfolioRuleKind};
use crate::domain::start::Start;
use crate::optimize::program::Program;

/// A shared component bought at one start by one payer; the plan buys it once, when the first candidate that needs it starts,
/// and the first investment by identifier of those chosen that need it pays.
#[derive(Clone, Debug)]
pub struct Component {
    pub id: String,
    pub start: Start,
    /// The investment whose department and vendor answer for it; for all that are told by it, those of the same department,
    /// vendor and rules that follow it.
    pub owner: InvestmentId,
    /// Places of the candidates that need it and begin at this start.
    pub wanted_by: Vec<usize>,
    /// Places of the payer's candidates that need it, at any start.
    pub paid_by: Vec<usize>,
    /// Places of the candidates that need it and pay before the payer.
    pub before: Vec<usize>,
    /// Expected cost by year, in full whatever the shares of those who need it.
    pub cost: Amounts,
    pub spending: Spending,
}

/// Every shared component at every start of a candidate that needs it and by every payer, by identifier, start and payer.
///
/// Component k stands at place `all.len() + k` of a choice.
pub fn components(dossier: &Dossier, cases: &Cases, all: &[Candidate]) -> Vec<Component> {
    let mut found = Vec::new();
    for component in &cases.components {
        let needing: Vec<usize> =
            (0..all.len()).filter(|place| all[*place].components.contains(&component.id)).collect();
        let payers = payers(dossier, all, &needing);
        let mut starts: BTreeMap<Start, Vec<usize>> = BTreeMap::new();
        for place in needing {
            starts.entry(all[place].choice.start).or_default().push(place);
        }
        for (start, wanted_by) in starts {
            let mut before: Vec<usize> = Vec::new();
            for (owner, paid_by) in &payers {
                found.push(Component {
                    id: component.id.clone(),
                    start,
                    owner: owner.clone(),
                    wanted_by: wanted_by.clone(),
                    paid_by: paid_by.clone(),
                    before: before.clone(),
                    cost: later(&component.cost, start),
                    spending: Spending::of(component.lines.iter(), start, Decimal::ONE),
                });
                before.extend(paid_by);
            }
        }
    }
    found
}

/// Those who may pay, by identifier, each with its places; investments that follow each other and that no envelope and no
/// share can tell apart pay as one.
fn payers(dossier: &Dossier, all: &[Candidate], needing: &[usize]) -> Vec<(InvestmentId, Vec<usize>)> {
    let mut own: BTreeMap<&InvestmentId, Vec<usize>> = BTreeMap::new();
    for place in needing {
        own.entry(&all[*place].choice.investment).or_default().push(*place);
    }
    let mut payers: Vec<(InvestmentId, Vec<usize>)> = Vec::new();
    for (investment, places) in own {
        match payers.last_mut() {
            Some((known, with)) if is_alike(dossier, known, investment) => with.extend(places),
            _ => payers.push((investment.clone(), places)),
        }
    }
    payers
}

/// Whether two investments have the same department and vendor and are members of the same shares.
fn is_alike(dossier: &Dossier, a: &InvestmentId, b: &InvestmentId) -> bool {
    let Some((one, other)) = dossier.investment(a).zip(dossier.investment(b)) else { return false };
    let is_in_both = |rule: &PortfolioRule| match &rule.kind {
        PortfolioRuleKind::Share { members, .. } => members.contains(a) == members.contains(b),
        _ => true,
    };
    one.department.trim() == other.department.trim()
        && one.vendor.trim() == other.vendor.trim()
        && dossier.rules.iter().all(is_in_both)
}

/// Sets the places of the components exactly as the first `n_candidates` places of the choice have them bought.
pub fn complete(components: &[Component], n_candidates: usize, chosen: &mut Vec<bool>) {
    chosen.truncate(n_candidates);
    let mut known: Option<&str> = None;
    for component in components {
        let is_first = known != Some(component.id.as_str());
        let is_any = |places: &[usize]| places.iter().any(|place| chosen[*place]);
        let is_bought = is_first
            && is_any(&component.wanted_by)
            && is_any(&component.paid_by)
            && !is_any(&component.before);
        if is_bought {
            known = Some(&component.id);
        }
        chosen.push(is_bought);
    }
}

/// Ties the components' columns to the candidates' (columns = places), so that they follow from them.
///
/// For every component and every start s: bought by s >= started by s, for each investment that needs it; bought by s
/// <= sum of those started by s; bought at most once. Where several may pay: paid by p <= sum of the candidates of p, and
/// for each investment of p, itself and what is paid by all those after p <= 1. With the candidates fixed only one point is
/// left.
pub fn add_links(program: &mut Program, components: &[Component], all: &[Candidate]) {
    for run in components.chunk_by(|a, b| a.id == b.id) {
        let first = components.partition_point(|one| one.id < run[0].id);
        let mut bought: Vec<(usize, f64)> = Vec::new();
        let mut started: BTreeMap<&InvestmentId, Vec<usize>> = BTreeMap::new();
        let mut at = all.len() + first;
        for same_start in run.chunk_by(|a, b| a.start == b.start) {
            bought.extend((at..at + same_start.len()).map(|column| (column, 1.0)));
            at += same_start.len();
            let mut new: BTreeSet<&InvestmentId> = BTreeSet::new();
            for place in &same_start[0].wanted_by {
                let investment = &all[*place].choice.investment;
                started.entry(investment).or_default().push(*place);
                new.insert(investment);
            }
            // Those that cannot start now asked for it already: bought by then is no smaller now.
            for investment in new {
                let wanting = started[investment].iter().map(|place| (*place, -1.0));
                program.at_least(bought.iter().copied().chain(wanting).collect(), 0.0);
            }
            let wanting = started.values().flatten().map(|place| (*place, -1.0));
            program.at_most(bought.iter().copied().chain(wanting).collect(), 0.0);
        }
        program.at_most(bought, 1.0);
        add_payers(program, run, all.len() + first, all);
    }
}

/// The rows that leave one payer, for the columns of one component from `first` on; none where only one may pay.
fn add_payers(program: &mut Program, run: &[Component], first: usize, all: &[Candidate]) {
    let n_payers = run.chunk_by(|a, b| a.start == b.start).next().map_or(0, <[Component]>::len);
    if n_payers < 2 {
        return;
    }
    let columns = |is_meant: &dyn Fn(usize) -> bool| -> Vec<(usize, f64)> {
        let meant = (0..run.len()).filter(|at| is_meant(at % n_payers));
        meant.map(|at| (first + at, 1.0)).collect()
    };
    for (payer, component) in run[..n_payers].iter().enumerate() {
        let own = component.paid_by.iter().map(|place| (*place, -1.0));
        program.at_most(columns(&|other| other == payer).into_iter().chain(own).collect(), 0.0);
        let mut investments: BTreeMap<&InvestmentId, Vec<(usize, f64)>> = BTreeMap::new();
        for place in &component.paid_by {
            investments.entry(&all[*place].choice.investment).or_default().push((*place, 1.0));
        }
        for present in investments.into_values() {
            program.at_most(columns(&|other| other > payer).into_iter().chain(present).collect(), 1.0);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_decimal::dec;

    use crate::case::portfolio_case::{PortfolioCase, ValueModel, portfolio_npv};
    use crate::domain::business_case::CostNature;
    use crate::domain::envelope::SpendingKind;
    use crate::domain::example;
    use crate::domain::period::PeriodLength;
    use crate::domain::portfolio::{Choice, Portfolio};
    use crate::optimize::choices::candidate::{candidates, chosen_of};
    use crate::optimize::highs::{Ending, Limits, solve};
    use crate::optimize::question::Starts;
    use crate::optimize::rules::example::{NONE, at, broken, dossier, line, of, state};

    /// A and B need the same platform, 600 in its first year and 240 in the next; C needs nothing.
    fn with_platform() -> Dossier {
        let mut dossier = dossier(&["A", "B", "C"]);
        dossier.settings.period = PeriodLength::Year;
        for id in ["A", "B"] {
            let mut platform = line(id, CostNature::Licence, &[dec!(600), dec!(240)]);
            platform.shared_component = Some("PLATFORM".into());
            of(&mut dossier, id).variants.iter_mut().for_each(|one| one.cost_lines.push(platform.clone()));
        }
        dossier
    }

    fn cases(dossier: &Dossier) -> Cases {
        Cases::of(dossier, &example::model()).expect("small amounts")
    }

    /// Every plan of at most one start of A and of B.
    fn plans() -> Vec<Vec<Choice>> {
        let starts = [None, Some("y0"), Some("y1"), Some("y2")];
        let of = |id: &str, start: Option<&str>| start.map(|start| at(id, start));
        let pairs = starts.iter().flat_map(|a| starts.iter().map(move |b| [of("A", *a), of("B", *b)]));
        pairs.map(|pair| pair.into_iter().flatten().collect()).collect()
    }

    #[test]
    fn a_plan_pays_once_from_the_first_start() {
        let dossier = with_platform();
        let cases = cases(&dossier);
        let cost = |plan: Vec<Choice>| {
            PortfolioCase::of(&dossier, &cases, &Portfolio::new(plan), ValueModel::Full).cost
        };
        assert_eq!(cost(vec![at("A", "y0")]), [dec!(1800), dec!(240), dec!(0), dec!(0)]);
        assert_eq!(cost(vec![at("A", "y0"), at("B", "y0")]), [dec!(3000), dec!(240), dec!(0), dec!(0)]);
        assert_eq!(cost(vec![at("A", "y2"), at("B", "y1")]), [dec!(0), dec!(1800), dec!(1440), dec!(0)]);
        assert_eq!(cost(vec![at("C", "y0")]), [dec!(1200), dec!(0), dec!(0), dec!(0)]);
        assert_eq!(
            cases.get(&"B".into(), &"core".into()).unwrap().cost[0],
            dec!(1800),
            "alone it pays in full"
        );
        let half = Choice { share: dec!(0.5), ..at("A", "y0") };
        assert_eq!(
            cost(vec![half]),
            [dec!(1200), dec!(240), dec!(0), dec!(0)],
            "half of A, all of the platform"
        );
    }

    #[test]
    fn rules_count_a_component_once_and_for_its_first_owner() {
        let mut dossier = with_platform();
        dossier.settings.budgets.insert(0, dec!(3000));
        dossier.settings.budgets.insert(1, dec!(240));
        let plan = [at("A", "y0"), at("B", "y0")];
        assert_eq!(broken(&dossier, &plan), NONE);
        dossier.settings.budgets.insert(0, dec!(2999.99));
        dossier.settings.budgets.insert(1, dec!(239.99));
        assert_eq!(broken(&dossier, &plan), ["budget:y0", "budget:y1"]);
        dossier.settings.budgets.clear();
        // 2,040 of 3,240 are of the vendor of A, also when only the start of B buys the platform first.
        let share = |share| PortfolioRuleKind::VendorShare { of: SpendingKind::All, share };
        of(&mut dossier, "B").vendor = "V-B".into();
        of(&mut dossier, "A").vendor = "V-A".into();
        state(&mut dossier, share(dec!(0.62)));
        assert_eq!(broken(&dossier, &[at("A", "y1"), at("B", "y0")]), ["rule:R1:V-A"]);
        state(&mut dossier, share(dec!(0.63)));
        assert_eq!(broken(&dossier, &[at("A", "y1"), at("B", "y0")]), NONE);
    }

    /// Who is not in the plan pays for nothing, whatever it is called.
    #[test]
    fn the_first_of_the_plan_that_needs_a_component_pays_for_it() {
        let mut dossier = with_platform();
        let share = |share| PortfolioRuleKind::VendorShare { of: SpendingKind::All, share };
        of(&mut dossier, "A").vendor = "V-A".into();
        of(&mut dossier, "B").vendor = "V-B".into();
        state(&mut dossier, share(dec!(0.5)));
        // 840 of B and of the platform are all of the vendor of B: A is outside.
        assert_eq!(broken(&dossier, &[at("B", "y0")]), ["rule:R1:V-B"]);
        assert_eq!(broken(&dossier, &[at("A", "y0")]), ["rule:R1:V-A"]);
    }

    #[test]
    fn worth_is_that_of_the_candidates_and_of_what_they_buy() {
        let dossier = with_platform();
        let cases = cases(&dossier);
        let all = candidates(&dossier, &cases, Starts::Free);
        let shared = components(&dossier, &cases, &all);
        for plan in plans() {
            let plan = Portfolio::new(plan);
            let mut chosen = chosen_of(&all, &plan);
            complete(&shared, all.len(), &mut chosen);
            let mut spent = crate::case::amounts::nothing(cases.horizon());
            let costs = all.iter().map(|one| &one.cost).chain(shared.iter().map(|one| &one.cost));
            for (cost, _) in costs.zip(&chosen).filter(|(_, is_in)| **is_in) {
                crate::case::amounts::add(&mut spent, cost);
            }
            let case = PortfolioCase::of(&dossier, &cases, &plan, ValueModel::Full);
            assert_eq!(spent, case.cost, "{plan:?}");
            assert_eq!(case.npv, portfolio_npv(&dossier, &cases, &plan, ValueModel::Full));
        }
    }

    #[test]
    fn the_links_leave_one_point_whatever_the_components_are_worth() {
        let mut dossier = with_platform();
        let cases = cases(&dossier);
        let all = candidates(&dossier, &cases, Starts::Free);
        assert_eq!(components(&dossier, &cases, &all).len(), 3, "one place per start");
        of(&mut dossier, "A").vendor = "V-A".into();
        let shared = components(&dossier, &cases, &all);
        assert_eq!(shared.len(), 6, "one place per start and payer");
        for (plan, worth) in plans().into_iter().flat_map(|plan| [(plan.clone(), 1.0), (plan, -1.0)]) {
            let mut chosen = chosen_of(&all, &Portfolio::new(plan));
            let mut program = Program::default();
            for is_in in &chosen {
                let column = program.binary(0.0);
                program.equal(vec![(column, 1.0)], f64::from(u8::from(*is_in)));
            }
            shared.iter().for_each(|_| {
                program.continuous(0.0, 1.0, worth);
            });
            add_links(&mut program, &shared, &all);
            let answer = solve(&program, &Limits::default(), None);
            assert_eq!(answer.ending, Ending::Solved);
            complete(&shared, all.len(), &mut chosen);
            let told: Vec<bool> = answer.columns.expect("a point").iter().map(|one| *one > 0.5).collect();
            assert_eq!(told, chosen);
        }
    }
}
