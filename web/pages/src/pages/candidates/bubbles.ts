// Where the bubbles of cost and value lie, how large they are, and which have room for their name.
import { endOf, ticksOf } from '../../charts/ticks';
import { real } from '../../words/number';
import type { CandidateRow } from './candidate_row';

export interface Bubble {
  row: CandidateRow;
  x: number;
  y: number;
  r: number;
  isIn: boolean;
  /** Whether its name stands beside it. */
  isNamed: boolean;
}

export interface Box {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export interface BubblePicture {
  bubbles: Bubble[];
  /** Marks of the axes, each with its place. */
  across: { value: number; at: number }[];
  upwards: { value: number; at: number }[];
  /** Where benefit and cost are equal, as far as the picture goes. */
  even: { x: number; y: number };
}

/** Below this width the picture leaves out names. */
const NARROW = 560;

export function isNarrow(width: number): boolean {
  return width < NARROW;
}

/** How tall the picture is. */
export function heightOf(width: number): number {
  return isNarrow(width) ? 340 : 460;
}

const LABELS_AT_MOST = 60;
const SMALLEST = 5;
const LARGEST = 22;
const LETTER = 6.6;
const LINE = 13;

/** Area goes with coverage, so that twice as much looks twice as large. */
function radiusOf(row: CandidateRow, most: number): number {
  const share = Math.max(0, row.scores?.coverage.cx_points ?? 0) / Math.max(most, Number.EPSILON);
  return SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(share);
}

/** Names beside the largest first, and only where none stands yet. */
function nameThem(bubbles: Bubble[], edge: number): void {
  const taken: { left: number; right: number; y: number }[] = [];
  for (const one of bubbles.toSorted((a, b) => b.r - a.r)) {
    const left = one.x + one.r + 3;
    const label = { left, right: left + one.row.id.length * LETTER, y: one.y };
    const isFree = taken.every((other) => other.right < label.left || other.left > label.right || Math.abs(other.y - label.y) >= LINE);
    one.isNamed = isFree && label.right <= edge;
    if (one.isNamed) taken.push(label);
  }
}

/** Candidates with a case: cost to the right, benefit upwards, small ones last, so that no bubble hides another. */
export function bubblePicture(rows: CandidateRow[], box: Box, hasNames: boolean): BubblePicture {
  const most = Math.max(0, ...rows.map((row) => row.scores?.coverage.cx_points ?? 0));
  const steps = { x: Math.max(2, Math.floor(box.width / 110)), y: 6 };
  const right = endOf(Math.max(1, ...rows.map((row) => real(row.case?.pv_cost))), steps.x);
  const top = endOf(Math.max(1, ...rows.map((row) => real(row.case?.pv_benefit))), steps.y);
  const x = (value: number) => box.left + (value / right) * (box.width - box.left - box.right);
  const y = (value: number) => box.height - box.bottom - (value / top) * (box.height - box.top - box.bottom);
  const bubbles = rows
    .map((row): Bubble => ({
      row,
      x: x(real(row.case?.pv_cost)),
      y: y(Math.max(0, real(row.case?.pv_benefit))),
      r: radiusOf(row, most),
      isIn: row.standing === 'in',
      isNamed: false,
    }))
    .sort((a, b) => b.r - a.r);
  if (hasNames && bubbles.length <= LABELS_AT_MOST) nameThem(bubbles, box.width - 2);
  const end = Math.min(right, top);
  return {
    bubbles,
    across: ticksOf(0, right, steps.x).map((value) => ({ value, at: x(value) })),
    upwards: ticksOf(0, top, steps.y).map((value) => ({ value, at: y(value) })),
    even: { x: x(end), y: y(end) },
  };
}
