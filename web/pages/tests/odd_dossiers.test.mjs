// Dossiers that are not as one wishes: tables missing, almost nothing in them, names without an end.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, assertFits, launch, openPage, settled } from './browser.mjs';
import { start } from './service.mjs';

/** @type {import('./service.mjs').Running} */
let service;
/** @type {import('playwright-core').Browser} */
let browser;
const refused = /422/;

/**
 * Keeps a changed copy of the sample bank.
 * @param {string} id
 * @param {(bundle: Record<string, any>) => void} change
 */
async function putCopy(id, change) {
  const dossiers = `${service.url}/api/v1/dossiers`;
  const bundle = await (await fetch(`${dossiers}/banque-horizon/bundle`)).json();
  Object.assign(bundle.workspace, { id });
  change(bundle);
  const headers = { 'content-type': 'application/json' };
  const made = await fetch(`${dossiers}/${id}/bundle`, { method: 'PUT', headers, body: JSON.stringify(bundle) });
  assert.ok(made.ok, await made.text());
}

before(async () => {
  service = await start();
  browser = await launch();
});

after(async () => {
  await browser.close();
  await service.stop();
});

test('without candidates the pages name what is missing, lead there, and show the customers', async () => {
  const people = ['workspace', 'personas', 'journeys', 'moments', 'moment_importance'];
  await putCopy('people', (bundle) => {
    for (const table of Object.keys(bundle)) if (!people.includes(table) && Array.isArray(bundle[table])) delete bundle[table];
  });
  const look = { lang: /** @type {const} */ ('fr'), expected: refused };
  const { page, close } = await openPage(browser, service.url, '/dossiers/people/overview', look);
  await settled(page);
  const said = page.getByRole('alert');
  assert.equal(await said.count(), 1);
  await said.getByText('La table investments manque.').waitFor();
  assert.equal(await said.getByRole('button').count(), 0);
  assert.match(await page.getByRole('region', { name: 'Clients' }).innerText(), /5[\s\S]*1,15.M clients[\s\S]*16[\s\S]*–/);
  await page.getByText('pas encore calculables').waitFor();
  await assertAccessible(page);
  await said.getByRole('link', { name: 'Tous les constats' }).click();
  await page.getByRole('dialog').getByText('La table levers manque.').waitFor();
  await page.goto(`${service.url}/dossiers/people/customers`);
  await settled(page);
  await page.getByText('Léa, jeune active mobile').waitFor();
  await page.getByText('Financer un logement').waitFor();
  await assertAccessible(page);
  await page.getByRole('alert').getByRole('link', { name: 'Importer ce qui manque' }).click();
  await page.getByRole('heading', { level: 1, name: 'Import' }).waitFor();
  await close();
});

test('names without a space stay within the screen of a phone', async () => {
  const long = 'Interminablementlongsansaucuneespacepourcouperlemot';
  const kept = ['name_en', 'name_fr', 'owner', 'sponsor', 'vendor'];
  await putCopy('long', (bundle) => {
    Object.assign(bundle.workspace, { name_en: long, name_fr: long, mission_en: long, mission_fr: long });
    for (const row of Object.values(bundle).filter(Array.isArray).flat()) {
      for (const field of kept) if (field in row) row[field] = `${long}${row.id ?? ''}`;
    }
  });
  const views = ['overview', 'customers', 'ecosystem', 'capabilities', 'candidates', 'candidates/B12', 'plan', 'robustness'];
  for (const view of views) {
    const { page, close } = await openPage(browser, service.url, `/dossiers/long/${view}`, { lang: 'fr', width: 390 });
    await settled(page);
    await assertFits(page);
    await close();
  }
});
