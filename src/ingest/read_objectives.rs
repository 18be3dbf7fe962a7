//! Reads objectives and the judgements that weigh them.

use std::collections::BTreeMap;

use rust_decimal::{Decimal, dec};

use super::columns::Sheet;
use super::faults;
use super::keys::Keys;
use super::row::Row;
use crate::domain::finding::{Finding, Severity};
use crate::domain::objective::{
    Measure, Objective, PairJudgement, StakeholderWeight, ValueShape, WeightMethod,
};
use crate::quantity::real::real;
use crate::wire::decimal::decimal;
use crate::wire::words;

/// The objectives, sorted by identifier.
pub fn objectives(sheet: &Sheet, findings: &mut Vec<Finding>) -> Vec<Objective> {
    let own = sheet.columns.iter().find(|column| column.schema.name == "id");
    let ids =
        sheet.table.records.iter().filter_map(|record| record.cells.get(own?.at)).map(|text| text.into());
    let keys = Keys::new(("objective", "objectif"), ids);
    let mut objectives = sheet.collect(findings, |row| {
        row.check_numbers(&["swing_rank"]);
        let id = row.id("id");
        Some(Objective {
            parent: row.reference("parent_id", &keys),
            name: row.name("name"),
            measure: measure(row),
            swing_points: row.number("swing_points"),
            plan_owner: row.text("plan_owner"),
            deliver_owner: row.text("deliver_owner"),
            measure_owner: row.text("measure_owner"),
            place: row.place(),
            id: id?,
        })
    });
    objectives.sort_by(|a, b| a.id.cmp(&b.id));
    objectives
}

/// The measured side: nothing when all its cells are blank, a finding for each that is missing when only some are.
fn measure(row: &mut Row) -> Option<Measure> {
    let (kpi, unit) = (row.text("kpi"), row.text("unit"));
    let direction = row.choice("direction", &words::DIRECTION);
    let numbers = [row.number("baseline"), row.number("worst"), row.number("best")];
    let target = row.number("target");
    let shape = shape(row);
    let source = row.choice("kpi_source", &words::KPI_SOURCE).unwrap_or_default();
    let is_blank = |row: &mut Row, name: &str| row.text(name).is_empty();
    let needed = ["direction", "baseline", "worst", "best"];
    let blanks: Vec<&str> = needed.into_iter().filter(|name| is_blank(row, name)).collect();
    if kpi.is_empty() && blanks.len() == needed.len() {
        return None;
    }
    for name in blanks {
        row.findings.push(faults::cell_missing(&row.place(), name));
    }
    let [baseline, worst, best] = numbers;
    Some(Measure {
        kpi,
        unit,
        direction: direction?,
        baseline: baseline?,
        target,
        worst: worst?,
        best: best?,
        shape,
        source,
    })
}

/// The value shape; linear when blank or, beside a finding, when unreadable.
fn shape(row: &mut Row) -> ValueShape {
    let text = row.text("value_shape");
    if let Some(at) = words::VALUE_SHAPES.iter().position(|word| words::is_same_word(word, &text)) {
        return [ValueShape::Linear, ValueShape::Concave, ValueShape::Convex, ValueShape::S][at].clone();
    }
    if text.is_empty() {
        return ValueShape::Linear;
    }
    match points(&text) {
        Some(points) => ValueShape::Piecewise(points),
        None => {
            let accepted = ["linear", "concave", "convex", "s", "0:0|0.4:0.7|1:1"];
            row.choice_invalid("value_shape", &text, &accepted);
            ValueShape::Linear
        }
    }
}

/// Points written `0:0|0.4:0.7|1:1`: at least two, both sides within 0..=1, the first side strictly ascending.
fn points(text: &str) -> Option<Vec<(f64, f64)>> {
    let share = |text: &str| {
        decimal(text.trim()).ok().filter(|number| (Decimal::ZERO..=Decimal::ONE).contains(number)).map(real)
    };
    let points: Option<Vec<(f64, f64)>> = text
        .split('|')
        .map(|point| {
            let (at, value) = point.split_once(':')?;
            Some((share(at)?, share(value)?))
        })
        .collect();
    points.filter(|points| {
        2 <= points.len() && points.windows(2).all(|pair| pair[0].0 < pair[1].0 && pair[0].1 <= pair[1].1)
    })
}

/// The points stakeholders gave to objectives; rows without a known objective or points are left out.
pub fn stakeholder_weights(
    sheet: &Sheet,
    keys: &Keys<Objective>,
    findings: &mut Vec<Finding>,
) -> Vec<StakeholderWeight> {
    sheet.collect(findings, |row| {
        let objective = row.reference("objective_id", keys);
        let points = row.number("points");
        Some(StakeholderWeight {
            stakeholder: row.text("stakeholder"),
            method: row.choice("method", &words::WEIGHT_METHOD).unwrap_or(WeightMethod::Swing),
            place: row.place(),
            objective: objective?,
            points: points?,
        })
    })
}

/// How far the product of a judgement and its reverse may lie from 1: one third is written 0.33.
const PRODUCT_TOLERANCE: Decimal = dec!(0.02);

/// The pairwise judgements; rows without two known objectives or a ratio are left out, and so is a pair that the same
/// stakeholder judged before the other way round.
pub fn pair_judgements(
    sheet: &Sheet,
    keys: &Keys<Objective>,
    findings: &mut Vec<Finding>,
) -> Vec<PairJudgement> {
    let all = sheet.collect(findings, |row| {
        let (a, b) = (row.reference("objective_a", keys), row.reference("objective_b", keys));
        let ratio = row.number("ratio_a_over_b");
        if a.is_some() && a == b && ratio != Some(Decimal::ONE) {
            let en = "An objective is compared with itself.".to_string();
            let fr = "Un objectif est comparé à lui-même.".to_string();
            let text = row.text("objective_b");
            row.fault("pair_with_itself", Severity::Error, ("objective_b", &text), (en, fr));
            return None;
        }
        let (stakeholder, place) = (row.text("stakeholder"), row.place());
        Some(PairJudgement { stakeholder, place, a: a?, b: b?, ratio: ratio? })
    });
    let mut kept: Vec<PairJudgement> = Vec::with_capacity(all.len());
    let mut positions = BTreeMap::new();
    for judgement in all {
        let PairJudgement { stakeholder, a, b, .. } = &judgement;
        if let Some(first) = positions.get(&(stakeholder.clone(), b.clone(), a.clone())) {
            let first: &PairJudgement = &kept[*first];
            let agrees = (first.ratio * judgement.ratio - Decimal::ONE).abs() <= PRODUCT_TOLERANCE;
            let pair = (a.as_str(), b.as_str());
            findings.push(faults::judgement_duplicate(&judgement.place, pair, first.place.row, agrees));
            continue;
        }
        positions.insert((stakeholder.clone(), a.clone(), b.clone()), kept.len());
        kept.push(judgement);
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_ascend_within_zero_and_one() {
        assert_eq!(points("0:0|0.4:0.7|1:1"), Some(vec![(0.0, 0.0), (0.4, 0.7), (1.0, 1.0)]));
        for text in ["0:0", "0:0|0:1", "0:0|2:1", "0:1|1:0", "a:b|c:d", "piecewise"] {
            assert_eq!(points(text), None, "{text}");
        }
    }
}
