//! What must hold of a chart's lists before it is drawn, so that the drawing script never meets a gap.

use super::kind::{CumulativeCash, Frame, MomentHeatmap, Waterfall};
use super::{Chart, ChartError};

/// Beyond this an f64 no longer holds every digit that would be printed.
const LARGEST: f64 = 1e15;
const MOST_DECIMALS: u8 = 9;

/// The first thing that keeps `chart` from being drawn.
pub(super) fn check(chart: &Chart) -> Result<(), ChartError> {
    let Frame { decimals, .. } = chart.frame();
    if *decimals > MOST_DECIMALS {
        return Err(ChartError::Amount { list: "decimals", amount: f64::from(*decimals) });
    }
    match chart {
        Chart::BudgetByYear(chart) => {
            some("years", &chart.years)?;
            some("spending", &chart.spending)?;
            for row in &chart.spending {
                length("spending", &row.amounts, chart.years.len())?;
                drawable("spending", row.amounts.iter().copied())?;
            }
            for row in &chart.limits {
                length("limits", &row.amounts, chart.years.len())?;
                drawable("limits", row.amounts.iter().flatten().copied())?;
            }
            Ok(())
        }
        Chart::CapacityByYear(chart) => {
            some("roles", &chart.roles)?;
            some("years", &chart.years)?;
            for year in &chart.years {
                length("shares", &year.shares, chart.roles.len())?;
                drawable("shares", year.shares.iter().flatten().copied())?;
            }
            Ok(())
        }
        Chart::MomentHeatmap(chart) => heatmap(chart),
        Chart::CostAgainstValue(chart) => {
            some("points", &chart.points)?;
            drawable("points", chart.points.iter().flat_map(|point| [point.cost, point.value]))
        }
        Chart::CumulativeCash(chart) => cash(chart),
        Chart::ObsessionProfile(chart) => {
            some("profiles", &chart.profiles)?;
            let marks = || chart.profiles.iter().flat_map(|profile| profile.amounts);
            drawable("profiles", marks())?;
            match marks().find(|mark| !(0.0..=10.0).contains(mark)) {
                Some(amount) => Err(ChartError::Amount { list: "profiles", amount }),
                None => Ok(()),
            }
        }
        Chart::Ranking(chart) => {
            some("bars", &chart.bars)?;
            drawable("bars", chart.bars.iter().map(|bar| bar.amount))
        }
        Chart::Waterfall(chart) => bridge(chart),
    }
}

fn heatmap(chart: &MomentHeatmap) -> Result<(), ChartError> {
    some("personas", &chart.personas)?;
    some("moments", &chart.moments)?;
    length("cells", &chart.cells, chart.moments.len())?;
    for row in &chart.cells {
        length("cells", row, chart.personas.len())?;
        drawable("cells", row.iter().flatten().copied())?;
    }
    drawable("scale", [chart.low, chart.high])?;
    if chart.low < chart.high {
        Ok(())
    } else {
        Err(ChartError::Amount { list: "scale", amount: chart.high })
    }
}

fn cash(chart: &CumulativeCash) -> Result<(), ChartError> {
    some("years", &chart.years)?;
    let rows = [("costs", &chart.costs), ("benefits", &chart.benefits), ("cumulative", &chart.cumulative)];
    for (list, row) in rows {
        length(list, row, chart.years.len())?;
        drawable(list, row.iter().copied())?;
    }
    Ok(())
}

fn bridge(chart: &Waterfall) -> Result<(), ChartError> {
    some("steps", &chart.steps)?;
    drawable("steps", chart.steps.iter().map(|step| step.amount))?;
    // Callers may hand in rounded amounts: each may be off by half of the last printed digit.
    let slack = 0.5 * 10f64.powi(-i32::from(chart.frame.decimals)) * (chart.steps.len() as f64 + 1.0);
    let mut reached = 0.0;
    for (at, step) in chart.steps.iter().enumerate() {
        if !step.total {
            reached += step.amount;
            continue;
        }
        if at > 0 && (reached - step.amount).abs() > slack {
            return Err(ChartError::Unbalanced { step: step.name.clone(), reached, stated: step.amount });
        }
        reached = step.amount;
    }
    Ok(())
}

fn some<T>(list: &'static str, entries: &[T]) -> Result<(), ChartError> {
    if entries.is_empty() { Err(ChartError::Empty(list)) } else { Ok(()) }
}

fn length<T>(list: &'static str, entries: &[T], expected: usize) -> Result<(), ChartError> {
    if entries.len() == expected {
        Ok(())
    } else {
        Err(ChartError::Length { list, expected, found: entries.len() })
    }
}

/// Also because JSON has no infinity and no not-a-number: they would arrive as gaps.
fn drawable(list: &'static str, amounts: impl IntoIterator<Item = f64>) -> Result<(), ChartError> {
    match amounts.into_iter().find(|amount| amount.is_nan() || amount.abs() > LARGEST) {
        Some(amount) => Err(ChartError::Amount { list, amount }),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::chart::kind::{Frame, Locale, Step, Waterfall};

    fn ending_at(end: f64) -> Result<(), ChartError> {
        let text = String::new;
        let frame =
            Frame { title: text(), description: text(), locale: Locale::English, unit: text(), decimals: 1 };
        let step = |amount, total| Step { name: "step".into(), amount, total };
        check(&Chart::Waterfall(Waterfall {
            frame,
            steps: vec![step(10.0, true), step(-3.0, false), step(1.0, false), step(end, true)],
        }))
    }

    #[test]
    fn a_bridge_may_be_off_by_its_rounding_and_no_more() {
        assert_eq!(ending_at(8.0), Ok(()));
        assert_eq!(ending_at(8.2), Ok(()));
        assert!(matches!(ending_at(8.3), Err(ChartError::Unbalanced { .. })));
        assert!(matches!(ending_at(7.7), Err(ChartError::Unbalanced { .. })));
    }

    #[test]
    fn amounts_are_finite_and_printable() {
        assert_eq!(drawable("bars", [0.0, -1e15, 1e15]), Ok(()));
        for amount in [f64::INFINITY, f64::NEG_INFINITY, 1e16] {
            assert_eq!(drawable("bars", [1.0, amount]), Err(ChartError::Amount { list: "bars", amount }));
        }
        assert!(matches!(drawable("bars", [f64::NAN]), Err(ChartError::Amount { .. })));
    }
}
