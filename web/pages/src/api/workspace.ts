// The settings of a dossier that pages draw by: years, budgets, rates.
import { settings } from './items';
import type { At } from './runs';

export interface Workspace {
  /** Calendar year of year 0. */
  baseYear: number;
  /** Years after year 0. */
  horizon: number;
  discountRate: number | null;
  /** Budget by period, `y0`. */
  budgets: Record<string, string>;
  /** Most that a plan may cost in a later year, `y3`. */
  runRateCaps: Record<string, string>;
}

function whole(value: unknown, fallback: number): number {
  const number = Number(value);
  return Number.isInteger(number) && value !== null && value !== '' ? number : fallback;
}

function amounts(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(Object.entries(value).map(([period, amount]) => [period, String(amount)]));
}

/** Reads the settings as typed values; what is not stated is left empty. */
export async function workspace(at: At, signal?: AbortSignal): Promise<Workspace> {
  const stated = await settings(at, signal);
  const rate = Number(stated.discount_rate);
  return {
    baseYear: whole(stated.base_year, 0),
    horizon: whole(stated.horizon_years, 0),
    discountRate: stated.discount_rate === undefined || !Number.isFinite(rate) ? null : rate,
    budgets: amounts(stated.budget_eur),
    runRateCaps: amounts(stated.run_rate_cap_eur),
  };
}
