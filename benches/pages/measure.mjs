// Measures the pages and writes what it found as a table and as JSON: `benches/pages/run.sh`.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { launch, openPage } from '../../web/pages/tests/browser.mjs';
import { start } from '../../web/pages/tests/service.mjs';
import { desk } from './desk.mjs';
import { summary, table } from './figures.mjs';
import { firstView } from './first_view.mjs';
import { large } from './large.mjs';
import { calibrated, cores, load, warning } from './machine.mjs';

const RUNS = Number(process.env.RUNS ?? 5);
const PARTS = { first: firstView, desk, large };
const wanted = (process.env.ONLY ?? Object.keys(PARTS).join(',')).split(',');
const folder = process.argv[2] ?? 'pages-measured';

/** @param {string} text */
const say = (text) => process.stdout.write(`${text}\n`);

const busy = warning();
if (busy !== '') say(`${busy}\n`);
const before = load();
const browser = await launch();

/** @type {import('./figures.mjs').Measured[]} */
const all = [];
for (const [name, measure] of Object.entries(PARTS)) {
  if (!wanted.includes(name)) continue;
  const service = await start();
  try {
    all.push(...(await measure(browser, service.url, RUNS)));
  } finally {
    await service.stop();
  }
}

const service = await start();
const { page, close } = await openPage(browser, service.url, '/', {});
await page.waitForSelector('main .sentence');
const loop = await calibrated(page);
await close();
const version = browser.version();
await browser.close();
await service.stop();

const machine = `${cores()} cores, load ${before} before and ${load()} after (the measurement's own included), chromium ${version}, the fixed loop takes ${loop.fastest.toFixed(1)} to ${loop.slowest.toFixed(1)} ms.`;
const text = [...(busy === '' ? [] : [busy, '']), table(all), '', machine, ''].join('\n');
const data = { measured: new Date().toISOString(), cores: cores(), load: { before, after: load() }, warning: busy, loop, chromium: version, figures: all.map((one) => ({ ...summary(one), values: one.values })) };
await mkdir(folder, { recursive: true });
await writeFile(join(folder, 'pages.md'), text);
await writeFile(join(folder, 'pages.json'), `${JSON.stringify(data, null, 2)}\n`);
say(text);
say(`Written to ${join(folder, 'pages.md')} and pages.json.`);
