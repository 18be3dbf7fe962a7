// The customers: cards, journeys, the grid of moments and personas, and one moment in full.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, assertFits, launch, openPage, settled } from './browser.mjs';
import { assertPicture } from './pictures.mjs';
import { start } from './service.mjs';

const AT = '/dossiers/banque-horizon/customers';
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

for (const lang of /** @type {const} */ (['en', 'fr'])) {
  for (const width of [1280, 390]) {
    test(`the customers in ${lang} at ${width} px`, async () => {
      const { page, close } = await openPage(browser, service.url, AT, { lang, width });
      await settled(page);
      await page.waitForSelector('.after');
      await assertFits(page);
      await assertAccessible(page);
      await assertPicture(page, `customers-${lang}-${width}`);
      await close();
    });

    test(`the money at risk of a persona beside what the plan closes, in ${lang} at ${width} px`, async () => {
      const { page, close } = await openPage(browser, service.url, `${AT}?persona=P2&measure=gap&when=plan`, { lang, width });
      await settled(page);
      await page.locator('summary').click();
      await page.waitForSelector('.two h3');
      await assertFits(page);
      await assertAccessible(page);
      await close();
    });
  }
}

test('every persona says how many, what is at risk and how we know', async () => {
  const { page, close } = await openPage(browser, service.url, AT, { lang: 'en' });
  await settled(page);
  const card = page.locator('article', { has: page.getByRole('heading', { name: 'Nadia & Karim' }) });
  const text = await card.innerText();
  for (const part of ['330k', '€560', '4.5%', '€13.8M', 'Utility', 'last contact 15 Oct 2026']) {
    assert.ok(text.includes(part), `${part} is missing in: ${text}`);
  }
  await card.getByRole('link', { name: 'Highlight Nadia & Karim on the page' }).click();
  await page.waitForURL((url) => url.searchParams.get('persona') === 'P2');
  await page.getByText('Remembered by Nadia & Karim').first().waitFor();
  await page.goBack();
  assert.equal(new URL(page.url()).searchParams.get('persona'), null);
  await close();
});

test('a moment opens by keyboard, shows its evidence, and Escape brings the reader back', async () => {
  const { page, close } = await openPage(browser, service.url, AT, { lang: 'fr' });
  await settled(page);
  const link = page.getByRole('link', { name: /^Frais ou facture erronés contestés\s: ouvrir/ });
  await link.focus();
  await page.keyboard.press('Enter');
  const sheet = page.getByRole('dialog');
  await sheet.getByText('On me renvoie de service en service').first().waitFor();
  await settled(page);
  assert.equal(new URL(page.url()).searchParams.get('moment'), 'M10');
  for (const part of ['Pourquoi 5', 'Politique de frais et de découvert', 'B20', '6,07 M€']) {
    await sheet.getByText(part).first().waitFor();
  }
  await assertAccessible(page);
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'detached' });
  assert.equal(new URL(page.url()).searchParams.get('moment'), null);
  await close();
});

test('the grid changes its measure and its time, and the address keeps both', async () => {
  const { page, close } = await openPage(browser, service.url, AT, { lang: 'en' });
  await settled(page);
  const grid = page.locator('section', { has: page.getByRole('heading', { name: 'Who feels what, where' }) });
  await grid.getByTitle(/Samir, .*Short-term cash loan/).waitFor();
  await grid.getByText('Performance', { exact: true }).click();
  await grid.getByText('With the plan', { exact: true }).click();
  await grid.locator('summary').click();
  await grid.getByText('4.4 → 5.3').first().waitFor();
  const { searchParams } = new URL(page.url());
  assert.equal(searchParams.get('measure'), 'performance');
  assert.equal(searchParams.get('when'), 'plan');
  await page.reload();
  await settled(page);
  await grid.getByRole('table', { name: 'Who feels what, where: Performance, With the plan' }).waitFor();
  await close();
});

test('with the plan, what a persona lives at a moment is better and costs less', async () => {
  const { page, close } = await openPage(browser, service.url, AT, { lang: 'en' });
  await settled(page);
  const grid = page.locator('section', { has: page.getByRole('heading', { name: 'Who feels what, where' }) });
  /** @param {'Performance' | 'Gap' | 'Money at risk'} measure */
  const told = async (measure) => {
    await grid.getByText(measure, { exact: true }).click();
    const cell = grid.getByTitle(/^Nadia & Karim, .*Wrong fee or invoice disputed: .*\(today /);
    const numbers = /: €?([\d.,]+) \(today €?([\d.,]+)\)$/.exec((await cell.getAttribute('title')) ?? '');
    return [numbers?.[1], numbers?.[2]].map((text) => Number(text?.replaceAll(',', '')));
  };
  await grid.getByText('With the plan', { exact: true }).click();
  const [better = NaN, performance = NaN] = await told('Performance');
  assert.ok(better > performance, `${better} is not above ${performance}`);
  const [smaller = NaN, gap = NaN] = await told('Gap');
  assert.ok(smaller < gap, `${smaller} is not below ${gap}`);
  assert.ok(Math.abs(better - performance - (gap - smaller)) < 0.011);
  const [left = NaN, cost = NaN] = await told('Money at risk');
  assert.ok(left < cost, `${left} is not below ${cost}`);
  await close();
});

test('a dossier with another vocabulary is told as well', async () => {
  const { page, close } = await openPage(browser, service.url, '/dossiers/maison-lumen/customers?moment=N09', { lang: 'en' });
  await settled(page);
  await page.getByRole('dialog').getByText('Charged twice, refunded in 14 days').waitFor();
  await close();
});
