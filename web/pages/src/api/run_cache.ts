// What was computed in this visit: the same question is asked once, whoever asks it, and stopped when nobody waits any more.
export interface Computing<R, P> {
  answer: Promise<R>;
  /** Called with every news while it is computed. */
  listeners: Set<(news: P) => void>;
  waiting: number;
  ended: boolean;
  stop: AbortController;
}

const AT_MOST = 200;
const kept = new Map<string, Computing<unknown, unknown>>();

type Compute<R, P> = (told: (news: P) => void, signal: AbortSignal) => Promise<R>;

function begin<R, P>(key: string, compute: Compute<R, P>): Computing<R, P> {
  const stop = new AbortController();
  const listeners = new Set<(news: P) => void>();
  const answer = compute((news) => listeners.forEach((listener) => listener(news)), stop.signal);
  const entry: Computing<R, P> = { answer, listeners, waiting: 0, ended: false, stop };
  answer.then(
    () => {
      entry.ended = true;
    },
    () => {
      if (kept.get(key) === (entry as unknown)) kept.delete(key);
    },
  );
  kept.set(key, entry as unknown as Computing<unknown, unknown>);
  const oldest = kept.keys().next().value;
  if (kept.size > AT_MOST && oldest !== undefined) kept.delete(oldest);
  return entry;
}

/** The answer to a question, from what was computed or computed now. */
export function once<R, P>(
  key: string,
  compute: Compute<R, P>,
  signal?: AbortSignal,
  told?: (news: P) => void,
): Promise<R> {
  const entry = (kept.get(key) as unknown as Computing<R, P> | undefined) ?? begin(key, compute);
  entry.waiting += 1;
  if (told) entry.listeners.add(told);
  return new Promise<R>((resolve, reject) => {
    const leave = () => {
      signal?.removeEventListener('abort', giveUp);
      if (told) entry.listeners.delete(told);
      entry.waiting -= 1;
    };
    const giveUp = () => {
      leave();
      if (entry.waiting === 0 && !entry.ended) {
        kept.delete(key);
        entry.stop.abort();
      }
      reject(new DOMException('Nobody waits for it.', 'AbortError'));
    };
    if (signal?.aborted) return giveUp();
    signal?.addEventListener('abort', giveUp);
    entry.answer.then(
      (value) => {
        leave();
        resolve(value);
      },
      (error: unknown) => {
        leave();
        reject(error);
      },
    );
  });
}

/** Forgets everything: another caller, or a decision model was changed. */
export function forgetRuns(): void {
  kept.clear();
}
