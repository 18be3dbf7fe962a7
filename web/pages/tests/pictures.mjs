// Compares what is seen with approved pictures; UPDATE_PICTURES=1 approves what is seen, after you looked at it.
import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

const APPROVED = new URL('./pictures/', import.meta.url);
const FAILED = new URL('./pictures/failed/', import.meta.url);
const SHARE_ALLOWED = 0.004;

/**
 * Fails when more than a small share of the pixels differs from the approved picture.
 * @param {import('playwright-core').Page} page
 * @param {string} name
 */
export async function assertPicture(page, name) {
  const bytes = await page.screenshot({ fullPage: true, animations: 'disabled', caret: 'hide' });
  const file = new URL(`${name}.png`, APPROVED);
  if (process.env.UPDATE_PICTURES) {
    await mkdir(APPROVED, { recursive: true });
    await writeFile(file, bytes);
    return;
  }
  const approved = PNG.sync.read(await readFile(file));
  const seen = PNG.sync.read(bytes);
  const isSameSize = approved.width === seen.width && approved.height === seen.height;
  const difference = new PNG({ width: approved.width, height: approved.height });
  const wrong = isSameSize
    ? pixelmatch(approved.data, seen.data, difference.data, approved.width, approved.height, { threshold: 0.15 })
    : Infinity;
  const share = wrong / (approved.width * approved.height);
  if (share > SHARE_ALLOWED) {
    await mkdir(FAILED, { recursive: true });
    await writeFile(new URL(`${name}.png`, FAILED), bytes);
    if (isSameSize) await writeFile(new URL(`${name}.difference.png`, FAILED), PNG.sync.write(difference));
  }
  assert.ok(share <= SHARE_ALLOWED, `${name} differs from the approved picture (${share}); see tests/pictures/failed.`);
}
