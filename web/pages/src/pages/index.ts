// The pages there are, in the order of the navigation; each is loaded when it is opened.
import type { Component } from 'svelte';
import type { Words } from '../words/shell.en';

export type PageName = keyof Words['pages'];

export interface Page {
  name: PageName;
  load: () => Promise<{ default: Component }>;
}

export const pages: Page[] = [
  { name: 'overview', load: () => import('./overview/Overview.svelte') },
  { name: 'customers', load: () => import('./customers/Customers.svelte') },
  { name: 'ecosystem', load: () => import('./ecosystem/Ecosystem.svelte') },
  { name: 'capabilities', load: () => import('./capabilities/Capabilities.svelte') },
  { name: 'candidates', load: () => import('./candidates/Candidates.svelte') },
  { name: 'plan', load: () => import('./plan/Plan.svelte') },
  { name: 'robustness', load: () => import('./robustness/Robustness.svelte') },
  { name: 'import', load: () => import('./import/Import.svelte') },
  { name: 'history', load: () => import('./history/History.svelte') },
  { name: 'board-pack', load: () => import('./board-pack/BoardPack.svelte') },
];

/** The page of a name; the overview when the address names none. */
export function pageNamed(name: string | null): Page | undefined {
  return pages.find((page) => page.name === (name ?? 'overview'));
}
