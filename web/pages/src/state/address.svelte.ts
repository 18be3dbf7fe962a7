// What is seen stands in the address: /dossiers/<dossier>/<page>/<rest>?<view>. Back is undo of a move.
export interface Place {
  dossier?: string;
  page?: string;
  rest?: string[];
  query?: Record<string, string | null | undefined>;
}

interface Mark {
  depth: number;
}

let path = $state(location.pathname);
let search = $state(location.search);
let depth = $state((history.state as Mark | null)?.depth ?? 0);
const parts = $derived(path.split('/').filter((part) => part !== '').map(clear));
const query = $derived(new URLSearchParams(search));

/** A part of an address as it is meant; one that was cut in two stays as it is. */
function clear(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function take(): void {
  path = location.pathname;
  search = location.search;
  depth = (history.state as Mark | null)?.depth ?? depth;
}

function move(href: string, replace: boolean): void {
  const next = replace ? depth : depth + 1;
  if (replace) history.replaceState({ depth: next } satisfies Mark, '', href);
  else history.pushState({ depth: next } satisfies Mark, '', href);
  take();
}

export const address = {
  get path(): string {
    return path;
  },
  /** Whether it leads to nothing in particular, so that the first dossier may be opened. */
  get isOpen(): boolean {
    return parts.length === 0 || parts[0] === 'sign-in' || (parts[0] === 'dossiers' && parts.length === 1);
  },
  /** The dossier that is open, or null. */
  get dossier(): string | null {
    return parts[0] === 'dossiers' ? (parts[1] ?? null) : null;
  },
  /** The page that is open: `overview`, `plan`, .. */
  get page(): string | null {
    return parts[0] === 'dossiers' ? (parts[2] ?? null) : (parts[0] ?? null);
  },
  /** What follows the page: `candidates/B01` has `['B01']`. */
  get rest(): string[] {
    return parts.slice(3);
  },
  /** The view on the page. */
  get query(): URLSearchParams {
    return query;
  },
  /** How many moves were made in this tab; `undo` looks at it. */
  get depth(): number {
    return depth;
  },
  /** Goes to an address of the pages. */
  go(href: string): void {
    if (href !== location.pathname + location.search) move(href, false);
  },
  /** Goes there without a step in the history. */
  replace(href: string): void {
    move(href, true);
  },
  /** Changes several fields of the view in one step; null takes a field out. */
  change(fields: Record<string, string | null>, replace = false): void {
    const next = changed(search, fields);
    if (next !== search) move(path + next, replace);
  },
};

function changed(from: string, fields: Record<string, string | null | undefined>): string {
  const next = new URLSearchParams(from);
  for (const [name, value] of Object.entries(fields)) {
    if (value === null || value === undefined) next.delete(name);
    else next.set(name, value);
  }
  const text = next.toString();
  return text === '' ? '' : `?${text}`;
}

/** The address of a place; what is left out is as here, except the view, which starts anew. */
export function hrefOf(place: Place): string {
  const dossier = place.dossier ?? address.dossier ?? '';
  const page = place.page ?? address.page ?? 'overview';
  const segments = ['dossiers', dossier, page, ...(place.rest ?? [])].map(encodeURIComponent);
  return `/${segments.join('/')}${changed('', place.query ?? {})}`;
}

/** The address of this page with a changed view, for links that select, sort or filter. */
export function hrefHere(fields: Record<string, string | null>): string {
  return path + changed(search, fields);
}

function ownLink(event: MouseEvent): HTMLAnchorElement | null {
  if (event.defaultPrevented || event.button !== 0) return null;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link || link.target !== '' || link.hasAttribute('download')) return null;
  const isHere = link.origin === location.origin && !link.pathname.startsWith('/api/');
  return isHere && link.hash === '' ? link : null;
}

/** Links of the pages change the view without loading anything anew; gives what undoes that. */
export function listenToLinks(): () => void {
  const clicked = (event: MouseEvent) => {
    const link = ownLink(event);
    if (!link) return;
    event.preventDefault();
    const href = link.pathname + link.search;
    // In a task of its own: a click that draws a whole page would keep the next input waiting.
    setTimeout(() => address.go(href));
  };
  document.addEventListener('click', clicked);
  window.addEventListener('popstate', take);
  return () => {
    document.removeEventListener('click', clicked);
    window.removeEventListener('popstate', take);
  };
}
