//! `Line`: one line of a business case with everything that the sheets say about it.

use rust_decimal::{Decimal, dec};

use super::page::Page;
use super::parameters::Parameters;
use super::sheet::{At, Sheet, cell};
use crate::case::amounts::Amounts;
use crate::case::benefits::benefit_case;
use crate::case::costs::cost_case;
use crate::case::lever::lever_amounts;
use crate::domain::business_case::{BenefitLine, CostLine, CostNature};
use crate::domain::evidence::EvidenceLevel;
use crate::domain::investment::{Investment, Variant};

/// What a line is, as it was entered.
#[derive(Clone, Copy)]
pub enum Entered<'a> {
    Cost(&'a CostLine),
    Benefit(&'a BenefitLine),
}

/// One line of one variant; amounts by year, costs positive.
#[derive(Clone)]
pub struct Line<'a> {
    pub investment: &'a Investment,
    pub variant: &'a Variant,
    pub entered: Entered<'a>,
    /// Low, likely and high: factors of a cost, effects of a benefit; nothing when withheld.
    pub estimate: Option<[Decimal; 3]>,
    /// As entered, a benefit at its likely effect (at its mean when that is zero); nothing where withheld.
    pub stated: Vec<Option<Decimal>>,
    /// Mean over likely.
    pub mean: Decimal,
    /// Share kept after the evidence discount.
    pub kept: Decimal,
    /// Stated x mean x kept; nothing when withheld.
    pub used: Option<Amounts>,
}

impl<'a> Line<'a> {
    pub fn id(&self) -> &'a str {
        match self.entered {
            Entered::Cost(line) => &line.id,
            Entered::Benefit(line) => &line.id,
        }
    }

    pub fn is_cost(&self) -> bool {
        matches!(self.entered, Entered::Cost(_))
    }

    pub fn level(&self) -> Option<EvidenceLevel> {
        match self.entered {
            Entered::Cost(_) => None,
            Entered::Benefit(line) => Some(line.evidence),
        }
    }

    /// capex, opex or benefit, in words.
    pub fn kind(&self, page: &Page) -> String {
        match self.entered {
            Entered::Cost(line) => line.accounting.name().to_string(),
            Entered::Benefit(_) => page.say("benefit", "gain"),
        }
    }

    /// The nature of a cost or the lever of a benefit.
    pub fn subject(&self, page: &Page<'a>) -> String {
        match self.entered {
            Entered::Cost(line) => nature(page, line.nature),
            Entered::Benefit(line) => page
                .dossier()
                .lever(&line.lever)
                .map_or(line.lever.as_str(), |lever| page.name(&lever.name, lever.id.as_str()))
                .to_string(),
        }
    }
}

/// Every line of the dossier: by investment and variant, costs first.
pub fn lines<'a>(page: &Page<'a>) -> Vec<Line<'a>> {
    page.dossier().variants().flat_map(|(investment, variant)| lines_of(page, investment, variant)).collect()
}

/// The lines of one variant, costs first.
pub fn lines_of<'a>(page: &Page<'a>, investment: &'a Investment, variant: &'a Variant) -> Vec<Line<'a>> {
    let costs = variant.cost_lines.iter().map(|line| cost(page, investment, variant, line));
    let benefits = variant.benefit_lines.iter().map(|line| benefit(page, investment, variant, line));
    costs.chain(benefits).collect()
}

fn cost<'a>(
    page: &Page<'a>,
    investment: &'a Investment,
    variant: &'a Variant,
    line: &'a CostLine,
) -> Line<'a> {
    let horizon = page.result.cases.horizon();
    let stated = (0..=horizon).map(|year| line.amounts.get(year).copied().unwrap_or(Some(Decimal::ZERO)));
    Line {
        investment,
        variant,
        entered: Entered::Cost(line),
        estimate: Some([line.low_multiplier, dec!(1), line.high_multiplier]),
        stated: stated.collect(),
        mean: line.expected_multiplier(),
        kept: dec!(1),
        used: cost_case(line, horizon).map(|case| case.expected),
    }
}

fn benefit<'a>(
    page: &Page<'a>,
    investment: &'a Investment,
    variant: &'a Variant,
    line: &'a BenefitLine,
) -> Line<'a> {
    let n_years = page.result.cases.factors.len();
    let case = benefit_case(page.dossier(), page.result.model, line);
    let formula = page.dossier().lever(&line.lever).and_then(|lever| lever.formula.as_ref());
    let (Some(effect), Some(case)) = (line.effect, case) else {
        return Line {
            investment,
            variant,
            entered: Entered::Benefit(line),
            estimate: None,
            stated: vec![None; n_years],
            mean: dec!(1),
            kept: dec!(1),
            used: None,
        };
    };
    let basis = if effect.mode.is_zero() { case.claimed } else { effect.mode };
    let stated = match formula {
        Some(formula) => {
            let effects: Vec<Decimal> = case.ramp.iter().map(|share| basis * share).collect();
            lever_amounts(formula, &effects)
        }
        None => vec![Decimal::ZERO; n_years],
    };
    Line {
        investment,
        variant,
        entered: Entered::Benefit(line),
        estimate: Some([effect.low, effect.mode, effect.high]),
        stated: stated.into_iter().map(Some).collect(),
        mean: if effect.mode.is_zero() { dec!(1) } else { case.claimed / effect.mode },
        kept: if case.claimed > Decimal::ZERO {
            page.result.model.kept_share(line.evidence)
        } else {
            dec!(1)
        },
        used: Some(case.adjusted),
    }
}

/// Writes low, likely and high and, from them, the mean factor and the share kept, in five neighbouring cells.
pub fn write_factors(
    page: &Page,
    parameters: &Parameters,
    sheet: &mut Sheet,
    line: &Line,
    (row, column): At,
) {
    let Some(estimate) = line.estimate else { return };
    for (at, figure) in (column..).zip(estimate) {
        sheet.number((row, at), figure, page.looks.entered_number(figure));
    }
    let [low, likely, high] = [0, 1, 2].map(|more| cell((row, column + more)));
    let mean = format!("({low}+4*{likely}+{high})/6");
    let formula = format!("=IF({likely}=0,1,{mean}/{likely})");
    sheet.formula((row, column + 3), &formula, line.mean, &page.looks.factor);
    let kept = match line.level() {
        Some(level) => format!("=IF({mean}>0,{},1)", parameters.kept(level)),
        None => "=1".to_string(),
    };
    sheet.formula((row, column + 4), &kept, line.kept, &page.looks.factor);
}

/// The nature of a cost in words.
pub fn nature(page: &Page, nature: CostNature) -> String {
    let (en, fr) = match nature {
        CostNature::Build => ("build", "construction"),
        CostNature::Licence => ("licence", "licence"),
        CostNature::Migration => ("migration", "migration"),
        CostNature::Integration => ("integration", "intégration"),
        CostNature::Change => ("change", "conduite du changement"),
        CostNature::Training => ("training", "formation"),
        CostNature::Run => ("run", "exploitation"),
        CostNature::Exit => ("exit", "sortie"),
    };
    page.say(en, fr)
}
