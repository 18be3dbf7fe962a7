// The chain of whys of a customer's problem, from what is seen to what is behind it, in the reader's language.
import type { Problem } from '../api/schema';
import { remarkOf } from '../words/text';

const COLUMNS = ['why_1', 'why_2', 'why_3', 'why_4', 'why_5'];

/** Those that are filled; none for a problem that is not there. */
export function whysOf(problem: Problem | undefined): string[] {
  return COLUMNS.map((column) => remarkOf(problem, column)).filter((why) => why !== '');
}
