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
