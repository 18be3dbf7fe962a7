// A queue of things to draw: one in each task, in the order in which they were announced, with room for input between them.
const waiting: (() => void)[] = [];
let isGoing = false;

function next(): void {
  waiting.shift()?.();
  if (waiting.length > 0) setTimeout(next);
  else isGoing = false;
}

/** Takes `draw` when its turn comes; gives what leaves the queue. */
export function inTurn(draw: () => void): () => void {
  waiting.push(draw);
  if (!isGoing) {
    isGoing = true;
    setTimeout(next);
  }
  return () => {
    const at = waiting.indexOf(draw);
    if (at >= 0) waiting.splice(at, 1);
  };
}

/** Ends when whatever waits for its turn, and the reader's input, had it. */
export function breath(): Promise<void> {
  return new Promise((resolve) => void inTurn(resolve));
}
