// From the start of the navigation to the recommendation and the three cards of the overview on the screen, nothing cached.

/** @typedef {import('../../web/pages/tests/browser.mjs').Browser} Browser */
/** @typedef {import('./figures.mjs').Measured} Measured */

/** Notes when all of it was painted first, and how many bytes had come until then. */
function watch() {
  const isThere = () =>
    document.querySelector('main .sentence') !== null && document.querySelectorAll('main .cards section.card').length === 3;
  const look = () => {
    if (!isThere()) return requestAnimationFrame(look);
    requestAnimationFrame(() =>
      setTimeout(() => {
        const at = performance.now();
        const parts = /** @type {PerformanceResourceTiming[]} */ ([
          ...performance.getEntriesByType('navigation'),
          ...performance.getEntriesByType('resource'),
        ]);
        const bytes = parts.filter((part) => part.responseEnd <= at).reduce((sum, part) => sum + part.transferSize, 0);
        Object.assign(window, { first: { at, bytes } });
      }),
    );
  };
  performance.setResourceTimingBufferSize(1000);
  requestAnimationFrame(look);
}

/**
 * @param {Browser} browser
 * @param {string} url
 * @param {'en' | 'fr'} lang
 * @returns {Promise<{ at: number, bytes: number }>}
 */
async function once(browser, url, lang) {
  const context = await browser.newContext({
    locale: lang === 'fr' ? 'fr-FR' : 'en-GB',
    viewport: { width: 1280, height: 900 },
  });
  const page = await context.newPage();
  await page.addInitScript(watch);
  await page.goto(`${url}/`);
  await page.waitForFunction(() => 'first' in window, undefined, { timeout: 60_000 });
  const seen = await page.evaluate(() => /** @type {any} */ (window).first);
  await context.close();
  return seen;
}

/**
 * The first reader of a service that just began comes first, so the worst run holds what only he waits for.
 * @param {Browser} browser
 * @param {string} url
 * @param {number} runs
 * @returns {Promise<Measured[]>}
 */
export async function firstView(browser, url, runs) {
  /** @type {Measured[]} */
  const all = [];
  for (const lang of /** @type {const} */ (['fr', 'en'])) {
    const seen = [];
    for (let at = 0; at < runs; at += 1) seen.push(await once(browser, url, lang));
    all.push(
      { what: `First view, ${lang}, until sentence and cards are painted`, unit: 'ms', values: seen.map((one) => one.at), limit: 1000 },
      { what: `First view, ${lang}, bytes on the wire until then`, unit: 'kB', values: seen.map((one) => one.bytes / 1000), limit: 300 },
    );
  }
  return all;
}
