// Places a short text beside each of many points so that no text lies on a point or on another text.
import { textWidth } from './text';

export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export interface Place {
  /** Centre of the text, counted from its point. */
  dx: number;
  dy: number;
  /** Where a thread to the point begins, when the text stands too far off to be read with it. */
  thread?: { dx: number; dy: number };
}

const MARK = 6;
const STEPS_AWAY = [0, 6, 13, 21, 30, 40, 52];

function meet(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

/** Sides and corners first, then the directions between them. */
function turns(across: number, along: number): [number, number][] {
  return [
    [across, 0],
    [-across, 0],
    [0, -along],
    [0, along],
    [across * 0.85, -along * 0.85],
    [across * 0.85, along * 0.85],
    [-across * 0.85, -along * 0.85],
    [-across * 0.85, along * 0.85],
    [across * 0.5, -along],
    [-across * 0.5, -along],
    [across * 0.5, along],
    [-across * 0.5, along],
    [across, -along * 0.5],
    [across, along * 0.5],
    [-across, -along * 0.5],
    [-across, along * 0.5],
  ];
}

/**
 * One place per point within `width` by `height`, the first points choosing first, clear of `kept`; undefined where
 * nothing near is free, so that a later point goes unnamed instead of making its neighbours unreadable.
 */
export function place(
  points: { x: number; y: number; text: string }[],
  size: number,
  width: number,
  height: number,
  kept: Box[],
): (Place | undefined)[] {
  const taken: Box[] = points.map(({ x, y }) => ({
    left: x - MARK,
    right: x + MARK,
    top: y - MARK,
    bottom: y + MARK,
  }));
  taken.push(...kept);
  return points.map(({ x, y, text }) => {
    const wide = textWidth(text, size, true) / 2 + 1;
    const tall = size / 2 + 1;
    for (const away of STEPS_AWAY) {
      for (const [dx, dy] of turns(MARK + wide + 1 + away, MARK + tall + away)) {
        const box = { left: x + dx - wide, right: x + dx + wide, top: y + dy - tall, bottom: y + dy + tall };
        const inside = box.left > 2 && box.right < width + 20 && box.top > -8 && box.bottom < height - 2;
        if (!inside || taken.some((other) => meet(box, other))) continue;
        taken.push(box);
        if (away <= 6) return { dx, dy };
        return {
          dx,
          dy,
          thread: {
            dx: dx - Math.sign(dx) * Math.min(Math.abs(dx), wide),
            dy: dy - Math.sign(dy) * Math.min(Math.abs(dy), tall - 1),
          },
        };
      }
    }
    return undefined;
  });
}
