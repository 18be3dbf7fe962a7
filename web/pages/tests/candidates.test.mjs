// Candidates: the list sorts and filters by its address, the page of one opens down to its lines, all by keyboard.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, assertFits, launch, openPage, settled } from './browser.mjs';
import { assertPicture } from './pictures.mjs';
import { start } from './service.mjs';

/** @type {import('./service.mjs').Running} */
let service;
/** @type {import('playwright-core').Browser} */
let browser;
const LIST = '/dossiers/banque-horizon/candidates';

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
    test(`the list and the page of one in ${lang} at ${width} px`, async () => {
      const { page, close } = await openPage(browser, service.url, LIST, { lang, width });
      const verdict = lang === 'fr' ? 'justifié si' : 'justified if';
      await page.locator('tbody').getByText(verdict, { exact: true }).first().waitFor({ state: 'attached' });
      await settled(page);
      assert.equal(await page.locator('tbody tr').count(), 28);
      await assertFits(page);
      await assertAccessible(page);
      await assertPicture(page, `candidates-${lang}-${width}`);

      await page.goto(`${service.url}${LIST}/B01`);
      await page.locator('.sentence').waitFor();
      await settled(page);
      await assertFits(page);
      await assertAccessible(page);
      await assertPicture(page, `candidate-${lang}-${width}`);
      await close();
    });
  }
}

test('filter and sort stand in the address and come back from it', async () => {
  const { page, close } = await openPage(browser, service.url, LIST, { lang: 'en' });
  await settled(page);
  await page.getByLabel('Family').selectOption('CRM');
  assert.equal(new URL(page.url()).searchParams.get('family'), 'CRM');
  assert.equal(await page.locator('tbody tr').count(), 3);
  await page.getByRole('button', { name: 'Cost', exact: true }).click();
  await page.reload();
  await settled(page);
  const first = page.locator('tbody tr').first();
  assert.match(await first.innerText(), /Integrated suite/);
  assert.equal(await page.locator('tbody tr').count(), 3);
  await page.goBack();
  await settled(page);
  assert.equal(await page.locator('tbody tr').count(), 28);
  await close();
});

test('the bubbles are walked through by arrow keys and have a table', async () => {
  const { page, close } = await openPage(browser, service.url, `${LIST}?view=bubbles`, { lang: 'en' });
  await settled(page);
  await page.locator('.picture svg').waitFor();
  const picked = page.locator('.words strong');
  assert.match(await picked.innerText(), /^B16 /);
  await page.getByRole('button', { name: 'Lower NPV' }).focus();
  await page.keyboard.press('ArrowLeft');
  assert.match(await picked.innerText(), /^B10 /);
  await assertAccessible(page);
  await page.getByRole('button', { name: /^As a table/ }).click();
  assert.equal(await page.locator('tbody tr').count(), 28);
  await close();
});

test('every line opens down to its exact amounts, its formula and who said so', async () => {
  const { page, close } = await openPage(browser, service.url, `${LIST}/B12`, { lang: 'fr' });
  await settled(page);
  await page.getByRole('button', { name: /^Détail de Contacts évités/ }).first().focus();
  await page.keyboard.press('Enter');
  const drawer = page.getByRole('dialog');
  await drawer.waitFor();
  const text = (await drawer.innerText()).replaceAll(/\s/gu, ' ');
  assert.match(text, /548 250,00 €/);
  assert.match(text, /5\.8 M live contacts × 1 %/);
  assert.match(text, /directeur des opérations/);
  assert.equal(new URL(page.url()).searchParams.get('line'), 'B12-core-b1');
  await assertAccessible(page);
  await page.keyboard.press('Escape');
  await drawer.waitFor({ state: 'hidden' });
  await page.waitForURL((url) => url.searchParams.get('line') === null);
  await close();
});

test('an unknown candidate says so', async () => {
  const { page, close } = await openPage(browser, service.url, `${LIST}/B99`, { lang: 'en' });
  await page.getByText('There is no such candidate').waitFor();
  await settled(page);
  await assertAccessible(page);
  await close();
});

test('who owns each gain and who measures it is told, and what is not recorded', async () => {
  const { page, close } = await openPage(browser, service.url, '/dossiers/banque-horizon/candidates/B01', { lang: 'en' });
  await settled(page);
  const gains = page.getByRole('region', { name: 'Who owns the gains, and who measures them' });
  const row = gains.getByRole('row').filter({ hasText: 'Head of retail network' }).first();
  assert.match((await row.textContent()) ?? '', /Head of retail network/);
  assert.match((await gains.textContent()) ?? '', /No actuals and no review dates are recorded/);
  await close();
});

test('units and measures are told in French to a French reader', async () => {
  const { page, close } = await openPage(browser, service.url, '/dossiers/banque-horizon/candidates/B12', { lang: 'fr' });
  await settled(page);
  await page.getByText('% de contacts humains évités').first().waitFor();
  await page.getByText('coût de service par client').first().waitFor();
  assert.doesNotMatch(await page.getByRole('main').innerText(), /deflected|complaints|cost to serve/);
  await close();
});
