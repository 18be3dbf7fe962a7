// Names this visit, so that a page that is opened again gets the run that it asked for before, not a new one.
const PLACE = 'cxfolio.visit';

function made(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(9));
  return Array.from(bytes, (byte) => byte.toString(36).padStart(2, '0')).join('');
}

/** A name that lasts as long as the tab. */
export function visit(): string {
  const kept = sessionStorage.getItem(PLACE);
  if (kept !== null) return kept;
  const name = made();
  sessionStorage.setItem(PLACE, name);
  return name;
}

function fold(text: string, seed: number): string {
  let high = 0xdeadbeef ^ seed;
  let low = 0x41c6ce57 ^ seed;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}

/** A short name for a text; the service refuses a name that comes with another text, so a chance meeting does no harm. */
export function digest(text: string): string {
  return fold(text, 0) + fold(text, 1);
}
