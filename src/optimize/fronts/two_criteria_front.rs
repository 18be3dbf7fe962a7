//! The exact frontier of two criteria over any program: supported points first, then all others by caps.
//!
//! For programs whose two sums are linear over their columns, when every efficient plan is wanted. Commands ask
//! `efficient_plans.rs` instead: coverage and objectives bend and are cut as the answers come, so no list of rows holds
//! them; and where both measures are linear (additive NPV against freedom or points), a few plans spread over the range
//! are asked for, which take it about as many solves, where this search would first look for all of them. It is for
//! callers that bring a finished program.

use crate::optimize::highs::{Answer, Ending, Limits};
use crate::optimize::program::{Program, Row};

/// What counts as a difference, and how much work is allowed.
#[derive(Clone, Debug)]
pub struct FrontLimits {
    /// Plans whose first criterion differs by less are equal in it; above the solver's tolerances.
    pub first_step: f64,
    /// The same for the second criterion: the next point must be at least this much better in it.
    pub second_step: f64,
    /// Solves after which the frontier is left with open stretches.
    pub most_solves: usize,
    /// Limits of each solve.
    pub solver: Limits,
}

/// A plan of the frontier.
#[derive(Clone, Debug)]
pub struct FrontPlan {
    /// The worth of the program.
    pub first: f64,
    pub second: f64,
    /// Column values; binary columns are exactly 0 or 1.
    pub columns: Vec<f64>,
    /// Proven efficient, by solves that were themselves proven.
    pub is_efficient: bool,
}

/// The efficient plans found, and where more may hide.
#[derive(Clone, Debug)]
pub struct ProgramFront {
    /// First criterion strictly falling, second strictly rising; empty when no plan exists.
    pub plans: Vec<FrontPlan>,
    /// Places p such that efficient plans may still exist between plans p and p + 1.
    pub open: Vec<usize>,
    pub solves: usize,
}

/// The solver failed, was stopped, or found no limit to a criterion, before the ends of the frontier were known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoEnds(pub Ending);

/// Every efficient plan of the program under its worth (first) and a second sum to be maximised.
///
/// 1. Ends: best first then second, best second then first.
/// 2. Supported plans by dichotomy (Aneja and Nair 1979): the best plan for the slope between two neighbours.
/// 3. Between neighbours, widest stretch first: the best first criterion with the second at least one step above the
///    plan before. It lands on the next plan, so a cap within reach of a known plan is never solved twice; when the
///    first criterion does not fall, the plan before was not efficient and gives way. So each solve that moves on also
///    proves the plan before it efficient.
pub fn two_criteria_front(
    program: &Program,
    second: &[(usize, f64)],
    limits: FrontLimits,
    solve: impl FnMut(&Program, &Limits, Option<&[f64]>) -> Answer,
) -> Result<ProgramFront, NoEnds> {
    let mut search = Search::of(program, second, limits.clone(), solve);
    let Some((best_first, best_second)) = search.ends()? else {
        return Ok(ProgramFront { plans: Vec::new(), open: Vec::new(), solves: search.solves });
    };
    let mut plans = vec![best_first];
    if plans[0].second + limits.second_step <= best_second.second {
        plans.push(best_second);
        plans = search.supported(plans);
    }
    let mut stretches: Vec<(f64, usize)> =
        plans.windows(2).map(|pair| area(&pair[0], &pair[1])).zip(0..).collect();
    stretches.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
    let mut between: Vec<(Vec<FrontPlan>, bool)> = vec![(Vec::new(), true); plans.len() - 1];
    for (_, at) in stretches {
        between[at] = search.filled(&plans[at], &plans[at + 1]);
    }
    let mut front = ProgramFront { plans: Vec::new(), open: Vec::new(), solves: search.solves };
    let mut between = between.into_iter();
    for plan in plans {
        front.plans.push(plan);
        let Some((inside, is_complete)) = between.next() else { break };
        front.plans.extend(inside);
        if !is_complete {
            front.open.push(front.plans.len() - 1);
        }
    }
    Ok(front)
}

fn area(left: &FrontPlan, right: &FrontPlan) -> f64 {
    (left.first - right.first) * (right.second - left.second)
}

struct Search<S> {
    program: Program,
    /// Worth of each column in either criterion.
    first: Vec<f64>,
    second: Vec<f64>,
    limits: FrontLimits,
    solve: S,
    solves: usize,
}

impl<S: FnMut(&Program, &Limits, Option<&[f64]>) -> Answer> Search<S> {
    fn of(program: &Program, second: &[(usize, f64)], limits: FrontLimits, solve: S) -> Search<S> {
        let mut sums = vec![0.0; program.columns.len()];
        second.iter().for_each(|(column, coefficient)| sums[*column] += coefficient);
        let first = program.columns.iter().map(|column| column.worth).collect();
        Search { program: program.clone(), first, second: sums, limits, solve, solves: 0 }
    }

    /// The best plan for a mix of the criteria under floors on them.
    fn best(
        &mut self,
        mix: (f64, f64),
        floors: (Option<f64>, Option<f64>),
        start: Option<&[f64]>,
    ) -> Result<FrontPlan, Ending> {
        let size = mix.0.abs().max(mix.1.abs());
        for (place, column) in self.program.columns.iter_mut().enumerate() {
            column.worth = (mix.0 * self.first[place] + mix.1 * self.second[place]) / size;
        }
        let rows = self.program.rows.len();
        for (sums, floor) in [(&self.first, floors.0), (&self.second, floors.1)] {
            if let Some(low) = floor {
                let used = sums.iter().copied().enumerate().filter(|(_, coefficient)| *coefficient != 0.0);
                self.program.rows.push(Row { terms: used.collect(), low, high: f64::INFINITY });
            }
        }
        self.solves += 1;
        let answer = (self.solve)(&self.program, &self.limits.solver, start);
        self.program.rows.truncate(rows);
        match (answer.ending, answer.columns) {
            (Ending::Solved, Some(columns)) => Ok(self.plan(columns)),
            (Ending::Solved, None) => Err(Ending::Failed),
            (ending, _) => Err(ending),
        }
    }

    fn plan(&self, mut columns: Vec<f64>) -> FrontPlan {
        for (value, column) in columns.iter_mut().zip(&self.program.columns) {
            if column.is_binary {
                *value = value.round();
            }
        }
        let sum = |sums: &[f64]| sums.iter().zip(&columns).map(|(sum, value)| sum * value).sum();
        let (first, second) = (sum(&self.first), sum(&self.second));
        FrontPlan { first, second, columns, is_efficient: true }
    }

    /// Best first then second, and best second then first; none when no plan exists.
    fn ends(&mut self) -> Result<Option<(FrontPlan, FrontPlan)>, NoEnds> {
        let limits = self.limits.clone();
        let top = match self.best((1.0, 0.0), (None, None), None) {
            Ok(plan) => plan,
            Err(Ending::Infeasible) => return Ok(None),
            Err(ending) => return Err(NoEnds(ending)),
        };
        let floor = top.first - limits.first_step / 2.0;
        let left = self.best((0.0, 1.0), (Some(floor), None), Some(&top.columns)).map_err(NoEnds)?;
        let top = self.best((0.0, 1.0), (None, None), Some(&left.columns)).map_err(NoEnds)?;
        let floor = top.second - limits.second_step / 2.0;
        let right = self.best((1.0, 0.0), (None, Some(floor)), Some(&top.columns)).map_err(NoEnds)?;
        Ok(Some((left, right)))
    }

    /// Adds the supported plans between the ends.
    fn supported(&mut self, ends: Vec<FrontPlan>) -> Vec<FrontPlan> {
        let mut plans = ends;
        let mut at = 0;
        while at + 1 < plans.len() {
            let (left, right) = (&plans[at], &plans[at + 1]);
            let is_wide = self.limits.first_step < left.first - right.first
                && self.limits.second_step < right.second - left.second;
            if !is_wide || self.limits.most_solves <= self.solves {
                at += 1;
                continue;
            }
            let mix = (right.second - left.second, left.first - right.first);
            let start = left.columns.clone();
            let found = self.best(mix, (None, None), Some(&start)).ok();
            let (left, right) = (&plans[at], &plans[at + 1]);
            let half = (self.limits.first_step / 2.0, self.limits.second_step / 2.0);
            let is_between = |plan: &FrontPlan| {
                right.first + half.0 < plan.first
                    && plan.first + half.0 < left.first
                    && left.second + half.1 < plan.second
                    && plan.second + half.1 < right.second
            };
            match found.filter(is_between) {
                Some(plan) => plans.insert(at + 1, plan),
                None => at += 1,
            }
        }
        plans
    }

    /// The efficient plans strictly between two efficient neighbours, and whether these are all.
    fn filled(&mut self, left: &FrontPlan, right: &FrontPlan) -> (Vec<FrontPlan>, bool) {
        let (half, step) = (self.limits.first_step / 2.0, self.limits.second_step);
        let mut inside: Vec<FrontPlan> = Vec::new();
        loop {
            let before = inside.last().unwrap_or(left);
            let floor = before.second + step;
            if right.second < floor + step / 2.0 || before.first - right.first <= half {
                break;
            }
            if self.limits.most_solves <= self.solves {
                return (inside, false);
            }
            // A hair below the next step, so that the solver's tolerance cannot cut the plan that reaches it exactly.
            let floor = floor - step / 1024.0;
            let Ok(mut next) = self.best((1.0, 0.0), (None, Some(floor)), Some(&right.columns)) else {
                return (inside, false);
            };
            if let Some(before) = inside.last_mut() {
                if before.first - next.first < half {
                    inside.pop();
                } else {
                    before.is_efficient = true;
                }
            }
            if next.first - right.first < half {
                break;
            }
            next.is_efficient = false;
            inside.push(next);
        }
        if let Some(last) = inside.last_mut() {
            last.is_efficient = true;
        }
        (inside, true)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::optimize::highs;
    use crate::optimize::watch::Watch;
    use crate::optimize::weights::draw::Draws;

    const LIMITS: FrontLimits = FrontLimits {
        first_step: 1.0,
        second_step: 1.0,
        most_solves: usize::MAX,
        solver: Limits { seconds: None, relative_gap: 0.0, seed: 0, watch: Watch::none() },
    };

    /// A small program with two rows, and its second criterion.
    fn random_program(seed: u64) -> (Program, Vec<(usize, f64)>) {
        let draws = Draws::new(seed);
        let below = |number: u64, size: u64| (draws.bits(number) % size) as f64;
        let mut program = Program::default();
        let columns: Vec<usize> = (0..9).map(|place| program.binary(below(place, 12) - 2.0)).collect();
        for row in 1..3 {
            let terms =
                columns.iter().map(|column| (*column, below(row * 20 + *column as u64, 9) + 1.0)).collect();
            program.at_most(terms, 18.0);
        }
        let second = columns.iter().map(|column| (*column, below(80 + *column as u64, 12) - 2.0)).collect();
        (program, second)
    }

    fn by_counting(program: &Program, second: &[(usize, f64)]) -> Vec<(f64, f64)> {
        let mut all: Vec<(f64, f64)> = Vec::new();
        for choice in 0_u32..1 << program.columns.len() {
            let value = |column: usize| f64::from(choice >> column & 1);
            let sum =
                |terms: &[(usize, f64)]| terms.iter().map(|(at, factor)| factor * value(*at)).sum::<f64>();
            if program.rows.iter().all(|row| sum(&row.terms) <= row.high) {
                let worth: f64 =
                    (0..program.columns.len()).map(|at| program.columns[at].worth * value(at)).sum();
                all.push((worth, sum(second)));
            }
        }
        all.sort_by(|one, other| other.0.total_cmp(&one.0).then(other.1.total_cmp(&one.1)));
        let mut front: Vec<(f64, f64)> = Vec::new();
        for point in all {
            if front.last().is_none_or(|last| last.1 < point.1) {
                front.push(point);
            }
        }
        front
    }

    #[test]
    fn every_efficient_plan_is_found_and_proven() {
        for seed in 0..25 {
            let (program, second) = random_program(seed);
            let front = two_criteria_front(&program, &second, LIMITS, highs::solve).expect("ends");
            let found: Vec<(f64, f64)> = front.plans.iter().map(|plan| (plan.first, plan.second)).collect();
            assert_eq!(found, by_counting(&program, &second), "seed {seed}");
            assert!(front.open.is_empty() && front.plans.iter().all(|plan| plan.is_efficient));
        }
    }

    #[test]
    fn an_unfinished_frontier_names_its_open_stretches_and_claims_no_more_than_it_proved() {
        for seed in 0..10 {
            let (program, second) = random_program(seed);
            let limits = FrontLimits { most_solves: 8, ..LIMITS };
            let front = two_criteria_front(&program, &second, limits, highs::solve).expect("ends");
            let truth = by_counting(&program, &second);
            let proven = front.plans.iter().filter(|plan| plan.is_efficient);
            assert!(proven.clone().all(|plan| truth.contains(&(plan.first, plan.second))));
            assert!(front.solves <= 8);
            assert!(truth.len() == proven.count() || !front.open.is_empty(), "seed {seed}");
        }
    }

    #[test]
    fn no_plan_gives_no_point_and_no_limit_gives_no_ends() {
        let mut program = Program::default();
        let column = program.binary(1.0);
        program.at_least(vec![(column, 1.0)], 2.0);
        let front = two_criteria_front(&program, &[(column, 1.0)], LIMITS, highs::solve).expect("an answer");
        assert!(front.plans.is_empty());
        let mut program = Program::default();
        let column = program.continuous(0.0, f64::INFINITY, 1.0);
        assert!(two_criteria_front(&program, &[(column, 1.0)], LIMITS, highs::solve).is_err());
    }
}
