// The way of a candidate to customers and to money: a picture that is followed by keyboard, in words, and as a table.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, assertFits, launch, openPage, settled } from './browser.mjs';
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

const said = {
  en: {
    title: 'The way to customers and to money',
    sum: /8\.60 points of experience, counted alone, over 2 moments and 5 personas\. €2\.68M of benefit in present value over 4 levers/,
    first: /Clear fees and overdraft alerts before charging mends Fee and overdraft policy: \+4\.0 health points/,
    moment: /^Overdraft: warned before the fee/,
    felt: /Overdraft: warned before the fee\? is felt by Nadia & Karim, first-home family: 87% of the gap closed, 2\.07 points/,
    table: /^As a table/,
    back: 'Show the strongest way',
  },
  fr: {
    title: 'Le chemin vers les clients et vers l’argent',
    sum: /8,60 points d’expérience, compté seul, sur 2 moments et 5 personas\. 2,68 M€ de gain en valeur actuelle sur 4 leviers/,
    first: /Frais clairs et alerte découvert avant prélèvement répare Politique de frais et de découvert : \+4,0 points de santé/,
    moment: /^Découvert : prévenu avant les frais/,
    felt: /Découvert : prévenu avant les frais \? est ressenti par Nadia et Karim, famille primo-accédante : 87 % de l’écart comblé, 2,07 points/,
    table: /^En tableau/,
    back: 'Montrer le chemin le plus fort',
  },
};

for (const lang of /** @type {const} */ (['en', 'fr'])) {
  for (const width of [1280, 390]) {
    test(`the way of a candidate in ${lang} at ${width} px`, async () => {
      const { page, close } = await openPage(browser, service.url, '/dossiers/banque-horizon/candidates/B20', { lang, width });
      const w = said[lang];
      const card = page.getByRole('region', { name: w.title });
      await card.locator('.map').waitFor();
      await settled(page);
      const text = async () => (await card.innerText()).replace(/\s+/g, ' ');
      assert.match(await text(), w.sum);
      assert.match(await text(), w.first);
      // Who feels it stands above what is mended, which stands above the money, with the line of visibility between.
      const tops = await Promise.all(
        ['.persona', '.moment', '.visibility', '.node', '.investment', '.lever', '.objective'].map(async (part) => (await card.locator(`.map ${part}`).first().boundingBox())?.y ?? NaN),
      );
      assert.deepEqual(tops, tops.toSorted((a, b) => a - b));
      const strong = await card.locator('path.strong').count();
      const moment = card.getByRole('button', { name: w.moment });
      await moment.focus();
      await page.keyboard.press('Enter');
      assert.equal(await moment.getAttribute('aria-pressed'), 'true');
      assert.equal(new URL(page.url()).searchParams.get('through'), 'moment:M08');
      assert.match(await text(), w.felt);
      assert.notEqual(await card.locator('path.strong').count(), strong);
      await assertFits(page);
      await assertAccessible(page);
      await card.getByRole('button', { name: w.back }).click();
      assert.equal(new URL(page.url()).searchParams.get('through'), null);
      await card.getByRole('button', { name: w.table }).click();
      // Ten that are felt, two carried, four that pay and serve, one built, one mended, two lifted.
      assert.equal(await card.locator('tbody tr').count(), 24);
      await assertFits(page);
      await assertAccessible(page);
      await close();
    });
  }
}

test('a way that is picked stands in the address, and a variant that the service does not follow is named', async () => {
  const { page, close } = await openPage(browser, service.url, '/dossiers/banque-horizon/candidates/B01?through=persona:P4&variant=pilot', { lang: 'en' });
  const card = page.getByRole('region', { name: said.en.title });
  await card.locator('.map').waitFor();
  await settled(page);
  assert.equal(await card.getByRole('button', { name: /^Bernard/ }).getAttribute('aria-pressed'), 'true');
  assert.match(await card.innerText(), /The way through Bernard/);
  await close();
});
