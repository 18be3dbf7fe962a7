// The log and the comparison of revisions in the words of people, and a run whose result is not kept any more.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, assertFits, launch, openPage, settled } from './browser.mjs';
import { start } from './service.mjs';

/** @type {import('./service.mjs').Running} */
let service;
/** @type {import('playwright-core').Browser} */
let browser;
const PATH = '/dossiers/banque-horizon/history';

/**
 * Changes fields of a row, as somebody else would through the interface.
 * @param {string} row
 * @param {Record<string, unknown>} fields
 */
async function change(row, fields) {
  const address = `${service.url}/api/v1/dossiers/banque-horizon/${row}`;
  const etag = (await fetch(address)).headers.get('etag') ?? '';
  const headers = { 'Content-Type': 'application/merge-patch+json', 'If-Match': etag };
  const answer = await fetch(address, { method: 'PATCH', headers, body: JSON.stringify(fields) });
  assert.equal(answer.status, 200, await answer.text());
}

/**
 * Asks for a run.
 * @param {string} kind
 */
async function ask(kind) {
  const headers = { 'Content-Type': 'application/json', Prefer: 'wait=30' };
  const answer = await fetch(`${service.url}/api/v1/dossiers/banque-horizon/runs/${kind}`, { method: 'POST', headers, body: '{}' });
  assert.ok(answer.ok);
}

before(async () => {
  service = await start();
  browser = await launch();
  await change('investments/B01', { exit_cost_eur: '1100000', mandatory: true, sponsor: 'CFO' });
  await change('cost_lines/B01~core~B01-core-build', { y0_eur: '2200000' });
  await ask('choose');
  await ask('check');
});

after(async () => {
  await browser.close();
  await service.stop();
});

const said = {
  en: {
    investment: /Investment Cloud CRM for advisers and agents/,
    fields: [/cost of leaving €900k → €1\.1M/, /mandatory no → yes/, /sponsor Head of retail network → CFO/],
    cost: /Cost Cloud CRM for advisers and agents · core · B01-core-build: amount 2027, €2\.05M → €2\.2M/,
    row: /Cloud CRM for advisers and agents Investment cost of leaving changed €900k €1\.1M/,
    removed: 'The result was removed after the days it is kept; asking again computes it anew.',
    save: 'Save the result',
  },
  fr: {
    investment: /Investissement CRM dans le cloud pour conseillers et agents/,
    fields: [/coût de sortie 900 k€ → 1,1 M€/, /obligatoire non → oui/, /sponsor directeur du réseau d’agences → directeur financier/],
    cost: /Coût CRM dans le cloud pour conseillers et agents · core · B01-core-build : montant 2027, 2,05 M€ → 2,2 M€/,
    row: /CRM dans le cloud pour conseillers et agents Investissement coût de sortie modifiée 900 k€ 1,1 M€/,
    removed: 'Le résultat a été retiré après ses jours de conservation',
    save: 'Enregistrer le résultat',
  },
};

for (const lang of /** @type {const} */ (['en', 'fr'])) {
  test(`a line of the log says in words what was changed, in ${lang}`, async () => {
    const { page, close } = await openPage(browser, service.url, `${PATH}?tab=log`, { lang, width: 390 });
    await settled(page);
    await page.locator('summary').filter({ hasText: said[lang].investment }).first().waitFor();
    await page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)));
    const text = (await page.locator('main table').innerText()).replace(/\s+/g, ' ');
    for (const pattern of [...said[lang].fields, said[lang].cost]) assert.match(text, pattern);
    assert.doesNotMatch(text, /investments\/B01|exit_cost_eur|y0_eur/);
    await assertFits(page);
    await assertAccessible(page);
    await close();
  });

  test(`two revisions are compared in words, in ${lang}`, async () => {
    const { page, close } = await openPage(browser, service.url, `${PATH}?to=2`, { lang });
    await settled(page);
    const row = page.getByRole('row').filter({ hasText: lang === 'fr' ? 'coût de sortie' : 'cost of leaving' });
    await row.waitFor();
    assert.match((await row.innerText()).replace(/\s+/g, ' '), said[lang].row);
    await assertAccessible(page);
    await close();
  });

  test(`a run whose result is not kept any more says so, in ${lang}`, async () => {
    const { page, close } = await openPage(browser, service.url, `${PATH}?tab=runs`, { lang, width: lang === 'fr' ? 390 : 1280, expected: /410/ });
    await settled(page);
    // What the service answers once the days are over, for the run as for its result.
    const gone = { type: 'urn:cxfolio:problem:gone', title: 'Gone', status: 410, code: 'gone', detail: 'Removed.', request_id: '', errors: [], findings: [] };
    await page.route(/\/runs\/[0-9a-f-]{36}(\/result)?$/, (route) => route.fulfill({ status: 410, contentType: 'application/problem+json', body: JSON.stringify(gone) }));
    // The plan is read when its sheet opens; of others it is known once the result is asked for.
    await page.getByRole('table').getByRole('link', { name: 'Plan', exact: true }).first().click();
    const sheet = page.getByRole('dialog');
    await sheet.getByText(said[lang].removed).waitFor();
    const save = sheet.getByRole('button', { name: said[lang].save });
    assert.equal(await save.isDisabled(), true);
    assert.equal(await sheet.getByRole('alert').count(), 0);
    await assertAccessible(page);
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'hidden' });
    await page.getByRole('table').getByRole('link', { name: lang === 'fr' ? 'Contrôle' : 'Check' }).first().click();
    assert.equal(await sheet.getByText(said[lang].removed).count(), 0);
    await save.click();
    await sheet.getByText(said[lang].removed).waitFor();
    assert.equal(await save.isDisabled(), true);
    await assertFits(page);
    await close();
  });
}
