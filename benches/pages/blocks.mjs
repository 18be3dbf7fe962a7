// How long the main thread of a page is blocked at most while something is done with it.

/** @typedef {import('../../web/pages/tests/browser.mjs').Page} Page */
/** @typedef {{ name: string, ph: string, pid: number, tid: number, ts: number, dur?: number, tdur?: number, args?: any }} Event */

const CATEGORIES = ['toplevel', 'disabled-by-default-devtools.timeline', '__metadata'];

/** Whether a task is asked for by the measurement itself: what it evaluates in the page. @param {Event[]} questions @param {Event} task */
const isOurs = (questions, { ts, dur = 0 }) => questions.some((one) => one.ts >= ts && one.ts <= ts + dur);

/**
 * The longest task of the page's main thread, on the clock and of processor time, in milliseconds; and the longest in which
 * the measurement asks something, which may hold work of the page too.
 * @param {Event[]} events
 */
function longest(events) {
  const mains = events.filter((one) => one.name === 'thread_name' && one.args?.name === 'CrRendererMain');
  const tasks = mains.map((main) => {
    const onIt = events.filter((one) => one.ph === 'X' && one.pid === main.pid && one.tid === main.tid);
    const questions = onIt.filter((one) => one.args?.chrome_mojo_event_info?.mojo_interface_tag === 'blink.mojom.DevToolsSession');
    const all = onIt.filter((one) => one.name.endsWith('RunTask'));
    return { own: all.filter((one) => !isOurs(questions, one)), asked: all.filter((one) => isOurs(questions, one)) };
  });
  // Of several renderers the page is the one with most to do.
  const { own, asked } = tasks.toSorted((a, b) => b.own.length - a.own.length)[0] ?? { own: [], asked: [] };
  if (own.length === 0) throw new Error('The trace has no task of the page.');
  const most = (/** @type {Event[]} */ all, /** @type {'dur' | 'tdur'} */ of) => Math.max(0, ...all.map((one) => (one[of] ?? 0) / 1000));
  return { clock: most(own, 'dur'), processor: most(own, 'tdur'), asked: most(asked, 'dur') };
}

/**
 * Does something and tells the longest block of the main thread meanwhile. Processor time shows what is the page's own on a
 * busy machine.
 * @param {Page} page
 * @param {() => Promise<void>} what
 */
export async function blocked(page, what) {
  const browser = page.context().browser();
  if (browser === null) throw new Error('The page has no browser.');
  await browser.startTracing(page, { categories: CATEGORIES });
  await what();
  const trace = await browser.stopTracing();
  return longest(JSON.parse(trace.toString('utf8')).traceEvents);
}
