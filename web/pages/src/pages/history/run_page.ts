// On which page the answer of each kind of run is shown.
import type { Place } from '../../state/address.svelte';

const PAGES: Record<string, Place> = {
  check: { page: 'overview', query: { show: 'findings' } },
  appraise: { page: 'candidates' },
  score: { page: 'candidates' },
  explain: { page: 'candidates' },
  map: { page: 'ecosystem' },
  robust: { page: 'robustness' },
  scenarios: { page: 'robustness' },
  report: { page: 'board-pack' },
  import: { page: 'import' },
};

/** The page for a kind of run; plans of all kinds stand on the plan page. */
export function pageOf(kind: string): Place {
  return PAGES[kind] ?? { page: 'plan' };
}
