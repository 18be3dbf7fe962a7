// The first thing that is seen: the overview, in both languages, wide and narrow.
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
    test(`the overview in ${lang} at ${width} px`, async () => {
      const { page, close } = await openPage(browser, service.url, '/', { lang, width });
      await settled(page);
      assert.equal(new URL(page.url()).pathname, '/dossiers/banque-horizon/overview');
      assert.equal(await page.getAttribute('html', 'lang'), lang);
      await assertFits(page);
      await assertAccessible(page);
      await assertPicture(page, `overview-${lang}-${width}`);
      await close();
    });
  }
}

test('what to test before buying is told on the card: what, with whom, for how much', async () => {
  const { page, close } = await openPage(browser, service.url, '/', { lang: 'en' });
  await settled(page);
  const first = page.locator('.study').first();
  assert.match((await first.textContent()) ?? '', /App prototype.*24 × Léa, mobile-first young worker · 6 weeks · decides on B13.*€34k/);
  assert.equal(await page.locator('.study').count(), 3);
  // One study for each decision, and not the same persona three times.
  const all = await page.locator('.study').allTextContents();
  assert.equal(all.filter((text) => text.includes('decides on B14')).length, 1);
  assert.equal(all.filter((text) => text.includes('Léa')).length, 2);
  assert.ok(all.some((text) => /Fifteen branch visits.*€9K/.test(text)), all.join());
  await page.getByRole('link', { name: 'All 14 studies that could be run' }).click();
  const drawer = page.getByRole('dialog');
  assert.match((await drawer.locator('tbody tr').first().textContent()) ?? '', /usability test · 24 × Léa/);
  await assertAccessible(page);
  await close();
});

test('a finding names the item it means, and the line of a file where it has no name', async () => {
  const { page, close } = await openPage(browser, service.url, '/dossiers/banque-horizon/overview?show=findings');
  await settled(page);
  const drawer = page.getByRole('dialog');
  await drawer.getByText('investments · B01 Cloud CRM for advisers and agents · contract_years').waitFor();
  await drawer.getByText('moment_effects · line 53 · moment_id').waitFor();
  await close();
});
