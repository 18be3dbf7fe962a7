// The board pack: four pages of A4 in both languages, nothing cut, also when printed from a narrow screen.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, assertFits, launch, openPage, settled } from './browser.mjs';
import { assertPicture } from './pictures.mjs';
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

/**
 * How many pages a PDF has, and that each is A4.
 * @param {Buffer} pdf
 */
function pagesOf(pdf) {
  const text = pdf.toString('latin1');
  const boxes = [...text.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)];
  for (const [, width, height] of boxes) {
    assert.ok(Math.abs(Number(width) - 595) < 2 && Math.abs(Number(height) - 842) < 2, `a page of ${width} by ${height}`);
  }
  return (text.match(/\/Type\s*\/Page[^s]/g) ?? []).length;
}

/** What each page says of the sample, in the words of the reader. */
const SAID = {
  en: {
    first: [
      /21 of 25 verdicts proven/,
      /start now the \d+ investments of page 2 that no study precedes/,
      /start Mobile app redesign, .* only after the \d studies of page 4/,
      /have \d further stud(y|ies) of page 4 done, .* that could bring in .*Mobile wallet/,
      /8 moments stay uncovered, 4 must-be: less than 50% of the gap closed for who has least/,
    ],
    third: [/Would bring €32\.7k, but to make room Mobile app redesign .* loses €563k in all\. It comes in if all budgets rise by 6%/, /Would cost €434k more than it brings\. Worth it only with 2\.8 times its gains\./],
    fourth: [/All 8 exits ?€680k ?€4\.59M/, /No mitigation stated/, /Before we start:/, /Could bring in:/],
  },
  fr: {
    first: [
      /21 sur 25 prouvées/,
      /de lancer maintenant les \d+ investissements de la page 2 qu’aucune étude ne précède/,
      /de ne lancer Refonte de l'application mobile, .* qu’après les \d études de la page 4/,
      /de faire mener \d autres? études? de la page 4, .* faire entrer .*Portefeuille mobile/,
      /8 moments restent à découvert, dont 4 attendus : moins de 50 % de l’écart comblé pour qui en a le moins/,
    ],
    third: [/Rapporterait 32,7 k€, mais pour lui faire place, Refonte de l'application mobile .* perd 563 k€ en tout\. Il entre si tous les budgets augmentent de 6 %/, /Coûterait 434 k€ de plus qu’il ne rapporte\. Il ne le mériterait qu’avec 2,8 fois ses gains\./],
    fourth: [/En tout, 8 sorties ?680 k€ ?4,59 M€/, /Aucune parade déclarée/, /Avant de lancer :/, /Pourraient faire entrer :/],
  },
};

const DESK = '?share=0.9&budget=y0:8000000&locks=in:B04:one%2520contract,out:B12:not%2520this%2520year&floors=coverage:0.4';

for (const lang of /** @type {const} */ (['en', 'fr'])) {
  test(`the plan of a desk is printed with everything that was set otherwise in ${lang}`, async () => {
    const { page, close } = await openPage(browser, service.url, `/dossiers/banque-horizon/plan${DESK}`, { lang });
    await page.getByRole('link', { name: lang === 'fr' ? 'Dossier du comité de ce plan' : 'Board pack of this plan' }).click();
    await page.locator('.sheet').first().waitFor({ timeout: 120_000 });
    await settled(page);
    assert.match(page.url(), /board-pack\?.*locks=/);
    const first = (await page.locator('.sheet').first().innerText()).replace(/\s/g, ' ');
    const said =
      lang === 'fr'
        ? [/Réglé autrement que dans le dossier : 5 hypothèses/, /Budgets, toutes les années : 90 %/, /Budget 2027 : 8 M€ \(9,2 M€ dans le dossier\)/, /B04 .* : one contract/, /B12 .* : not this year/, /couverture ≥ 40 %/, /Par rapport au plan du dossier tel quel : −.* M€ de valeur actuelle nette/]
        : [/Set otherwise than in the dossier: 5 assumptions/, /Budgets, all years: 90%/, /Budget 2027: €8M \(€9\.2M in the dossier\)/, /B04 .* locked in: one contract/, /B12 .* locked out: not this year/, /coverage ≥ 40%/, /Against the plan of the dossier as it is: −€.*M net present value/];
    for (const pattern of said) assert.match(first, pattern);
    for (const sheet of await page.locator('.sheet').all()) {
      assert.match(await sheet.innerText(), lang === 'fr' ? /Ce n’est pas le plan du dossier tel quel : 5 réglages/ : /Not the plan of the dossier as it is: 5 settings/);
    }
    assert.match((await page.locator('.sheet').nth(1).innerText()), /B04/);
    const tooTall = await page.locator('.sheet .body').evaluateAll((all) => all.filter((one) => one.scrollHeight > one.clientHeight).length);
    assert.equal(tooTall, 0);
    await assertAccessible(page);
    assert.equal(pagesOf(await page.pdf({ preferCSSPageSize: true, printBackground: true })), 4);
    await page.getByRole('link', { name: lang === 'fr' ? 'Revenir à son pupitre' : 'Back to its desk' }).click();
    await page.waitForFunction(() => location.pathname.endsWith('/plan') && location.search.includes('locks='));
    await close();
  });

  test(`what the service does not tell of a desk is said and not taken from the dossier in ${lang}`, async () => {
    for (const query of ['?aim=coverage', '?scenario=S-CUT20']) {
      const { page, close } = await openPage(browser, service.url, `/dossiers/banque-horizon/board-pack${query}`, { lang, width: 390 });
      await page.locator('.sheet').first().waitFor({ timeout: 60_000 });
      await settled(page);
      const [first, second] = await page.locator('.sheet').allInnerTexts();
      const isAim = query.includes('aim');
      if (lang === 'fr') assert.match(first ?? '', isAim ? /ni verdicts, ni prix des règles, ni autres scénarios/ : /ne dit rien des autres scénarios/);
      else assert.match(first ?? '', isAim ? /neither verdicts, nor prices of rules, nor other scenarios/ : /tells of no other scenario/);
      assert.match(second ?? '', lang === 'fr' ? /Non indiqué pour ce plan/ : /Not told of this plan/);
      await assertFits(page);
      await assertAccessible(page);
      assert.equal(pagesOf(await page.pdf({ preferCSSPageSize: true, printBackground: true })), 4);
      await close();
    }
  });

  for (const width of [1280, 390]) {
    test(`four printed pages in ${lang} from a screen of ${width} px`, async () => {
      const { page, close } = await openPage(browser, service.url, '/dossiers/banque-horizon/board-pack', { lang, width });
      await page.locator('.sheet').first().waitFor({ timeout: 60_000 });
      await settled(page);
      assert.equal(await page.locator('.sheet').count(), 4);
      const tooTall = await page.locator('.sheet .body').evaluateAll((all) => all.filter((one) => one.scrollHeight > one.clientHeight).length);
      assert.equal(tooTall, 0);
      const robust = lang === 'fr' ? /11 décisions de financer et 14 de ne pas financer tiennent/ : /11 decisions to fund and 14 not to fund hold/;
      assert.match((await page.locator('.sheet').first().textContent()) ?? '', robust);
      const [first, , third, fourth] = (await page.locator('.sheet').allTextContents()).map((text) => text.replace(/\s+/g, ' '));
      const said = SAID[lang];
      for (const pattern of said.first) assert.match(first ?? '', pattern);
      for (const pattern of said.third) assert.match(third ?? '', pattern);
      for (const pattern of said.fourth) assert.match(fourth ?? '', pattern);
      assert.doesNotMatch(third ?? '', /\d[.,]\d ?%|doit valoir|needs €|il en faudrait|it would take/);
      // What a committee signs names every must-be moment that stays uncovered.
      assert.equal(await page.locator('.sheet').first().locator('ul.open strong').count(), 4);
      // Every risk is told once, whoever runs it.
      const risks = await page.locator('.sheet').nth(3).locator('table').first().locator('tbody th').allTextContents();
      assert.equal(new Set(risks).size, risks.length);
      // A narrow screen shows cards: no cell is beside another, none is cut, each says what it is of.
      if (width === 390) {
        const cells = await page.locator('.sheet td[data-label]').evaluateAll((all) =>
          all.map((one) => ({ display: getComputedStyle(one).display, isCut: one.scrollWidth > one.clientWidth + 1 })),
        );
        assert.ok(cells.length > 100);
        assert.ok(cells.every((cell) => cell.display === 'grid' && !cell.isCut));
      }
      await assertFits(page);
      await assertAccessible(page);
      await assertPicture(page, `board-pack-${lang}-${width}`);
      assert.equal(pagesOf(await page.pdf({ preferCSSPageSize: true, printBackground: true })), 4);
      await close();
    });
  }
}

test('what could not be judged is told as such, with its reason', async () => {
  const dossiers = `${service.url}/api/v1/dossiers`;
  const bundle = await (await fetch(`${dossiers}/banque-horizon/bundle`)).json();
  bundle.workspace.id = 'unjudged';
  const [some] = bundle.investments;
  bundle.investments.push({ ...some, key: undefined, id: 'B98', name_en: 'Nothing known', name_fr: 'Rien de connu' });
  for (const line of bundle.cost_lines) if (line.investment_id === 'B06') line.y0_eur = null;
  const headers = { 'content-type': 'application/json' };
  const made = await fetch(`${dossiers}/unjudged/bundle`, { method: 'PUT', headers, body: JSON.stringify(bundle) });
  assert.ok(made.ok, await made.text());
  const { page, close } = await openPage(browser, service.url, '/dossiers/unjudged/board-pack', { lang: 'fr' });
  await page.locator('.sheet').first().waitFor({ timeout: 120_000 });
  await settled(page);
  const [first, , third] = (await page.locator('.sheet').allTextContents()).map((text) => text.replace(/\s+/g, ' '));
  assert.match(first ?? '', /2 candidats de la page 3 n’ont pu être jugés/);
  assert.match(third ?? '', /Non jugés : 2 candidats/);
  assert.match(third ?? '', /B06 – montants non communiqués/);
  assert.match(third ?? '', /Rien de connu B98 – rien n’est déclaré, ni coût ni gain/);
  assert.equal(pagesOf(await page.pdf({ preferCSSPageSize: true, printBackground: true })), 4);
  await page.goto(`${service.url}/dossiers/unjudged/plan`);
  await page.getByText('non jugé : rien n’est déclaré').waitFor({ timeout: 60_000 });
  await page.getByText('non jugé : montants non communiqués').waitFor();
  await page.goto(`${service.url}/dossiers/unjudged/candidates/B98`);
  await page.getByText('Rien n’est déclaré de cette variante').first().waitFor({ timeout: 60_000 });
  await close();
});
