// The plan's desk: re-planned by slider, locked with a reason, in conflict and repaired, undone, and by keyboard alone.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, assertFits, launch, openPage, settled } from './browser.mjs';
import { assertPicture } from './pictures.mjs';
import { start } from './service.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @type {import('./service.mjs').Running} */
let service;
/** @type {import('playwright-core').Browser} */
let browser;

const DESK = '/dossiers/banque-horizon/plan';

before(async () => {
  service = await start();
  browser = await launch();
});

after(async () => {
  await browser.close();
  await service.stop();
});

/**
 * Waits until the plan on the screen answers to what the desk asks.
 * @param {Page} page
 * @param {string} [part] Something that stands in the question.
 */
async function answered(page, part = '') {
  await page.waitForFunction(
    (text) => document.querySelector('.result')?.getAttribute('data-answers')?.includes(text),
    part,
    { timeout: 30_000 },
  );
  await settled(page);
}

/**
 * Waits until prices and verdicts, which come later, stand where `…` stood.
 * @param {Page} page
 */
async function told(page) {
  await page.waitForFunction(() => {
    const leaves = [...document.querySelectorAll('main *')].filter((one) => one.childElementCount === 0);
    return leaves.every((one) => one.textContent?.trim() !== '…');
  });
  await settled(page);
}

/** @param {Page} page */
const npv = async (page) => (await page.locator('.outcome .value').first().textContent())?.trim().replace(/\s/g, ' ');

/** @param {Page} page */
const spoken = (page) => page.locator('[role="status"][aria-live="polite"]').first().textContent();

for (const lang of /** @type {const} */ (['en', 'fr'])) {
  for (const width of [1280, 390]) {
    test(`every view of the plan in ${lang} at ${width} px`, async () => {
      for (const query of ['?share=0.8', '?view=roadmap&starts=free', '?view=moments', '?view=cuts', '?figure=npv', '?view=frontier&share=0.9', '?view=compare&share=0.8', '?item=B14', '?scenario=S-INFEAS-BUDGET']) {
        const { page, close } = await openPage(browser, service.url, DESK + query, { lang, width });
        await answered(page);
        await assertFits(page);
        await assertAccessible(page);
        await close();
      }
    });

    test(`the desk with a fifth less money looks as approved, in ${lang} at ${width} px`, async () => {
      const { page, close } = await openPage(browser, service.url, `${DESK}?share=0.8`, { lang, width });
      await answered(page);
      await told(page);
      await assertPicture(page, `plan-${lang}-${width}`);
      await close();
    });
  }
}

test('a budget slider re-plans at once, and back undoes it', async () => {
  const { page, close } = await openPage(browser, service.url, DESK, { lang: 'fr' });
  await answered(page);
  assert.equal(await npv(page), '19,6 M€');
  await page.getByLabel('Toutes les années', { exact: true }).focus();
  for (let at = 0; at < 20; at += 1) await page.keyboard.press('ArrowLeft');
  await answered(page, '"0.8"');
  assert.equal(new URL(page.url()).searchParams.get('share'), '0.8');
  assert.equal(await npv(page), '17,4 M€');
  const changes = page.getByRole('region', { name: 'Ce qui change' });
  assert.match((await changes.textContent()) ?? '', /−2,18\sM€ de valeur actuelle nette/);
  assert.match((await changes.textContent()) ?? '', /B05 Génération et notation de prospects/);
  await page.waitForFunction(() => /sort/.test(document.querySelector('[role="status"][aria-live]')?.textContent ?? ''));
  // A further move that changes nothing leaves what the first one changed where it is.
  await page.getByLabel('Budget 2029', { exact: true }).focus();
  await page.keyboard.press('ArrowRight');
  await answered(page, 'y2');
  assert.match((await changes.textContent()) ?? '', /−2,18\sM€ de valeur actuelle nette/);
  await changes.getByText('le réglage d’avant').click();
  await changes.getByText('Le plan n’a pas changé.').waitFor();
  await page.goBack();
  await answered(page, '"0.8"');
  // Twenty keys of one slider are one move.
  await page.goBack();
  await answered(page, '{}');
  assert.equal(await npv(page), '19,6 M€');
  await close();
});

test('what an address says that is no budget is as if it said nothing', async () => {
  const { page, close } = await openPage(browser, service.url, `${DESK}?budget=y0:abc,y1:-5,y2:&share=-1`, { lang: 'fr' });
  await answered(page);
  assert.equal(await npv(page), '19,6 M€');
  const desk = await page.getByRole('complementary', { name: 'Réglages' }).innerText();
  assert.doesNotMatch(desk, /NaN|[−-]\d/);
  await close();
});

test('the plan follows the hand while the slider is dragged', async () => {
  const { page, close } = await openPage(browser, service.url, DESK, {});
  await answered(page);
  const box = await page.getByLabel('Budget 2027').boundingBox();
  assert.ok(box);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.35, box.y + box.height / 2, { steps: 12 });
  // Not let go yet: the plan has changed, the address has not.
  await page.waitForFunction(() => document.querySelector('.result')?.getAttribute('data-answers')?.includes('y0'));
  assert.equal(new URL(page.url()).search, '');
  await page.mouse.up();
  await answered(page, 'y0');
  assert.match(new URL(page.url()).searchParams.get('budget') ?? '', /^y0:\d+$/);
  await close();
});

test('a row is locked with a reason, priced, and unlocked by undo', async () => {
  const { page, close } = await openPage(browser, service.url, DESK, { lang: 'en' });
  await answered(page);
  await page.getByRole('button', { name: /^Lock – B04/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Reason').fill('one contract, one vendor: asked by the board');
  await dialog.getByRole('button', { name: 'Apply' }).click();
  await answered(page, 'asked by the board');
  const locks = page.locator('aside details').first();
  await locks.getByText('costs €6.71M').waitFor();
  assert.match((await locks.textContent()) ?? '', /B04 .*in.*one contract, one vendor: asked by the board/);
  assert.match((await spoken(page)) ?? '', /1 enters, 3 leave, net present value €12\.9M/);
  // The address alone gives the same desk.
  const again = await openPage(browser, service.url, new URL(page.url()).pathname + new URL(page.url()).search, {});
  await answered(again.page, 'asked by the board');
  assert.equal(await npv(again.page), '€12.9M');
  await again.close();
  await page.getByRole('button', { name: /^Undo: B04 locked in/ }).click();
  await answered(page, '{}');
  assert.equal(await npv(page), '€19.6M');
  await close();
});

test('a lock is told with its reason, and a long rule of a group is cut with the way to all of it', async () => {
  for (const lang of /** @type {const} */ (['en', 'fr'])) {
    const { page, close } = await openPage(browser, service.url, `${DESK}?locks=in:B04:one%2520contract%2520(signed)&item=B04`, { lang });
    await answered(page, 'signed');
    const locks = page.locator('aside details').first();
    const text = (await locks.innerText()).replace(/\s+/g, ' ');
    assert.match(text, lang === 'fr' ? /B04 .* dans le plan : one contract \(signed\)/ : /B04 .* in: one contract \(signed\)/);
    const rules = page.getByRole('dialog').getByRole('list').filter({ hasText: 'signed' });
    await rules.first().waitFor();
    assert.match((await rules.first().innerText()).replace(/\s+/g, ' '), lang === 'fr' ? /est imposé : one contract \(signed\)/ : /is forced in: one contract \(signed\)/);
    await page.keyboard.press('Escape');
    const group = locks.locator('li').filter({ hasText: 'B02' });
    const all = group.getByRole('button', { name: lang === 'fr' ? /^tout lire/ : /^all of it/ });
    const before = (await group.boundingBox())?.height ?? 0;
    await all.focus();
    await page.keyboard.press('Enter');
    assert.ok(((await group.boundingBox())?.height ?? 0) > before);
    await assertAccessible(page);
    await close();
  }
});

test('when nothing fits, the conflict is told and a repair makes a plan', async () => {
  const { page, close } = await openPage(browser, service.url, `${DESK}?scenario=S-INFEAS-BUDGET`, { lang: 'fr' });
  await answered(page);
  const conflict = page.getByRole('region', { name: 'Rien ne convient' });
  const text = (await conflict.textContent()) ?? '';
  assert.match(text, /Le budget 2027 \(1,3\sM€\)/);
  assert.match(text, /Centre de consentement.*\(RGPD, B27\) est obligatoire/);
  assert.equal(await conflict.locator('.repairs li').count(), 3);
  const repairs = ['Ajouter 297 k€ en 2027', 'Ne démarrer B27 qu’en 2028', 'En dernier recours se passer de tout le groupe G-CRM'];
  for (const [at, name] of repairs.entries()) {
    await conflict.getByRole('button').nth(at).click();
    await page.locator('.outcome').waitFor();
    await answered(page, at === 2 ? 'at_least_one' : 'operand');
    assert.match(decodeURIComponent(page.url()), at === 2 ? /without=at_least_one/ : /tried=/, name);
    await page.getByRole('button', { name: /^Annuler : Réparation/ }).click();
    await conflict.waitFor();
  }
  await close();
});

test('without any money every conflict has its number, and a repair that leaves nothing says so', async () => {
  const { page, close } = await openPage(browser, service.url, `${DESK}?share=0`, { lang: 'fr' });
  await answered(page);
  const conflict = page.getByRole('region', { name: 'Rien ne convient' });
  await conflict.getByRole('heading', { name: 'Conflit 5 sur 5' }).waitFor();
  const repairs = await conflict.locator('.repairs li').allTextContents();
  assert.equal(repairs.length, 3);
  assert.match(repairs[0] ?? '', /Ajouter 1,6\sM€ en 2027 et ajouter 939\sk€ en 2028 et ajouter 371\sk€ en 2029/);
  assert.match(repairs[2] ?? '', /ne laisse qu’un plan sans aucun investissement/);
  assert.doesNotMatch(repairs.join(), /plan de 0/);
  await close();
});

test('the sentence of the plan and the scenario read as people write', async () => {
  const { page, close } = await openPage(browser, service.url, `${DESK}?view=compare&scenario=S-CUT20`, { lang: 'fr' });
  await answered(page);
  await page.getByRole('tabpanel').getByRole('listitem').filter({ hasText: '(S-CUT20)' }).waitFor();
  assert.doesNotMatch((await page.locator('main').textContent()) ?? '', /pupitre|\sgeste\s|S-CUT20 –/);
  await close();
});

test('a point of the frontier puts its budgets on the desk', async () => {
  const { page, close } = await openPage(browser, service.url, `${DESK}?view=frontier`, { lang: 'en' });
  await answered(page);
  await page.getByRole('button', { name: '70%: €16.2M' }).click();
  await answered(page, '"0.7"');
  assert.equal(await npv(page), '€16.2M');
  await close();
});

test('a plan that was kept is compared with the one on the desk', async () => {
  const { page, close } = await openPage(browser, service.url, `${DESK}?view=compare`, { lang: 'en' });
  await answered(page);
  await page.getByRole('button', { name: 'Keep this plan to compare' }).click();
  await page.getByText('Assumptions').click();
  await page.getByText('Free', { exact: true }).click();
  await answered(page, 'free');
  const table = page.getByRole('region', { name: 'Two plans side by side' });
  await table.waitFor();
  assert.match((await table.textContent()) ?? '', /Net present value\s*€19\.6M\s*€19\.9M\s*\+€270k/);
  await close();
});

test('a candidate outside tells first what choose tells: the value it would lose, else the room it lacks', async () => {
  const { page, close } = await openPage(browser, service.url, DESK, { lang: 'en', width: 390 });
  await answered(page);
  /** @param {string} id */
  const reasons = (id) => page.getByRole('row').filter({ has: page.getByRole('button', { name: `Why: ${id}` }) }).locator('.how').allTextContents();
  assert.deepEqual(await reasons('B26 API'), ['would cost more than it brings here (−€1.8M)', 'nor would it fit: the 2027 budget (€913k short)']);
  assert.deepEqual(await reasons('B06'), ['would cost more than it brings here (−€280k)']);
  assert.deepEqual(await reasons('B01'), ['in place of B02: would bring less (−€1.7M)', 'nor would it fit: the 2027 budget (€1.15M short)']);
  assert.deepEqual(await reasons('B14'), ['no room: the 2027 budget (€523k short)']);
  assert.match((await reasons('B28')).join(), /^no room: the 2027 budget \(€265k short\); requires B08 Single customer repository/);
  // One line for what is short of money, whatever many limits that are.
  assert.deepEqual(await reasons('B04'), ['in place of B02: would bring less (−€4.4M)', 'nor would it fit: the 2027 budget (€2.26M short); and 1 other rule']);
  await page.getByRole('button', { name: /^Why: B04/ }).click();
  const broken = page.getByRole('dialog').locator('section').filter({ hasText: 'Added as it stands, it would break' });
  await broken.waitFor();
  assert.equal(await broken.locator('li').count(), 2);
  await close();
});

test('the worth of the plan and each year open down to the lines and their evidence', async () => {
  const { page, close } = await openPage(browser, service.url, DESK, { lang: 'en' });
  await answered(page);
  await page.locator('.outcome').getByRole('link', { name: '€19.6M' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('heading', { name: 'Where the net present value of the plan comes from' }).waitFor();
  assert.match((await drawer.getByRole('row').filter({ hasText: 'B16' }).textContent()) ?? '', /€2\.36M\s*€7\.15M\s*€4\.79M/);
  assert.match((await drawer.getByRole('row').filter({ hasText: 'Together' }).textContent()) ?? '', /−€3\.46M/);
  await assertAccessible(page);
  await drawer.getByRole('link', { name: '2028' }).click();
  await drawer.getByRole('heading', { name: 'Costs and gains of 2028' }).waitFor();
  const rows = await drawer.getByRole('table').first().getByRole('row').allTextContents();
  assert.match(rows.at(-1)?.replace(/\s+/g, ' ') ?? '', /Plan ?€5\.73M ?€4\.38M ?−€1\.36M/);
  await drawer.getByRole('link', { name: /^B13/ }).click();
  await page.waitForURL(/candidates\/B13\?variant=core/);
  await settled(page);
  await page.getByRole('button', { name: /^Lines of/ }).first().waitFor();
  await page.goBack();
  await drawer.getByRole('heading', { name: 'Costs and gains of 2028' }).waitFor();
  await close();
});

test('what falls first when money is cut is told in order, from the budgets of the dossier down', async () => {
  const { page, close } = await openPage(browser, service.url, '/dossiers/banque-horizon/overview', { lang: 'en' });
  await page.getByRole('link', { name: 'What falls first when money is cut' }).click();
  await answered(page);
  const falls = page.getByRole('region', { name: 'What falls first when money is cut' });
  await falls.getByRole('table').waitFor();
  const rows = (await falls.getByRole('row').allTextContents()).map((text) => text.replace(/\s+/g, ' ').trim());
  assert.match(rows[1] ?? '', /^100% €19\.6M the plan in full/);
  assert.match(rows[2] ?? '', /^90% −€2\.48M €18\.3M −€1\.27M .*B05 Lead generation and scoring leaves .*B13 Mobile app redesign: Core scope → /);
  assert.match(rows[3] ?? '', /^80% .*B13 Mobile app redesign leaves/);
  assert.match(rows[4] ?? '', /^70% .*B22 Adviser tablet and video meeting leaves/);
  assert.equal(rows.length, 7);
  assert.match((await falls.textContent()) ?? '', /Nothing changes down to 98\.1% of the budgets\.\s*Then, in this order: Lead generation and scoring, Mobile app redesign, Adviser tablet and video meeting,/);
  await assertAccessible(page);
  await falls.getByRole('button', { name: '90%' }).click();
  await answered(page, '"0.9"');
  assert.equal(await npv(page), '€18.3M');
  await close();
});

test('the moments that stay uncovered are told, and what covering one costs', async () => {
  const { page, close } = await openPage(browser, service.url, DESK, { lang: 'fr' });
  await answered(page);
  await page.getByRole('link', { name: /^8 moments restent à découvert, dont 4 attendus/ }).click();
  const first = page.locator('.moments > li').first();
  assert.match((await first.textContent()) ?? '', /attendu/);
  const answers = page.locator('.moments > li').filter({ hasText: 'M12' });
  await answers.getByText(/^−2,39\sM€ de valeur actuelle nette pour combler 50\s% de l’écart de chaque persona/).waitFor();
  await assertAccessible(page);
  // That price is of no floor: the floor over all personas is priced by itself before it can be put on the desk.
  assert.equal(await answers.getByRole('button', { name: /^Appliquer ce plancher/ }).count(), 0);
  await answers.getByRole('button', { name: /^Chiffrer un plancher, tous personas/ }).click();
  await answers.getByText(/de valeur actuelle nette pour combler 50\s% de l’écart, tous personas confondus/).waitFor();
  const shown = /−([\d,]+)\sM€ de valeur actuelle nette pour combler 50\s% de l’écart, tous/.exec((await answers.textContent()) ?? '')?.[1];
  await answers.getByRole('button', { name: 'Appliquer ce plancher' }).click();
  await answered(page, 'coverage:M12');
  const after = Number((await npv(page))?.replace(' M€', '').replace(',', '.'));
  assert.ok(Math.abs(19.6 - Number(shown?.replace(',', '.')) - after) < 0.06, `${shown} less is ${after}`);
  await page.goBack();
  await answered(page, '{}');
  await page.getByRole('group', { name: 'Couvert à partir de' }).getByText('30 %').click();
  await answers.getByRole('button', { name: /^Combien coûterait de le couvrir/ }).click();
  await answers.getByText('−2,39 M€ de valeur actuelle nette pour combler 30 % de l’écart').waitFor();
  assert.match((await answers.textContent()) ?? '', /B07 .*entre/);
  await assertAccessible(page);
  await answers.getByRole('button', { name: 'Appliquer ce plancher' }).click();
  await answered(page, 'coverage:M12');
  assert.equal(await npv(page), '17,2 M€');
  await close();
});

test('the roadmap tells which role blocks and what one more person is worth', async () => {
  const { page, close } = await openPage(browser, service.url, `${DESK}?view=roadmap&tried=roles:R1:capacity_days_y0:mul:0.3`, { lang: 'en' });
  await answered(page);
  await told(page);
  const roles = page.getByRole('region', { name: 'Which people block the plan' });
  const row = roles.getByRole('row').filter({ hasText: 'Solution architect' });
  assert.match((await row.textContent()) ?? '', /2027: 97%.*\+€596k.*blocks in 2027/);
  assert.match((await roles.textContent()) ?? '', /nothing more/);
  await assertAccessible(page);
  await close();
});

test('a role blocks only where more of it gains value, whatever lacks its days', async () => {
  const { page, close } = await openPage(browser, service.url, `${DESK}?view=roadmap&starts=free`, { lang: 'en' });
  await answered(page);
  const roles = page.getByRole('region', { name: 'Which people block the plan' });
  await roles.getByText(/^(No role blocks the plan; the fullest is|Short of people:)/).waitFor({ timeout: 60000 });
  const text = (await roles.textContent()) ?? '';
  assert.match(text, /No role blocks the plan; the fullest is Security and compliance, 91% used in 2027/);
  assert.doesNotMatch(text, /B21|…/);
  await close();
});

test('on paper the totals stand once, without locks or other views', async () => {
  const { page, close } = await openPage(browser, service.url, DESK, { lang: 'fr' });
  await answered(page);
  await page.emulateMedia({ media: 'print' });
  const foot = await page.locator('.dense tfoot').evaluate((element) => getComputedStyle(element).display);
  assert.equal(foot, 'table-row-group');
  assert.equal(await page.getByRole('button', { name: /^Verrou/ }).filter({ visible: true }).count(), 0);
  assert.equal(await page.locator('.dense').getByText('Verrou', { exact: true }).filter({ visible: true }).count(), 0);
  assert.deepEqual(await page.getByRole('tab').filter({ visible: true }).allInnerTexts(), ['Tableau']);
  await close();
});

test('a suite is held against separate tools, with what each binds the house to', async () => {
  const { page, close } = await openPage(browser, service.url, `${DESK}?view=compare`, { lang: 'en' });
  await answered(page);
  await page.getByLabel('One investment against its alternatives').selectOption('B04');
  await answered(page, '"is_in":true');
  const bound = page.getByRole('region', { name: 'Contracts, vendors and exit' });
  await bound.waitFor();
  assert.match((await bound.textContent()) ?? '', /Without B04With B04/);
  assert.match((await bound.textContent()) ?? '', /Cost of leaving.*€680k€3\.01M\+€2\.33M/);
  assert.match((await bound.textContent()) ?? '', /Longest contract4 years \(B02\)5 years \(B04\)/);
  await page.getByRole('tabpanel').locator('summary').click();
  assert.doesNotMatch((await page.locator('.result').textContent()) ?? '', /of the request/);
  await assertAccessible(page);
  // Both desks stand in the address, and it is one step back.
  assert.match(decodeURIComponent(page.url()), /locks=in:B04&compare=locks=out/);
  await page.goBack();
  await answered(page, '{}');
  await close();
});

test('everything by keyboard: slider, lock, reason, repair of the view', async () => {
  const { page, close } = await openPage(browser, service.url, DESK, { lang: 'en' });
  await answered(page);
  /** @param {string} name */
  const reach = async (name) => {
    for (let at = 0; at < 140; at += 1) {
      await page.keyboard.press('Tab');
      const focused = await page.evaluate(() => {
        const element = document.activeElement;
        const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : null;
        return element?.getAttribute('aria-label') ?? label ?? element?.textContent ?? '';
      });
      if (focused.trim().startsWith(name)) return;
    }
    assert.fail(`No way by the tab key to ${name}.`);
  };
  await reach('Budget 2027');
  await page.keyboard.press('ArrowLeft');
  await answered(page, '9100000');
  await reach('Lock – B12');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await reach('Reason');
  await page.keyboard.type('not this year');
  await page.keyboard.press('Enter');
  await answered(page, 'not this year');
  assert.match(decodeURIComponent(page.url()), /locks=out:B12:not/);
  await reach('Why: B14');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByText(/B14 Mobile wallet/).first().waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await close();
});

test('on a phone the plan comes before the desk, which opens when it is asked for', async () => {
  const { page, close } = await openPage(browser, service.url, DESK, { lang: 'fr', width: 390 });
  await answered(page);
  const slider = page.getByLabel('Toutes les années', { exact: true });
  assert.equal(await slider.isVisible(), false);
  const first = await page.getByRole('button', { name: /^Pourquoi : B02/ }).boundingBox();
  assert.ok(first && first.y < 1100, `The first row of the plan begins at ${first?.y} px.`);
  await page.getByRole('button', { name: 'Régler le plan' }).click();
  await slider.fill('80');
  await answered(page, '"0.8"');
  await assertAccessible(page);
  await page.getByRole('button', { name: 'Replier les réglages' }).click();
  assert.equal(await slider.isVisible(), false);
  await close();
});
