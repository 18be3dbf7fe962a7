//! How a value function bends over the positions of a KPI, so that an optimizer can hold it from above.

use super::value_function::value_at;
use crate::domain::decision_model::DecisionModel;
use crate::domain::objective::{Measure, ValueShape};

/// How a function bends on a piece of its range; straight pieces are called concave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bend {
    Concave,
    Convex,
}

/// A piece of a value function: from one position to another, with its bend.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Piece {
    pub low: f64,
    pub high: f64,
    pub bend: Bend,
}

/// The pieces of the value function between two positions (0 is worst, 1 is best), from the lowest to the highest.
///
/// Below worst the value stands still, and so it does above best.
pub fn pieces(measure: &Measure, model: &DecisionModel, low: f64, high: f64) -> Vec<Piece> {
    let mut ends = vec![low];
    ends.extend(turns(measure, model).into_iter().filter(|turn| low < *turn && *turn < high));
    ends.push(high);
    let value = |position: f64| value_at(measure, position, model);
    ends.windows(2)
        .map(|pair| {
            let (low, high) = (pair[0], pair[1]);
            // Between two turns the function bends one way, so one point within tells which.
            let chord = (value(low) + value(high)) / 2.0;
            let bend = if value((low + high) / 2.0) + 1e-12 < chord { Bend::Convex } else { Bend::Concave };
            Piece { low, high, bend }
        })
        .collect()
}

/// Positions at which the bend may change.
fn turns(measure: &Measure, model: &DecisionModel) -> Vec<f64> {
    let is_concave = match &measure.shape {
        ValueShape::Linear => true,
        ValueShape::Concave => model.value_curvature >= 0.0,
        ValueShape::Convex => model.value_curvature <= 0.0,
        ValueShape::S => return vec![0.0, 0.5, 1.0],
        ValueShape::Piecewise(points) => {
            let mut turns = vec![0.0, 1.0];
            turns.extend(points.iter().map(|(share, _)| *share));
            turns.sort_by(f64::total_cmp);
            turns.dedup();
            return turns;
        }
    };
    // From worst upwards a concave function is concave to the end, where it stands still.
    if is_concave { vec![0.0] } else { vec![0.0, 1.0] }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::example;

    #[test]
    fn a_concave_value_is_one_piece_and_an_s_is_two() {
        let (model, dossier) = (example::model(), example::dossier());
        let mut measure = dossier.objectives.iter().find_map(|item| item.measure.clone()).expect("one");
        measure.shape = ValueShape::Concave;
        let bends = |measure: &Measure, low| -> Vec<Bend> {
            pieces(measure, &model, low, 1.5).into_iter().map(|piece| piece.bend).collect()
        };
        assert_eq!(bends(&measure, 0.1), [Bend::Concave]);
        assert_eq!(bends(&measure, -0.1), [Bend::Concave, Bend::Concave]);
        measure.shape = ValueShape::S;
        assert_eq!(bends(&measure, 0.0), [Bend::Convex, Bend::Concave, Bend::Concave]);
        measure.shape = ValueShape::Convex;
        assert_eq!(bends(&measure, 0.0), [Bend::Convex, Bend::Concave]);
    }
}
