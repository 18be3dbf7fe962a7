// The lines of the map: calm curves for those that are not asked for, ways between the boxes for the chosen ones.
import { BOX_HEIGHT, GAP, ROW_GAP, type Box } from './layout';

/** A calm curve from a cause to what it moves. */
export function curveOf(from: Box, to: Box, boxWidth: number): string {
  const start = from.x + boxWidth / 2;
  const end = to.x + boxWidth / 2;
  const isUp = from.y > to.y;
  const y0 = isUp ? from.y : from.y + BOX_HEIGHT;
  const y1 = isUp ? to.y + BOX_HEIGHT : from.y === to.y ? y0 : to.y;
  const bend = from.y === to.y ? 18 : (y1 - y0) * 0.5;
  return `M${start} ${y0}C${start} ${y0 + bend} ${end} ${y1 - (from.y === to.y ? -18 : bend)} ${end} ${y1}`;
}

type Spot = [x: number, y: number];

const ROUND = 6;

/** A line through spots whose corners are rounded. */
function rounded(spots: Spot[]): string {
  const kept = spots.filter((spot, at) => {
    const before = spots[at - 1];
    return !before || Math.abs(before[0] - spot[0]) + Math.abs(before[1] - spot[1]) > 0.5;
  });
  return kept
    .map(([x, y], at) => {
      const [before, after] = [kept[at - 1], kept[at + 1]];
      if (!before) return `M${x} ${y}`;
      if (!after) return `L${x} ${y}`;
      const near = ([ox, oy]: Spot): Spot => {
        const far = Math.hypot(ox - x, oy - y);
        const share = Math.min(ROUND, far / 2) / far;
        return [x + (ox - x) * share, y + (oy - y) * share];
      };
      const [ax, ay] = near(before);
      const [bx, by] = near(after);
      return `L${ax} ${ay}Q${x} ${y} ${bx} ${by}`;
    })
    .join('');
}

/**
 * A way from a cause to what it moves that crosses no box: along the gap above, through the gutter beside the target's column,
 * along the gap below the target. Ways beside each other are `lane` apart.
 */
export function wayOf(from: Box, to: Box, boxWidth: number, lane: number): string {
  const shift = ((lane % 3) - 1) * 3;
  const isUp = from.y >= to.y;
  const start = from.x + boxWidth / 2 + shift * 3;
  const end = to.x + boxWidth / 2 + shift * 3;
  const y0 = isUp ? from.y : from.y + BOX_HEIGHT;
  const leave = isUp ? y0 - ROW_GAP / 2 + shift : y0 + ROW_GAP / 2 + shift;
  if (from.y === to.y) return rounded([[start, y0], [start, leave], [end, leave], [end, to.y]]);
  const y1 = isUp ? to.y + BOX_HEIGHT : to.y;
  const arrive = isUp ? y1 + ROW_GAP / 2 + shift : y1 - ROW_GAP / 2 + shift;
  const isNext = Math.abs(leave - arrive) <= ROW_GAP;
  const isRight = from.x > to.x || (from.x === to.x && to.x === 0);
  const gutter = (isRight ? to.x + boxWidth + GAP / 2 : to.x - GAP / 2) + shift;
  return rounded(
    isNext
      ? [[start, y0], [start, leave], [end, leave], [end, y1]]
      : [[start, y0], [start, leave], [gutter, leave], [gutter, arrive], [end, arrive], [end, y1]],
  );
}
