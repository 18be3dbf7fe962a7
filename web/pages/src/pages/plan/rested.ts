// Asks only after a moment of quiet, so that what is asked beside the plan never keeps the next move waiting.
const QUIET = 600;

/** Waits, then asks; ends without asking when the signal says so. */
export async function rested<T>(signal: AbortSignal, ask: () => Promise<T>, quiet = QUIET): Promise<T> {
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(resolve, quiet);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(new DOMException('Nobody waits for it.', 'AbortError'));
    });
  });
  return ask();
}
