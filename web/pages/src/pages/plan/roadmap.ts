// When what is funded begins and ends, in months from the first year.
import type { Choice, Investment } from '../../api/schema';

export interface Span {
  /** Months after the beginning of year 0. */
  from: number;
  months: number;
}

const A_YEAR = 12;

/** The month in which a period begins: `y1q2` is 15. */
export function monthOf(begin: string): number {
  const parts = /^y(\d+)(?:q(\d)|m(\d+))?$/.exec(begin);
  if (!parts) return 0;
  const within = parts[2] ? (Number(parts[2]) - 1) * 3 : parts[3] ? Number(parts[3]) - 1 : 0;
  return Number(parts[1]) * A_YEAR + within;
}

/** How long an investment takes: as stated, else until its first value, else a year. */
export function spanOf(choice: Choice, investment: Investment | undefined): Span {
  const months = investment?.duration_months ?? investment?.months_to_first_value ?? A_YEAR;
  return { from: monthOf(choice.begin), months: Math.max(1, months) };
}

/** A month as a period of the interface, in quarters: 15 is `y1q2`. */
export function quarterOf(month: number): string {
  return `y${Math.floor(month / A_YEAR)}q${Math.floor((month % A_YEAR) / 3) + 1}`;
}
