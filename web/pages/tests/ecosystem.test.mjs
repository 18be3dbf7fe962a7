// The ecosystem: from the angriest moment down to its cause, the health of a node set by slider, and the table of the map.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, assertFits, launch, openPage, settled } from './browser.mjs';
import { assertPicture } from './pictures.mjs';
import { start } from './service.mjs';

const AT = '/dossiers/banque-horizon/ecosystem';
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
    test(`the map in ${lang} at ${width} px`, async () => {
      const { page, close } = await openPage(browser, service.url, AT, { lang, width });
      await settled(page);
      await page.waitForSelector('.candidate svg');
      await assertFits(page);
      await assertAccessible(page);
      await assertPicture(page, `ecosystem-${lang}-${width}`);
      await close();
    });

    test(`the paths of a moment and the reach of a node in ${lang} at ${width} px`, async () => {
      for (const query of ['?moment=M10', '?node=N-CORE&health=0', '?view=table']) {
        const { page, close } = await openPage(browser, service.url, AT + query, { lang, width });
        await settled(page);
        await assertFits(page);
        await assertAccessible(page);
        await close();
      }
    });
  }
}

test('the angriest moment is offered at once and leads down to its cause and the candidates', async () => {
  const { page, close } = await openPage(browser, service.url, AT, { lang: 'en' });
  await settled(page);
  await page.getByRole('link', { name: 'Follow “Wrong fee or invoice disputed”' }).click();
  await settled(page);
  await page.waitForURL((url) => url.searchParams.get('moment') === 'M10');
  const side = page.getByRole('complementary');
  await side.getByText('Fee policy never reviewed with customer evidence').waitFor();
  await side.getByRole('link', { name: /^B20/ }).waitFor();
  assert.ok((await page.locator('path.strong').count()) >= 3, 'The chosen paths are not drawn.');
  await side.getByRole('link', { name: 'Fee and overdraft policy' }).last().click();
  await settled(page);
  await page.waitForURL((url) => url.searchParams.get('node') === 'N-FEEPOL');
  await side.getByText('A wrong fee takes 19 days and four people to correct').waitFor();
  await page.goBack();
  assert.equal(new URL(page.url()).searchParams.get('moment'), 'M10');
  await close();
});

test('the health of a node is set by keyboard, every moment moves, and back undoes it', async () => {
  const { page, close } = await openPage(browser, service.url, `${AT}?node=N-CORE`, { lang: 'en' });
  await settled(page);
  const slider = page.getByRole('slider', { name: 'Health' });
  assert.equal(await slider.inputValue(), '5.5');
  await slider.focus();
  await page.keyboard.press('Home');
  await page.waitForURL(/health=0/);
  const moved = page.getByRole('link', { name: /Salary and payments there, on time.*moves by −1\.85 points/ });
  await moved.first().waitFor();
  await page.getByText('7.6 → 5.7 (−1.85)').waitFor();
  await page.getByRole('status').filter({ hasText: 'Core banking and payments engine at health 0.0: 6 moments of truth move.' }).first().waitFor({ state: 'attached' });
  const atNone = await page.locator('.money').innerText();
  assert.match(atNone, /^€[\d.]+[MK] more at risk a year · [\d.]+% of all money at risk$/);
  await page.keyboard.press('ArrowRight');
  await page.waitForURL(/health=0\.1/);
  await settled(page);
  const atLittle = await page.locator('.money').innerText();
  assert.match(atLittle, /more at risk a year/);
  assert.notEqual(atLittle, atNone);
  await page.keyboard.press('End');
  await page.waitForURL(/health=10/);
  await page.locator('.money').filter({ hasText: 'won back a year' }).waitFor();
  await page.goBack();
  await page.goBack();
  await page.getByRole('button', { name: /^Undo: Core banking/ }).click();
  await page.waitForURL((url) => !url.searchParams.has('health'));
  assert.equal(await slider.inputValue(), '5.5');
  await close();
});

test('what nobody proposes to fix is named, and the table says what the picture says', async () => {
  const { page, close } = await openPage(browser, service.url, AT, { lang: 'fr' });
  await settled(page);
  const causes = page.locator('section', { has: page.getByRole('heading', { name: 'Causes que personne ne propose de traiter' }) });
  await causes.getByRole('link', { name: 'Équipes de back-office' }).waitFor();
  await page.getByText('Tableau', { exact: true }).click();
  await page.getByRole('table', { name: 'Tous les liens de la carte' }).waitFor();
  assert.equal(new URL(page.url()).searchParams.get('view'), 'table');
  await close();
});

test('only systems are ranked where only systems are asked for, and a tall panel says that it goes on', async () => {
  const { page, close } = await openPage(browser, service.url, `${AT}?moment=M12`, { lang: 'en' });
  await settled(page);
  await page.getByLabel('Show').selectOption('system');
  assert.equal(new URL(page.url()).searchParams.get('kind'), 'system');
  const rows = page.getByRole('table', { name: 'Nodes by what they hold back' }).locator('tbody tr');
  assert.match((await rows.first().textContent()) ?? '', /Integration layer/);
  assert.ok((await rows.allTextContents()).every((text) => text.includes('system')));
  const more = page.getByRole('button', { name: 'More below' });
  await more.click();
  await more.waitFor({ state: 'detached' });
  await assertAccessible(page);
  await close();
});
