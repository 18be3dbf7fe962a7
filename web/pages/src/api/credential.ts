// The API key of this visit: kept in the tab only, gone when the tab is closed.
const PLACE = 'cxfolio.key';

/** The key that was entered, or null. */
export function readKey(): string | null {
  return sessionStorage.getItem(PLACE);
}

/** Keeps a key for this tab; null forgets it. */
export function keepKey(key: string | null): void {
  if (key === null) sessionStorage.removeItem(PLACE);
  else sessionStorage.setItem(PLACE, key);
}
