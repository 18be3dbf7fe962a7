// A thousand candidates: the list draws the rows in sight only, and the row that has the focus keeps it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { putLargeDossier } from '../../../benches/pages/large_dossier.mjs';
import { assertAccessible, launch, openPage, settled } from './browser.mjs';
import { start } from './service.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** @type {import('./service.mjs').Running} */
let service;
/** @type {import('playwright-core').Browser} */
let browser;
/** @type {number} */
let candidates;

before(async () => {
  service = await start();
  browser = await launch();
  candidates = await putLargeDossier(service.url);
});

after(async () => {
  await browser.close();
  await service.stop();
});

/** Waits until the plan is there and every row in sight is drawn. @param {Page} page */
const listed = async (page) => {
  await page.waitForFunction(() => document.querySelector('tbody tr[data-at] .in') !== null, undefined, { timeout: 120_000 });
  await settled(page);
  await drawn(page);
};

/** Every row that the box shows is there, none twice. @param {Page} page */
const drawn = (page) =>
  page.waitForFunction(() => {
    const box = document.querySelector('.box.virtual');
    const rows = [...document.querySelectorAll('tbody tr[data-at]')];
    const places = rows.map((row) => Number(/** @type {HTMLElement} */ (row).dataset.at));
    if (box === null || new Set(places).size !== places.length) return false;
    const { top, bottom } = box.getBoundingClientRect();
    const head = document.querySelector('thead')?.getBoundingClientRect().height ?? 0;
    const spaces = [...document.querySelectorAll('tbody tr.space')].map((row) => row.getBoundingClientRect());
    return spaces.every((one) => one.bottom <= top + head || one.top >= bottom);
  });

/** @param {Page} page */
const focused = (page) =>
  page.evaluate(() => {
    const row = document.activeElement?.closest('tr');
    return { text: document.activeElement?.textContent ?? '', at: Number(row?.dataset.at ?? -1), row: row?.innerText ?? '' };
  });

/** @param {Page} page @param {number} to */
const scrollTo = async (page, to) => {
  await page.evaluate((top) => document.querySelector('.box.virtual')?.scrollTo(0, top), to);
  await page.waitForTimeout(100);
  await drawn(page);
};

test('the focus stays with its row, however far the table is scrolled', async () => {
  const { page, close } = await openPage(browser, service.url, '/dossiers/large/candidates', { lang: 'en' });
  await listed(page);
  assert.ok((await page.locator('tbody tr[data-at]').count()) < 60);
  await assertAccessible(page);

  const link = page.locator('tbody tr[data-at="3"] a');
  await link.focus();
  const before = await focused(page);
  assert.equal(before.at, 3);
  for (const to of [80, 400, 12_000, 20_000, 39_000, 600, 15_000]) {
    await scrollTo(page, to);
    assert.deepEqual(await focused(page), before, `scrolled to ${to}`);
  }
  const heights = await page.evaluate(() => document.querySelector('.box.virtual table')?.scrollHeight ?? 0);
  assert.ok(Math.abs(heights - candidates * 40) < 200, `The table is ${heights} px tall.`);

  await page.keyboard.press('ArrowDown');
  await page.waitForFunction(() => document.activeElement?.closest('tr')?.dataset.at === '4');
  await drawn(page);
  for (let at = 0; at < 40; at += 1) await page.keyboard.press('ArrowDown');
  await page.waitForFunction(() => document.activeElement?.closest('tr')?.dataset.at === '44');
  await close();
});

test('the focus stays with its row when the rows are sorted anew', async () => {
  const { page, close } = await openPage(browser, service.url, '/dossiers/large/candidates', { lang: 'en' });
  await listed(page);
  await page.locator('tbody tr[data-at="2"] a').focus();
  const before = await focused(page);
  await page.evaluate(() => [...document.querySelectorAll('thead button')].find((one) => one.textContent?.trim().startsWith('Cost'))?.dispatchEvent(new MouseEvent('click', { bubbles: true })));
  await page.waitForFunction(() => document.querySelector('th[aria-sort]')?.textContent?.includes('Cost'));
  await page.waitForTimeout(200);
  await drawn(page);
  const after = await focused(page);
  assert.equal(after.text, before.text);
  assert.notEqual(after.at, before.at);
  await close();
});
