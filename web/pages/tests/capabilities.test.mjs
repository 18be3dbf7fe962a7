// The capabilities: their maturity now, with the plan and wanted, their owners, and what the plan funds for them.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, assertFits, launch, openPage, settled } from './browser.mjs';
import { assertPicture } from './pictures.mjs';
import { start } from './service.mjs';

const AT = '/dossiers/banque-horizon/capabilities';
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
    test(`the capabilities in ${lang} at ${width} px`, async () => {
      const { page, close } = await openPage(browser, service.url, AT, { lang, width });
      await settled(page);
      await page.waitForSelector('.serve svg.in');
      await assertFits(page);
      await assertAccessible(page);
      await assertPicture(page, `capabilities-${lang}-${width}`);
      await close();
    });

    test(`the table and one capability in ${lang} at ${width} px`, async () => {
      const { page, close } = await openPage(browser, service.url, `${AT}?view=table&capability=C11`, { lang, width });
      await settled(page);
      await page.getByRole('dialog').getByRole('link', { name: /^B22/ }).waitFor();
      await assertFits(page);
      await assertAccessible(page);
      await close();
    });
  }
}

test('an owner sees only what is his, and the address keeps it', async () => {
  const { page, close } = await openPage(browser, service.url, AT, { lang: 'en' });
  await settled(page);
  await page.getByRole('combobox', { name: 'Owner' }).selectOption('COO');
  assert.equal(new URL(page.url()).searchParams.get('owner'), 'COO');
  assert.equal(await page.locator('main article').count(), 3);
  await page.getByRole('link', { name: /^Self-service/ }).focus();
  await page.keyboard.press('Enter');
  const sheet = page.getByRole('dialog');
  await sheet.getByText('2.6 of 5').waitFor();
  await sheet.getByText('3.9 of 5').waitFor();
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'detached' });
  // The address follows once the dialog has said that it is closed.
  await page.waitForFunction(() => !new URL(location.href).searchParams.has('capability'));
  assert.equal(new URL(page.url()).searchParams.get('owner'), 'COO');
  await close();
});

test('what nobody serves is said in words', async () => {
  const { page, close } = await openPage(browser, service.url, `${AT}?group=importance`, { lang: 'en' });
  await settled(page);
  await page.getByRole('heading', { name: 'Vital (9 to 10)' }).waitFor();
  const tile = page.locator('article', { has: page.getByRole('link', { name: /^Change and skills/ }) });
  assert.ok((await tile.innerText()).includes('nobody proposes anything'));
  await close();
});
