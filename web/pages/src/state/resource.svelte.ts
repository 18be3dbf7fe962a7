// Something that is read or computed: loading, there, or failed; asked anew when what it depends on changes.
import { asProblem, isAbort, type Problem } from '../api/problem';
import type { Progress } from '../api/schema';

export interface Resource<T> {
  /** The newest answer; the one before stays until the next is there. */
  readonly value: T | null;
  readonly problem: Problem | null;
  readonly isLoading: boolean;
  /** How far a long computation is. */
  readonly progress: Progress | null;
  /** Asks again after a failure. */
  retry: () => void;
}

export interface Waiting {
  signal: AbortSignal;
  told: (progress: Progress) => void;
}

/**
 * Made while a component is set up. What `load` reads before its first `await` is what it depends on;
 * null says that there is nothing to ask yet.
 */
export function resource<T>(load: (wait: Waiting) => Promise<T> | null): Resource<T> {
  let value = $state.raw<T | null>(null);
  let problem = $state.raw<Problem | null>(null);
  let progress = $state.raw<Progress | null>(null);
  let isLoading = $state(true);
  let attempt = $state(0);

  $effect(() => {
    void attempt;
    const stop = new AbortController();
    const told = (news: Progress) => {
      if (!stop.signal.aborted) progress = news;
    };
    const asked = load({ signal: stop.signal, told });
    if (asked === null) return;
    isLoading = true;
    asked
      .then((answer) => {
        if (stop.signal.aborted) return;
        value = answer;
        problem = null;
        isLoading = false;
        progress = null;
      })
      .catch((error: unknown) => {
        if (stop.signal.aborted || isAbort(error)) return;
        problem = asProblem(error);
        isLoading = false;
        progress = null;
      });
    return () => stop.abort();
  });

  return {
    get value() {
      return value;
    },
    get problem() {
      return problem;
    },
    get isLoading() {
      return isLoading;
    },
    get progress() {
      return progress;
    },
    retry: () => {
      problem = null;
      attempt += 1;
    },
  };
}
