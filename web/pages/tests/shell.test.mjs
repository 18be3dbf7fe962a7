// The frame: both languages and which one is remembered, the keyboard, the key that is asked for, what is not there.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, launch, openPage, settled } from './browser.mjs';
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

test('the browser decides the language, then the reader, and that is remembered', async () => {
  const { page, close } = await openPage(browser, service.url, '/', { lang: 'fr' });
  await settled(page);
  assert.match(await page.getByRole('region', { name: 'Recommandation' }).innerText(), /19,6.M€/);
  await page.getByRole('button', { name: 'EN', exact: true }).click();
  await page.getByText('€19.6M').first().waitFor();
  await page.reload();
  await settled(page);
  assert.equal(await page.getAttribute('html', 'lang'), 'en');
  await page.goto(`${service.url}/?lang=fr`);
  await settled(page);
  assert.equal(await page.getAttribute('html', 'lang'), 'fr');
  await close();
});

test('everything in the frame is reached by keyboard', async () => {
  const { page, close } = await openPage(browser, service.url, '/');
  await settled(page);
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Skip to the content');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'content');
  await page.getByRole('navigation').getByRole('link', { name: 'History' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'History' }).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'content');
  await close();
});

test('what is not there is said, with a way on', async () => {
  const { page, close } = await openPage(browser, service.url, '/dossiers/nowhere/overview');
  await page.getByText('There is no such dossier').waitFor();
  await assertAccessible(page);
  await page.getByRole('link', { name: 'Open another one' }).click();
  await settled(page);
  await close();
});

test('an address that leads nowhere says so, also one that was cut in two', async () => {
  for (const path of ['/dossiers/banque-horizon/nonsense', '/foo/bar', '/dossiers/%E0%A4/plan']) {
    const { page, close } = await openPage(browser, service.url, '/dossiers/banque-horizon/history', { lang: 'fr' });
    await settled(page);
    await page.evaluate((next) => {
      history.pushState({}, '', next);
      window.dispatchEvent(new PopStateEvent('popstate'));
    }, path);
    await page.getByRole('heading', { level: 1, name: /n’existe pas/ }).waitFor();
    await page.getByRole('main').getByRole('link').click();
    await page.getByRole('heading', { level: 1, name: 'Banque Horizon' }).waitFor();
    await close();
  }
});

test('a service with keys asks for one, refuses a wrong one, and lets the right one in', async () => {
  const guarded = await start({ hasKey: true });
  const { page, close } = await openPage(browser, guarded.url, '/', { expected: /401/ });
  await page.getByRole('heading', { name: 'Who is there?' }).waitFor();
  await assertAccessible(page);
  await page.getByLabel('API key').fill('cxk_wrong');
  await page.getByRole('button', { name: 'Enter' }).click();
  await page.getByRole('alert').waitFor();
  await page.getByLabel('API key').fill(guarded.key);
  await page.getByRole('button', { name: 'Enter' }).click();
  await settled(page);
  await page.getByText('Fund 13 of 28 candidates').waitFor();
  await close();
  await guarded.stop();
});
