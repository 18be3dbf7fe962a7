// How fast and how busy the machine is on which something is measured: load, cores, and a loop that is always the same.
import { cpus, loadavg } from 'node:os';

/** @typedef {import('../../web/pages/tests/browser.mjs').Page} Page */

/** Above this load of each core, other work takes time from what is measured. */
const BUSY = 0.25;

/** The mean load of the last minute. */
export const load = () => Math.round((loadavg()[0] ?? 0) * 100) / 100;

/** What must be said before figures of a busy machine; empty for a quiet one. */
export function warning() {
  const cores = cpus().length;
  if (load() <= BUSY * cores) return '';
  return `The machine is busy: load ${load()} on ${cores} cores before the first measurement. These figures are too high; measure again when it is quiet.`;
}

export const cores = () => cpus().length;

/**
 * A fixed loop in the page, in milliseconds, fastest and slowest of ten: how much faster or slower than elsewhere, and how
 * much of the time goes to others.
 * @param {Page} page
 * @returns {Promise<{ fastest: number, slowest: number }>}
 */
export function calibrated(page) {
  return page.evaluate(() => {
    const times = Array.from({ length: 10 }, () => {
      const began = performance.now();
      let sum = 0;
      for (let at = 1; at < 5_000_000; at += 1) sum = (sum * 31 + at) % 1_000_003;
      return sum < 0 ? 0 : performance.now() - began;
    });
    return { fastest: Math.min(...times), slowest: Math.max(...times) };
  });
}
