// Measures how long it takes from a move of a budget slider to the new plan on the screen: `node tools/desk_speed.mjs [dossier]`.
import process from 'node:process';
import { launch, openPage } from '../tests/browser.mjs';
import { start } from '../tests/service.mjs';

const MOVES = 40;
const given = process.env.CXFOLIO_URL;
const dossier = process.argv[2] ?? 'banque-horizon';

/** @typedef {{ took: number[], blocks: number[], plans: number, waiting: number | null }} Watch */

/** Notes every move and when a plan that answers to it was painted, and every block of the main thread. */
function watch() {
  /** @type {Watch} */
  const seen = { took: [], blocks: [], plans: 0, waiting: null };
  Object.assign(window, { seen });
  document.addEventListener('input', () => (seen.waiting = performance.now()), true);
  const result = document.querySelector('.result');
  if (result === null) throw new Error('The plan is not there.');
  const painted = () => {
    const since = seen.waiting;
    if (since === null || !result.hasAttribute('data-answers')) return;
    seen.waiting = null;
    requestAnimationFrame(() => setTimeout(() => seen.took.push(performance.now() - since)));
  };
  new MutationObserver(painted).observe(result, { attributes: true, attributeFilter: ['data-answers'] });
  const figure = document.querySelector('.outcome .value');
  if (figure) new MutationObserver(() => (seen.plans += 1)).observe(figure, { characterData: true, childList: true, subtree: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.blocks.push(entry.duration);
  }).observe({ type: 'longtask' });
}

/** @param {number[]} values @param {number} share */
function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN);
}

const service = given ? { url: given, stop: async () => {} } : await start();
const browser = await launch();
const { page, close } = await openPage(browser, service.url, `/dossiers/${dossier}/plan`);
await page.waitForSelector('.result[data-answers]', { timeout: 120_000 });
await page.waitForTimeout(4000);
await page.evaluate(watch);

const slider = page.locator('aside input[type=range]').nth(1);
await slider.focus();
for (let at = 0; at < MOVES; at += 1) {
  // A place where the slider was not yet: what was asked before would cost nothing.
  await page.keyboard.press('ArrowLeft');
  await page.waitForFunction(() => /** @type {any} */ (window).seen.waiting === null, undefined, { timeout: 60_000 });
  await page.waitForTimeout(40);
}
const steps = await page.evaluate(() => /** @type {any} */ (window).seen);

// A hand that does not stop: forty places in two thirds of a second.
await page.evaluate(() => Object.assign(/** @type {any} */ (window).seen, { took: [], plans: 0, waiting: null }));
const box = await page.locator('aside input[type=range]').first().boundingBox();
if (box === null) throw new Error('The slider is not there.');
await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
await page.mouse.down();
const began = Date.now();
for (let at = 0; at < 40; at += 1) await page.mouse.move(box.x + box.width * (0.5 - at / 160), box.y + box.height / 2);
const moved = Date.now() - began;
await page.mouse.up();
await page.waitForSelector('.result[data-answers]', { timeout: 60_000 });
await page.waitForTimeout(1500);
const drag = await page.evaluate(() => /** @type {any} */ (window).seen);

process.stdout.write(
  [
    `Slider to plan on screen, ${steps.took.length} moves: median ${quantile(steps.took, 0.5)} ms, 9 of 10 below ${quantile(steps.took, 0.9)} ms.`,
    `While it is dragged (${moved} ms): ${drag.plans} other plans shown, the last ${Math.round(drag.took.at(-1) ?? NaN)} ms after the hand.`,
    `Longest block of the main thread: ${Math.round(Math.max(0, ...steps.blocks, ...drag.blocks))} ms (${drag.blocks.length} above 50 ms).`,
    '',
  ].join('\n'),
);
await close();
await browser.close();
await service.stop();
