// From a move of a slider to the new plan on the screen, and to the end of all that follows it.
import { openPage } from '../../web/pages/tests/browser.mjs';

/** @typedef {import('../../web/pages/tests/browser.mjs').Page} Page */
/** @typedef {import('./figures.mjs').Measured} Measured */
/** @typedef {{ took: number[], plans: number, waiting: number | null }} Watch */

const DESK = '/dossiers/banque-horizon/plan';
const DESKS = [
  { query: '', labels: ['All years', 'Budget 2027', 'Budget 2028'] },
  { query: '?aim=60*npv%2B40*coverage', labels: ['Weight of money', 'Weight of customers'] },
];

/** Notes every move, and when a plan that answers to it was painted. */
function watch() {
  /** @type {Watch} */
  const seen = { took: [], plans: 0, waiting: null };
  Object.assign(window, { seen });
  document.addEventListener('input', (event) => (seen.waiting = event.timeStamp), true);
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
}

/** Whether plan, prices and verdicts stand there, proven; runs in the page. */
const isComplete = () =>
  document.querySelector('.result[data-answers]') !== null &&
  document.querySelector('.running') === null &&
  [...document.querySelectorAll('main td, main .price')].every((one) => one.textContent?.trim() !== '…');

/** @param {Page} page */
const complete = (page) => page.waitForFunction(isComplete, undefined, { timeout: 120_000, polling: 'raf' });

/** @param {Page} page @param {string} label */
const slider = (page, label) => page.getByRole('slider', { name: label, exact: true });

/**
 * Keys on a slider, each to a place where it was not yet: what was asked before would cost nothing.
 * @param {Page} page
 * @param {string} label
 * @param {number} moves
 */
async function keyed(page, label, moves) {
  await page.evaluate(() => Object.assign(/** @type {any} */ (window).seen, { took: [], waiting: null }));
  await slider(page, label).focus();
  for (let at = 1; at <= moves; at += 1) {
    await page.keyboard.press('ArrowLeft');
    await page.waitForFunction((count) => /** @type {any} */ (window).seen.took.length >= count, at, { timeout: 60_000, polling: 'raf' });
    await page.waitForTimeout(60);
  }
  return page.evaluate(() => /** @type {any} */ (window).seen.took);
}

/** From a key to the end of proof, prices and verdicts. @param {Page} page @param {string} label */
async function completed(page, label) {
  await complete(page);
  const began = Date.now();
  await slider(page, label).press('ArrowLeft');
  await page.waitForFunction(() => document.querySelector('.result[data-answers]') === null, undefined, { timeout: 1000, polling: 'raf' }).catch(() => {});
  await complete(page);
  return Date.now() - began;
}

/** A hand that does not stop: plans that are seen on the way, the last one after it, and steps of the history. @param {Page} page @param {string} label */
async function dragged(page, label) {
  await slider(page, label).scrollIntoViewIfNeeded();
  const box = await slider(page, label).boundingBox();
  if (box === null) throw new Error(`${label} is not there.`);
  const middle = box.y + box.height / 2;
  const depth = () => page.evaluate(() => history.length);
  const before = await depth();
  await page.mouse.move(box.x + box.width / 2, middle);
  await page.mouse.down();
  await page.evaluate(() => Object.assign(/** @type {any} */ (window).seen, { took: [], plans: 0, waiting: null }));
  for (let at = 0; at < 60; at += 1) {
    await page.mouse.move(box.x + box.width * (0.5 - at / 200), middle);
    await page.waitForTimeout(16);
  }
  const onTheWay = await page.evaluate(() => /** @type {any} */ (window).seen.plans);
  await page.mouse.up();
  await page.waitForFunction(() => /** @type {any} */ (window).seen.waiting === null, undefined, { timeout: 60_000 });
  await page.waitForTimeout(100);
  const last = await page.evaluate(() => /** @type {any} */ (window).seen.took.at(-1) ?? 0);
  return { onTheWay, last, steps: (await depth()) - before };
}

/**
 * @param {import('../../web/pages/tests/browser.mjs').Browser} browser
 * @param {string} url
 * @param {string} query
 */
async function opened(browser, url, query) {
  const { page, close } = await openPage(browser, url, `${DESK}${query}`, {});
  await page.waitForSelector('.result[data-answers]', { timeout: 120_000 });
  await complete(page);
  await page.evaluate(watch);
  return { page, close };
}

/**
 * @param {import('../../web/pages/tests/browser.mjs').Browser} browser
 * @param {string} url
 * @param {number} runs
 * @returns {Promise<Measured[]>}
 */
export async function desk(browser, url, runs) {
  /** @type {Measured[]} */
  const all = [];
  /** @type {number[]} */
  const whole = [];
  const drags = [];
  for (const { query, labels } of DESKS) {
    const { page, close } = await opened(browser, url, query);
    for (const label of labels) all.push({ what: `Slider to plan, ${label}`, unit: 'ms', values: await keyed(page, label, Math.max(10, runs * 4)), limit: 200 });
    for (let at = 0; at < runs; at += 1) whole.push(await completed(page, labels[0] ?? ''));
    for (const label of labels) drags.push(await dragged(page, label));
    await close();
  }
  return [
    ...all,
    { what: 'Slider to the end of proof, prices and verdicts', unit: 'ms', values: whole },
    { what: 'Drag of a second: plans seen on the way', unit: '', values: drags.map((one) => one.onTheWay) },
    { what: 'Drag: last move to its plan', unit: 'ms', values: drags.map((one) => one.last), limit: 200 },
    { what: 'Drag: steps of the history', unit: '', values: drags.map((one) => one.steps), limit: 1, of: 'worst' },
  ];
}
