// How well a plan must be proven before it is shown: to the end, except where the proof takes longer than anyone waits.

/** From so many candidates on a first answer need not be proven, and what takes many plans is asked on demand only. */
export const MANY = 150;
const ROUGH = 0.05;

/** How far from the best plan a first answer may be; 0 for the best. */
export function gapFor(candidates: number): number {
  return candidates > MANY ? ROUGH : 0;
}

/** What is asked for the plan of the dossier as it is. */
export function asIs(candidates: number): { gap?: number } {
  const gap = gapFor(candidates);
  return gap === 0 ? {} : { gap };
}
