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

for (const lang of /** @type {const} */ (['en', 'fr'])) {
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
      // Every risk is told once, whoever runs it.
      const risks = await page.locator('.sheet').nth(3).locator('table').first().locator('tbody th').allTextContents();
      assert.equal(new Set(risks).size, risks.length);
      await assertFits(page);
      await assertAccessible(page);
      await assertPicture(page, `board-pack-${lang}-${width}`);
      assert.equal(pagesOf(await page.pdf({ preferCSSPageSize: true, printBackground: true })), 4);
      await close();
    });
  }
}
