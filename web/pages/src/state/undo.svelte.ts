// What can be taken back: moves of a view (by the history) and changes of kept data (by another change).
import { address } from './address.svelte';

export interface Undoable {
  /** What was done, in the reader's words. */
  label: string;
  /** Takes it back. Left out for a move of the view: the history does it. */
  back?: () => Promise<void> | void;
}

interface Entry extends Undoable {
  depth: number;
}

const AT_MOST = 50;
let entries = $state.raw<Entry[]>([]);
// A move that was taken back with the browser's button is no longer there to be undone.
const standing = $derived(entries.filter((entry) => entry.back !== undefined || entry.depth <= address.depth));

export const undo = {
  /** What the next undo takes back, or null. */
  get next(): Undoable | null {
    return standing.at(-1) ?? null;
  },
  /** Notes what was just done; for a move of the view call it after the move. */
  note(done: Undoable): void {
    entries = [...standing, { ...done, depth: address.depth }].slice(-AT_MOST);
  },
  /** Takes the last one back. */
  async take(): Promise<void> {
    const last = standing.at(-1);
    if (!last) return;
    entries = standing.slice(0, -1);
    if (last.back) await last.back();
    else history.back();
  },
  forget(): void {
    entries = [];
  },
};
