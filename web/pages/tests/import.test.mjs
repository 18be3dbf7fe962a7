// The controller's import: a file with planted errors is shown, kept out or written in part, and taken back.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { assertAccessible, assertFits, launch, openPage, settled } from './browser.mjs';
import { assertPicture } from './pictures.mjs';
import { start } from './service.mjs';

/** @type {import('./service.mjs').Running} */
let service;
/** @type {import('playwright-core').Browser} */
let browser;
const IMPORT = '/dossiers/banque-horizon/import';

/** @param {string} name */
const sample = (name) => fileURLToPath(new URL(`../../../samples/imports/${name}`, import.meta.url));
const ERRORS = sample('fr_gains_avec_erreurs.csv');

before(async () => {
  service = await start();
  browser = await launch();
});

after(async () => {
  await browser.close();
  await service.stop();
});

/**
 * Chooses files and waits until what they say is shown.
 * @param {import('playwright-core').Page} page
 * @param {string[]} files
 */
async function choose(page, files) {
  await settled(page);
  await page.setInputFiles('input[type=file]', files);
  await page.waitForURL(/import=/);
  await page.locator('.state').waitFor();
  await settled(page);
}

/** @returns {Promise<number>} The newest revision. */
async function revision() {
  const answer = await fetch(`${service.url}/api/v1/dossiers/banque-horizon`);
  return /** @type {{ revision: number }} */ (await answer.json()).revision;
}

for (const lang of /** @type {const} */ (['en', 'fr'])) {
  for (const width of [1280, 390]) {
    test(`the planted errors stand at their rows in ${lang} at ${width} px`, async () => {
      const { page, close } = await openPage(browser, service.url, IMPORT, { lang, width });
      await choose(page, [ERRORS]);
      await page.locator('article dl').first().waitFor();
      const expected = JSON.parse(await readFile(sample('fr_gains_avec_erreurs.expected.json'), 'utf8'));
      for (const { row, code } of expected.diagnostics) {
        const label = lang === 'fr' ? `Ligne ${row}` : `Row ${row}`;
        const place = page.locator('article').filter({ has: page.getByText(label, { exact: true }) });
        assert.ok((await place.getByText(code, { exact: true }).count()) > 0, `${code} in row ${row}`);
      }
      assert.equal(await page.locator('dl .wrong').first().innerText().then((text) => text.includes('B99')), true);
      await assertFits(page);
      await assertAccessible(page);
      await assertPicture(page, `import-${lang}-${width}`);
      await close();
    });
  }
}

test('all or nothing writes nothing, valid rows are written and taken back', async () => {
  const { page, close } = await openPage(browser, service.url, IMPORT, { lang: 'fr' });
  const before = await revision();
  await choose(page, [ERRORS]);
  await page.getByRole('button', { name: 'Toutes les lignes ou rien' }).click();
  await page.getByText('Rien n’a été écrit').waitFor();
  assert.equal(await revision(), before);

  await page.getByRole('button', { name: 'Accepter les 6 lignes valables' }).click();
  await page.getByText(`La révision ${before + 1} les contient`).waitFor();
  assert.equal(await revision(), before + 1);

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Télécharger les lignes refusées' }).click(),
  ]);
  const rows = (await readFile(await download.path(), 'utf8')).trim().split('\n');
  assert.equal(rows.length, 11);

  await page.getByRole('button', { name: 'Revenir en arrière' }).click();
  await page.getByText('Annulé : le dossier est comme avant.').first().waitFor();
  const answer = await fetch(`${service.url}/api/v1/dossiers/banque-horizon/revisions/${before}/difference?to=${before + 2}`);
  const difference = /** @type {{ changes?: unknown[] }} */ (await answer.json());
  assert.deepEqual(difference.changes ?? [], []);
  await close();
});

test('a clean file ties to the ledger and changes nothing that is so already', async () => {
  const { page, close } = await openPage(browser, service.url, IMPORT, { lang: 'en' });
  await choose(page, [sample('fr_lignes_de_cout.csv')]);
  await page.getByText('Nothing changes: every row is as it stands already.').waitFor();
  await page.getByLabel('Your ledger: Capex 2027').fill('10 041 500,00');
  await page.getByText('ties', { exact: true }).waitFor();
  await page.getByLabel('Your ledger: Opex 2027').fill('20,377,000');
  await page.getByText('−500 off').waitFor();
  await assertAccessible(page);
  await close();
});

test('another encoding is found out, and the view comes back from its address', async () => {
  const { page, close } = await openPage(browser, service.url, IMPORT, { lang: 'en' });
  await choose(page, [sample('fr_lignes_de_gain_cp1252.csv')]);
  const form = page.getByText(/Windows-1252 · ; · CRLF/);
  await form.waitFor();
  await page.reload();
  await page.locator('.state').waitFor();
  await form.waitFor();
  await close();
});
