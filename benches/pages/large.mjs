// A dossier of a thousand candidates: the longest block of the main thread with each thing that is done with it.
import process from 'node:process';
import { openPage } from '../../web/pages/tests/browser.mjs';
import { blocked } from './blocks.mjs';
import { putLargeDossier } from './large_dossier.mjs';

/** @typedef {import('../../web/pages/tests/browser.mjs').Page} Page */
/** @typedef {import('./figures.mjs').Measured} Measured */
/** @typedef {Awaited<ReturnType<typeof blocked>>} Block */

const LIMIT = 50;
const LIST = '/dossiers/large/candidates';
const DESK = '/dossiers/large/plan';
const ELSEWHERE = '/dossiers/large/history';
const QUIET = 700;
const LOADING = 'loading anew';

/** Goes on by a link of the navigation, as a reader does. @param {Page} page @param {string} name */
const follow = (page, name) => page.getByRole('navigation').getByRole('link', { name, exact: true }).first().click();

/** @param {Page} page */
const listed = async (page) => {
  await page.waitForSelector('tbody tr[data-at] .standing, tbody tr[data-at] a', { timeout: 120_000 });
  await page.waitForFunction(() => document.querySelector('.working') === null, undefined, { timeout: 120_000 });
  await page.waitForTimeout(QUIET);
};

/** @param {Page} page */
const planned = async (page) => {
  await page.waitForSelector('.result[data-answers]', { timeout: 120_000 });
  await page.waitForFunction(() => document.querySelector('tbody tr[data-at]') !== null, undefined, { timeout: 120_000 });
  await page.waitForTimeout(QUIET);
};

/** @param {Page} page @param {string} name */
const sort = async (page, name) => {
  await page.getByRole('button', { name, exact: true }).click();
  await page.waitForTimeout(QUIET);
};

/** @param {Page} page */
const filter = async (page) => {
  await page.getByRole('searchbox').pressSequentially('cloud', { delay: 60 });
  await page.waitForTimeout(QUIET);
  for (let at = 0; at < 5; at += 1) await page.keyboard.press('Backspace', { delay: 60 });
  await page.waitForTimeout(QUIET);
};

/** @param {Page} page */
const scroll = async (page) => {
  await page.locator('.box.scrolls').last().hover();
  for (let at = 0; at < 40; at += 1) {
    await page.mouse.wheel(0, at < 20 ? 700 : -1100);
    await page.waitForTimeout(30);
  }
  await page.waitForTimeout(QUIET);
};

/** @param {Page} page */
const openOne = async (page) => {
  await page.locator('tbody tr[data-at] a').first().click();
  // Without the verdict, which the service may work on for long.
  await page.waitForFunction(() => document.querySelectorAll('main section.card').length >= 6, undefined, { timeout: 120_000 });
  await page.waitForTimeout(QUIET);
};

/** @param {Page} page @param {number} to */
const slide = async (page, to) => {
  const box = await page.getByRole('slider', { name: 'Budget 2027' }).boundingBox();
  if (box === null) throw new Error('The slider is not there.');
  const middle = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width / 2, middle);
  await page.mouse.down();
  for (let at = 1; at <= 20; at += 1) {
    await page.mouse.move(box.x + box.width * (0.5 + ((to - 0.5) * at) / 20), middle);
    await page.waitForTimeout(30);
  }
  await page.mouse.up();
  await planned(page);
};

/**
 * @param {import('../../web/pages/tests/browser.mjs').Browser} browser
 * @param {string} url
 * @param {number} runs
 * @returns {Promise<Measured[]>}
 */
export async function large(browser, url, runs) {
  const candidates = await putLargeDossier(url);
  /** @type {Map<string, Block[]>} */
  const all = new Map();
  for (let run = 0; run < runs; run += 1) {
    const { page, close } = await openPage(browser, url, ELSEWHERE, {});
    await page.waitForSelector('main h1');
    await page.waitForTimeout(QUIET);
    /** @param {string} what @param {() => Promise<void>} act */
    const note = async (what, act) => {
      const block = await blocked(page, act);
      process.stderr.write(`${what}: ${Math.round(block.clock)} ms, of it ${Math.round(block.processor)} ms of the processor\n`);
      all.set(what, [...(all.get(what) ?? []), block]);
    };
    await note('opening the candidates', async () => {
      await follow(page, 'Candidates');
      await listed(page);
    });
    await note('sorting by cost', () => sort(page, 'Cost'));
    await note('sorting by name', () => sort(page, 'Candidate'));
    await note('filtering, five letters and back', () => filter(page));
    await note('scrolling', () => scroll(page));
    await note('bubbles', async () => {
      await page.getByText('Cost and value', { exact: true }).first().click();
      await page.locator('.picture svg').first().waitFor({ timeout: 120_000 });
      await page.waitForTimeout(QUIET);
    });
    await note('from bubbles to the list', async () => {
      await page.getByText('Table', { exact: true }).first().click();
      await listed(page);
    });
    await note('opening the detail of one', () => openOne(page));
    await note('opening the plan', async () => {
      await follow(page, 'Plan');
      await planned(page);
    });
    await note('dragging a budget of the plan', () => slide(page, 0.3 + run / 100));
    await note('sorting the plan by NPV', () => sort(page, 'Own NPV'));
    await note('scrolling the plan', () => scroll(page));
    // A page that is left by a link stops what it had asked; what follows would wait for it.
    await follow(page, 'History');
    await page.waitForTimeout(QUIET);
    await note(`${LOADING} the list`, async () => {
      await page.goto(url + LIST);
      await listed(page);
    });
    await note(`${LOADING} the plan`, async () => {
      await page.goto(url + DESK);
      await planned(page);
    });
    await follow(page, 'History');
    await page.waitForTimeout(QUIET);
    await close();
  }
  const most = (/** @type {number[]} */ values) => Math.round(Math.max(...values));
  return [...all].map(([what, blocks]) => ({
    what: `Longest block with ${candidates} candidates, ${what}`,
    unit: 'ms',
    values: blocks.map((one) => one.clock),
    // Before a page is there, nobody can touch it: how soon it is there is what counts.
    ...(what.startsWith(LOADING) ? {} : { limit: LIMIT, of: /** @type {const} */ ('worst') }),
    note: `processor time ${most(blocks.map((one) => one.processor))} ms; asked by the measurement ${most(blocks.map((one) => one.asked))} ms`,
  }));
}
