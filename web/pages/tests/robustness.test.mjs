// Which decisions are safe: told in both languages, and every figure leads on.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, assertFits, launch, openPage, settled } from './browser.mjs';
import { assertPicture } from './pictures.mjs';
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

for (const lang of /** @type {const} */ (['en', 'fr'])) {
  for (const width of [1280, 390]) {
    test(`robustness in ${lang} at ${width} px`, async () => {
      const { page, close } = await openPage(browser, service.url, '/dossiers/banque-horizon/robustness', { lang, width });
      await settled(page);
      await assertFits(page);
      await assertAccessible(page);
      await assertPicture(page, `robustness-${lang}-${width}`);
      await close();
    });
  }
}

test('the weights stand in the address, and back takes them back', async () => {
  const { page, close } = await openPage(browser, service.url, '/dossiers/banque-horizon/robustness');
  await settled(page);
  await page.getByText('Around equal').click();
  assert.equal(new URL(page.url()).search, '?weights=intervals');
  await page.goBack();
  assert.equal(await page.getByRole('radio', { name: 'By rank' }).isChecked(), true);
  await close();
});

test('the five safest decisions and the open ones are ranked, and scenarios are called by name', async () => {
  const { page, close } = await openPage(browser, service.url, '/dossiers/banque-horizon/robustness', { lang: 'fr' });
  await settled(page);
  const safest = page.locator('section.core ol li');
  assert.equal(await safest.count(), 5);
  assert.match((await safest.nth(0).textContent()) ?? '', /Centre de consentement.*aucun plan respectant les règles ne s’en passe/);
  assert.match((await safest.nth(1).textContent()) ?? '', /Mise à niveau du CRM interne.*au moins 8,1\s%.*prouvé/);
  // The table has them in the same order.
  await page.getByText('Chaque candidat sur l’ensemble des poids').first().click();
  const names = await safest.locator('a').allTextContents();
  const ranked = await page.getByRole('table', { name: 'Chaque candidat sur l’ensemble des poids' }).locator('tbody tr a').allTextContents();
  assert.deepEqual(ranked.slice(0, 5).map((name) => name.trim()), names.map((name) => name.trim()));
  const open = await page.locator('section.borderline ol li').allTextContents();
  assert.deepEqual(open.map((text) => text.trim().split(' ')[0]), ['Assistant', 'Portefeuille', 'Génération']);
  const head = page.getByRole('table', { name: 'Regret' }).locator('thead');
  assert.match((await head.textContent()) ?? '', /première année réduite de 40\s%/);
  await close();
});

test('a term is explained by keyboard and on a phone, and the explanation goes away again', async () => {
  const { page, close } = await openPage(browser, service.url, '/dossiers/banque-horizon/robustness', { lang: 'fr', width: 390 });
  await settled(page);
  const mark = page.getByRole('button', { name: 'Que veut dire « Noyau » ?' });
  await mark.focus();
  await page.keyboard.press('Enter');
  const note = page.getByRole('note').filter({ hasText: 'Dans tous les meilleurs plans' });
  await note.waitFor();
  const box = await note.boundingBox();
  assert.ok(box && box.x >= 0 && box.x + box.width <= 390);
  await assertAccessible(page);
  await page.keyboard.press('Escape');
  await note.waitFor({ state: 'hidden' });
  await mark.click();
  await note.waitFor();
  await close();
});
