// Nothing that only programs read: every page and view tells rules, variants and amounts by name and with their unit.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, openPage, settled } from './browser.mjs';
import { start } from './service.mjs';

/** @type {import('./service.mjs').Running} */
let service;
/** @type {import('playwright-core').Browser} */
let browser;

/** A variant as `B02:core`, a rule as `budget:y0`. */
const RAW =
  /\b[A-Z]\d\d:(core|lite|full|pilot)\b|\b(budget|run_rate|role|requires|excludes|at_least_one|all_or_none|mandatory|forced_in|forced_out|moment_floor):\w/g;
/** Seven digits of an amount. */
const EXACT = /\b\d{1,3}([, \u00a0\u202f]\d{3}){2}\b/g;

const LOCKED = 'locks=in:B04:signed';
const VIEWS = [
  'overview',
  'overview?show=findings',
  'customers',
  'customers?moment=M10',
  'ecosystem',
  'ecosystem?moment=M10',
  'ecosystem?view=table',
  'capabilities',
  'capabilities?view=table',
  'candidates',
  'candidates?view=bubbles',
  'candidates/B01',
  'candidates/B02',
  'candidates/B27',
  'plan',
  'plan?view=moments',
  'plan?view=roadmap',
  'plan?view=frontier',
  'plan?view=compare&compare=@S-CUT20',
  `plan?view=compare&scenario=S-CUT20&${LOCKED}`,
  'plan?item=B02',
  `plan?item=B02&${LOCKED}`,
  'plan?budget=y0:1000000',
  'robustness',
  'history',
  'history?tab=runs',
  'history?tab=log',
  'board-pack',
  `board-pack?aim=coverage&${LOCKED}`,
];

before(async () => {
  service = await start();
  browser = await launch();
});

after(async () => {
  await browser.close();
  await service.stop();
});

for (const lang of /** @type {const} */ (['en', 'fr'])) {
  test(`nothing on any page is told by its identifier alone in ${lang}`, { timeout: 600_000 }, async () => {
    /** @type {string[]} */
    const found = [];
    const { page, close } = await openPage(browser, service.url, '/', { lang });
    for (const view of VIEWS) {
      await page.goto(`${service.url}/dossiers/banque-horizon/${view}`);
      await settled(page);
      await page.waitForFunction(() => !/(^|\s)…(\s|$)/.test(document.querySelector('main')?.innerText ?? ''), null, { timeout: 60_000 });
      await page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)));
      const text = await page.evaluate(() => document.body.innerText);
      const isFinding = view.includes('findings');
      for (const hit of [...text.matchAll(RAW), ...(isFinding ? [] : text.matchAll(EXACT))]) {
        found.push(`${view}: ${text.slice(Math.max(0, hit.index - 60), hit.index + 60).replaceAll('\n', ' ')}`);
      }
    }
    await close();
    assert.deepEqual(found, []);
  });
}
