// Colours that the reader forces on every page: what is chosen and how long a bar is stay visible.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, openPage, settled } from './browser.mjs';
import { start } from './service.mjs';

/** @type {import('./service.mjs').Running} */
let service;
/** @type {import('playwright-core').Browser} */
let browser;

before(async () => {
  service = await start();
  browser = await launch();
});

after(async () => {
  await browser.close();
  await service.stop();
});

test('tabs, choices, the open page and bars differ from what lies behind them', async () => {
  const { page, close } = await openPage(browser, service.url, '/dossiers/banque-horizon/plan');
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await settled(page);
  /**
   * @param {string} selector
   * @param {'backgroundColor' | 'borderBottomColor'} property
   */
  const colour = (selector, property) =>
    page.locator(selector).first().evaluate((one, name) => getComputedStyle(one)[name], property);
  assert.notEqual(
    await colour('[role=tab][aria-selected=true]', 'borderBottomColor'),
    await colour('[role=tab][aria-selected=false]', 'borderBottomColor'),
  );
  assert.notEqual(await colour('fieldset .chosen', 'backgroundColor'), await colour('fieldset label:not(.chosen)', 'backgroundColor'));
  assert.notEqual(await colour('nav [aria-current]', 'backgroundColor'), await colour('nav a:not([aria-current])', 'backgroundColor'));
  assert.notEqual(await colour('.outcome .bar .fill', 'backgroundColor'), await colour('.outcome .bar .room', 'backgroundColor'));
  assert.notEqual(await colour('.profile .fill', 'backgroundColor'), await colour('.profile .track', 'backgroundColor'));
  await close();
});
