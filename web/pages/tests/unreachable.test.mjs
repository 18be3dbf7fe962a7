// A service that stops while somebody reads: what is said then, and what goes on when it is back.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, openPage, settled } from './browser.mjs';
import { start } from './service.mjs';

/** @type {import('./service.mjs').Running} */
let service;
/** @type {import('playwright-core').Browser} */
let browser;
const HOME = '/dossiers/banque-horizon';
const expected = /Failed to load resource|net::ERR/;

before(async () => {
  service = await start();
  browser = await launch();
});

after(async () => {
  await browser.close();
  await service.stop();
});

test('a page that cannot be fetched says that the service does not answer, and is there when it does', async () => {
  const { page, close } = await openPage(browser, service.url, `${HOME}/plan`, { lang: 'fr', expected });
  await settled(page);
  await page.context().setOffline(true);
  await page.getByRole('navigation').getByRole('link', { name: 'Clients' }).click();
  const said = page.getByRole('alert');
  await said.getByText('Le service ne répond pas.').waitFor();
  assert.doesNotMatch(await said.innerText(), /preload|http:/);
  await said.getByRole('button', { name: 'Réessayer' }).click();
  await said.getByText('Le service ne répond pas.').waitFor();
  await page.context().setOffline(false);
  await said.getByRole('button', { name: 'Réessayer' }).click();
  await page.getByRole('heading', { level: 1, name: 'Clients' }).waitFor();
  await close();
});

test('a move without an answer keeps the plan before it, and calls it that', async () => {
  const { page, close } = await openPage(browser, service.url, `${HOME}/plan`, { lang: 'fr', expected });
  await settled(page);
  await page.context().setOffline(true);
  await page.getByRole('slider', { name: /Budget 2027/ }).press('ArrowLeft');
  await page.getByRole('alert').getByText('Le service ne répond pas.').waitFor();
  await page.getByText('Ce qui suit est le plan d’avant ce geste').waitFor();
  await page.getByText('Aucun plan n’a pu être calculé pour ces réglages.').first().waitFor();
  assert.equal(await page.getByText('Recherche du meilleur plan').count(), 0);
  assert.equal(await page.getByText(/utilisés/).count(), 0);
  assert.ok((await page.locator('.result tbody tr').count()) > 20);
  await page.context().setOffline(false);
  await page.getByRole('alert').getByRole('button', { name: 'Réessayer' }).click();
  await page.getByText('Prouvé : aucun plan ne vaut plus.').waitFor();
  await close();
});
