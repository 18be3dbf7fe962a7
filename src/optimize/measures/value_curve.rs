//! `ValueCurve`: the value of a KPI as a column that is at most the value function, whatever its shape.
//!
//! The range of positions is cut into segments, one binary each. Where the function is concave on a segment tangents
//! hold the value down, where it is convex the chord does. Both lie above the function, so the program stays a bound;
//! at an answer that overrates the value a tangent is added there, or the convex segment is split there.

use crate::optimize::program::Program;
use crate::score::value_shape::{Bend, Piece};

/// How much a value, 0..=1, may be overrated before it is worth a cut.
const OVERRATED_MIN: f64 = 1e-9;

/// Parts of a concave segment at which tangents are given from the start.
const FIRST_TANGENTS: [f64; 5] = [0.0, 0.1, 0.25, 0.5, 1.0];

/// The value of a position.
pub type ValueOf<'a> = &'a dyn Fn(f64) -> f64;

#[derive(Clone, Debug)]
struct Segment {
    low: f64,
    high: f64,
    bend: Bend,
    /// 1 when the position lies in the segment.
    is_here: usize,
    /// The position where it lies in the segment, otherwise 0.
    position: usize,
    /// The value where it lies in the segment, otherwise 0.
    value: usize,
}

/// The columns of one value; all of them belong to the program they were added to.
#[derive(Clone, Debug)]
pub struct ValueCurve {
    position: usize,
    value: usize,
    segments: Vec<Segment>,
    /// Rows that add up the segments: exactly one holds, its position and its value are the curve's.
    one_row: usize,
    position_row: usize,
    value_row: usize,
}

impl ValueCurve {
    /// Adds the value of the position in column `position`, which lies within the pieces.
    pub fn add(program: &mut Program, position: usize, pieces: &[Piece], value_of: ValueOf) -> ValueCurve {
        let value = program.continuous(0.0, 1.0, 0.0);
        let (one_row, position_row, value_row) =
            (program.rows.len(), program.rows.len() + 1, program.rows.len() + 2);
        program.equal(Vec::new(), 1.0);
        program.equal(vec![(position, -1.0)], 0.0);
        program.equal(vec![(value, -1.0)], 0.0);
        let mut curve =
            ValueCurve { position, value, segments: Vec::new(), one_row, position_row, value_row };
        pieces.iter().for_each(|piece| curve.add_segment(program, *piece, value_of));
        curve
    }

    /// The column that holds the value, 0..=1.
    pub fn column(&self) -> usize {
        self.value
    }

    /// Adds what makes the curve exact at the position of an answer; returns whether the answer had overrated it.
    pub fn cut(&mut self, program: &mut Program, columns: &[f64], value_of: ValueOf) -> bool {
        if columns[self.value] - value_of(columns[self.position]) <= OVERRATED_MIN {
            return false;
        }
        let Some(index) = self.segments.iter().position(|segment| columns[segment.is_here] > 0.5) else {
            return false;
        };
        let segment = self.segments[index].clone();
        let at = columns[self.position].clamp(segment.low, segment.high);
        match segment.bend {
            Bend::Concave => tangent(program, &segment, at, value_of),
            Bend::Convex => {
                if at - segment.low < 1e-9 || segment.high - at < 1e-9 {
                    return false;
                }
                self.segments.remove(index);
                program.at_most(vec![(segment.is_here, 1.0)], 0.0);
                let part = |low, high| Piece { low, high, bend: Bend::Convex };
                self.add_segment(program, part(segment.low, at), value_of);
                self.add_segment(program, part(at, segment.high), value_of);
            }
        }
        true
    }

    fn add_segment(&mut self, program: &mut Program, piece: Piece, value_of: ValueOf) {
        let Piece { low, high, bend } = piece;
        let is_here = program.binary(0.0);
        let position = program.continuous(low.min(0.0), high.max(0.0), 0.0);
        let value = program.continuous(0.0, 1.0, 0.0);
        let segment = Segment { low, high, bend, is_here, position, value };
        program.rows[self.one_row].terms.push((is_here, 1.0));
        program.rows[self.position_row].terms.push((position, 1.0));
        program.rows[self.value_row].terms.push((value, 1.0));
        program.at_least(vec![(position, 1.0), (is_here, -low)], 0.0);
        program.at_most(vec![(position, 1.0), (is_here, -high)], 0.0);
        match bend {
            Bend::Concave => {
                // Values change between worst and best alone, however far the KPI could go.
                let (from, to) = (low.clamp(0.0, 1.0), high.clamp(0.0, 1.0));
                let points = FIRST_TANGENTS.map(|part| from + part * (to - from));
                for point in points.into_iter().chain([high]) {
                    tangent(program, &segment, point.clamp(low, high), value_of);
                }
            }
            Bend::Convex => {
                let (from, to) = (value_of(low), value_of(high));
                let slope = if high > low { (to - from) / (high - low) } else { 0.0 };
                bound(program, &segment, slope, from - slope * low);
            }
        }
        self.segments.push(segment);
    }
}

/// value <= slope x position + level where the position lies in the segment.
fn bound(program: &mut Program, segment: &Segment, slope: f64, level: f64) {
    program.at_most(vec![(segment.value, 1.0), (segment.position, -slope), (segment.is_here, -level)], 0.0);
}

/// A tangent of the function at a position of a concave segment, its slope taken from within the segment.
fn tangent(program: &mut Program, segment: &Segment, at: f64, value_of: ValueOf) {
    let width = segment.high - segment.low;
    if width <= 0.0 {
        bound(program, segment, 0.0, value_of(at));
        return;
    }
    let step = (width * 1e-6).min(1e-6);
    let (before, after) = ((at - step).max(segment.low), (at + step).min(segment.high));
    let slope = (value_of(after) - value_of(before)) / (after - before);
    // A difference quotient is no exact slope: the line is lifted until it lies above both ends and the point itself.
    let gap = |point: f64| value_of(point) - slope * point;
    let level = [segment.low, at, segment.high, before, after].into_iter().map(gap).fold(f64::MIN, f64::max);
    bound(program, segment, slope, level + 1e-12);
}
