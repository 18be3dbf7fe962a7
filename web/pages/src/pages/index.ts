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
  { name: 'plan', load: () => import('./plan/Plan.svelte') },
];
