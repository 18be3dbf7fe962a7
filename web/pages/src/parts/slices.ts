// Work that need not be done at once, in slices short enough that nobody notices them.
const SLICE = 6;
const PAUSE = 24;

/** Takes `step` again and again until it says that it is done; gives what ends it before. */
export function inSlices(step: () => boolean): () => void {
  let timer = setTimeout(run, PAUSE);
  function run() {
    const began = performance.now();
    while (performance.now() - began < SLICE) if (step()) return;
    timer = setTimeout(run, PAUSE);
  }
  return () => clearTimeout(timer);
}
