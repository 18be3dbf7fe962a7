// The desk as it is: what the address says, and on top of it what is being moved at this moment.
import { address } from '../../state/address.svelte';
import { undo } from '../../state/undo.svelte';
import { fieldsOf, readDesk, untouched, type Desk } from './desk_fields';

/** Keys of one slider that follow each other this fast are one move. */
const ONE_MOVE = 1200;

let moving = $state.raw<Partial<Desk> | null>(null);
let last = { what: '', at: 0 };
const kept = $derived(readDesk(address.query));
const now = $derived(moving === null ? kept : { ...kept, ...moving });

export const desk = {
  /** With what is being moved. */
  get now(): Desk {
    return now;
  },
  /** As the address says. */
  get kept(): Desk {
    return kept;
  },
  get isMoving(): boolean {
    return moving !== null;
  },
  /** Whether anything differs from the dossier as it is. */
  get isTouched(): boolean {
    return Object.values(fieldsOf(kept)).some((value) => value !== null);
  },
  /** Shows what a move would do while it goes on; the address does not follow yet. */
  preview(fields: Partial<Desk>): void {
    moving = fields;
  },
  /** Makes a move: a step in the history with its name. Moves of the same `what` that follow at once are one step. */
  move(label: string, fields: Partial<Desk>, what = ''): void {
    moving = null;
    const isSame = what !== '' && last.what === what && performance.now() - last.at < ONE_MOVE;
    const depth = address.depth;
    address.change(fieldsOf(fields), isSame);
    if (address.depth > depth) undo.note({ label });
    last = { what, at: performance.now() };
  },
  /** Back to the dossier as it is. */
  reset(label: string): void {
    desk.move(label, untouched);
  },
};
