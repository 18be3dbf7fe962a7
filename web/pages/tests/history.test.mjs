// Somebody changed the dossier: what changed is seen, an older state is restored, and that is undone.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, assertFits, launch, openPage, settled } from './browser.mjs';
import { assertPicture } from './pictures.mjs';
import { start } from './service.mjs';

/** @type {import('./service.mjs').Running} */
let service;
/** @type {import('playwright-core').Browser} */
let browser;
const PATH = '/dossiers/banque-horizon/history';

/**
 * Changes the number of customers of a persona, as somebody else would through the interface.
 * @param {number} customers
 */
async function change(customers) {
  const address = `${service.url}/api/v1/dossiers/banque-horizon/personas/P1`;
  const etag = (await fetch(address)).headers.get('etag') ?? '';
  const answer = await fetch(address, {
    method: 'PATCH',
    headers: { 'Content-Type': 'application/merge-patch+json', 'If-Match': etag },
    body: JSON.stringify({ customers }),
  });
  assert.equal(answer.status, 200);
}

/**
 * Puts one moment in the place of every other, so that pictures of two days are the same.
 * @param {import('playwright-core').Page} page
 */
async function stopTime(page) {
  await page.evaluate(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      text.textContent = (text.textContent ?? '').replace(/\d{1,2} \p{L}+\.? \d{4}(,| à)? \d{2}:\d{2}/u, '1 Jan 2027, 12:00');
    }
  });
}

before(async () => {
  service = await start();
  browser = await launch();
  await change(270_000);
});

after(async () => {
  await browser.close();
  await service.stop();
});

for (const lang of /** @type {const} */ (['en', 'fr'])) {
  for (const width of [1280, 390]) {
    test(`the history in ${lang} at ${width} px`, async () => {
      const { page, close } = await openPage(browser, service.url, `${PATH}?to=2`, { lang, width });
      await settled(page);
      await page.getByRole('row', { name: /Léa.* Persona/ }).waitFor();
      await assertFits(page);
      await assertAccessible(page);
      await stopTime(page);
      assert.equal(await page.getByText('1 Jan 2027, 12:00').count(), 2);
      await assertPicture(page, `history-${lang}-${width}`);
      await close();
    });
  }
}

test('what a revision changed is told field by field, and stands in the address', async () => {
  const { page, close } = await openPage(browser, service.url, PATH);
  await settled(page);
  await page.getByRole('main').getByRole('link', { name: 'Revision 2' }).click();
  const row = page.getByRole('row', { name: /Léa.* Persona/ });
  await row.waitFor();
  assert.match(await row.innerText(), /customers[\s\S]*260,000[\s\S]*270,000/);
  for (const name of ['From Revision 1', 'To Revision 2']) {
    assert.ok(await page.getByRole('radio', { name, exact: true }).isChecked(), name);
  }
  assert.equal(new URL(page.url()).search, '?to=2');
  await assertAccessible(page);
  await close();
});

test('an older state is restored after a question, and undone', async () => {
  const { page, close } = await openPage(browser, service.url, PATH);
  await settled(page);
  await page.getByRole('button', { name: 'Restore revision 1' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('1 change against the present state').waitFor();
  await assertAccessible(page);
  await dialog.getByRole('button', { name: 'Restore', exact: true }).click();
  await page.getByRole('main').getByRole('link', { name: 'Revision 3' }).waitFor();
  await page.getByRole('button', { name: 'Undo: Restore revision 1' }).click();
  await page.getByRole('main').getByRole('link', { name: 'Revision 4' }).waitFor();
  const persona = await (await fetch(`${service.url}/api/v1/dossiers/banque-horizon/personas/P1`)).json();
  assert.equal(persona.customers, 270_000);
  await close();
});

test('runs lead to what was asked and to their result; the log says who did what', async () => {
  const address = `${service.url}/api/v1/dossiers/banque-horizon/runs/choose`;
  await fetch(address, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"without":["mandatory:B27"]}' });
  const { page, close } = await openPage(browser, service.url, `${PATH}?tab=runs`, { lang: 'fr', width: 390 });
  await settled(page);
  await page.getByRole('table').getByRole('link', { name: 'Plan' }).first().click();
  await page.getByRole('dialog').getByText('mandatory:B27').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: 'Journal' }).click();
  await page.getByRole('cell', { name: 'ligne modifiée' }).first().waitFor();
  await assertFits(page);
  await assertAccessible(page);
  await close();
});
