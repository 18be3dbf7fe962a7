// A browser for the tests: it notices console errors and requests to other hosts, and looks for barriers with axe.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';

const EXECUTABLE = process.env.CHROMIUM ?? '/usr/bin/chromium';
const AXE = await readFile(new URL('../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Browser} Browser */
/** @typedef {{ lang?: 'en' | 'fr', width?: number, height?: number, expected?: RegExp }} Look `expected`: what the browser may say of a refusal that is part of the test. */

/** @returns {Promise<Browser>} */
export function launch() {
  return chromium.launch({ executablePath: EXECUTABLE, args: ['--no-sandbox', '--font-render-hinting=none'] });
}

/**
 * Opens an address as a new reader would. What goes wrong on the way is collected; `close` fails when anything did.
 * @param {Browser} browser
 * @param {string} url Where the pages are.
 * @param {string} path
 * @param {Look} look
 * @returns {Promise<{ page: Page, close: () => Promise<void> }>}
 */
export async function openPage(browser, url, path, look = {}) {
  const context = await browser.newContext({
    locale: look.lang === 'fr' ? 'fr-FR' : 'en-GB',
    timezoneId: 'Europe/Paris',
    viewport: { width: look.width ?? 1280, height: look.height ?? 900 },
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  /** @type {string[]} */
  const wrong = [];
  page.on('console', (message) => {
    const isExpected = look.expected?.test(message.text()) ?? false;
    if (['error', 'warning'].includes(message.type()) && !isExpected) wrong.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => wrong.push(`error: ${error.message}`));
  page.on('request', (request) => {
    const target = new URL(request.url());
    if (target.protocol.startsWith('http') && target.origin !== url) wrong.push(`other host: ${target.href}`);
  });
  await page.goto(url + path);
  const close = async () => {
    await context.close();
    assert.deepEqual(wrong, []);
  };
  return { page, close };
}

/**
 * Waits until nothing is being read, computed or faded in any more.
 * @param {Page} page
 */
export async function settled(page) {
  await page.waitForFunction(() => document.querySelector('main h1') !== null);
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"], .skeleton') === null);
  await page.evaluate(() => document.fonts.ready);
}

/**
 * Fails with every barrier that axe finds (WCAG 2.2 A and AA).
 * @param {Page} page
 */
export async function assertAccessible(page) {
  await page.evaluate(AXE);
  const found = await page.evaluate(async () => {
    const { axe } = /** @type {{ axe: import('axe-core') }} */ (/** @type {unknown} */ (window));
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const result = await axe.run(document, { runOnly: { type: 'tag', values: tags } });
    return result.violations.map((one) => `${one.id}: ${one.help}: ${one.nodes.map((node) => node.html).slice(0, 3).join(' | ')}`);
  });
  assert.deepEqual(found, []);
}

/**
 * Fails when the page itself scrolls sideways.
 * @param {Page} page
 */
export async function assertFits(page) {
  const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  assert.ok((wide ?? 0) <= (room ?? 0), `The page is ${wide} px wide in a window of ${room} px.`);
}
