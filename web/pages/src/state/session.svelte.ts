// Who looks at what: the dossiers there are, the one that is open, its newest revision, and whether a key is asked for.
import { forgetReadings, onUnknownCaller } from '../api/client';
import { keepKey } from '../api/credential';
import { dossier as readDossier, dossiers as readDossiers } from '../api/dossiers';
import { asProblem, type Problem } from '../api/problem';
import { forgetRuns } from '../api/run_cache';
import type { At } from '../api/runs';
import type { Dossier } from '../api/schema';
import { address, hrefOf } from './address.svelte';
import { undo } from './undo.svelte';

type State = 'loading' | 'ready' | 'key' | 'failed';

let state = $state<State>('loading');
let all = $state.raw<Dossier[]>([]);
let problem = $state.raw<Problem | null>(null);
const open = $derived(all.find((one) => one.id === address.dossier) ?? null);

const RANKS = ['viewer', 'analyst', 'approver', 'admin'] as const;
export type Role = (typeof RANKS)[number];

export const session = {
  get state(): State {
    return state;
  },
  get problem(): Problem | null {
    return problem;
  },
  get dossiers(): Dossier[] {
    return all;
  },
  /** The open dossier; null before it is read, or when there is none of that name. */
  get dossier(): Dossier | null {
    return open;
  },
  /** The open dossier as it is now, for everything that reads or computes. */
  get at(): At {
    return { dossier: open?.id ?? '', revision: open?.revision ?? 0 };
  },
  /** The currency of the open dossier. */
  get currency(): string {
    return open?.currency ?? 'EUR';
  },
  /** Whether the caller's role suffices. */
  may(role: Role): boolean {
    return open?.role !== null && open !== null && RANKS.indexOf(open.role) >= RANKS.indexOf(role);
  },
  /** Reads which dossiers there are, and opens the first one when the address names none. */
  async load(): Promise<void> {
    try {
      all = await readDossiers();
      state = 'ready';
      const first = all[0];
      if (address.isOpen && first) address.replace(hrefOf({ dossier: first.id, page: 'overview' }));
    } catch (error) {
      problem = asProblem(error);
      state = problem.status === 401 ? 'key' : 'failed';
    }
  },
  /** Reads the open dossier again, after a change: everything that depends on its revision follows. */
  async refresh(): Promise<void> {
    if (!open) return;
    const fresh = await readDossier(open.id);
    all = all.map((one) => (one.id === fresh.id ? fresh : one));
  },
  /** Goes on as somebody else; null forgets the key. */
  async enter(key: string | null): Promise<void> {
    keepKey(key);
    forgetReadings();
    forgetRuns();
    undo.forget();
    problem = null;
    state = 'loading';
    await session.load();
  },
};

onUnknownCaller(() => {
  state = 'key';
});
