// A long list that is read page by page, newest first: what is there, and how to get more.
import { asProblem, isAbort, type Problem } from '../api/problem';

export interface PagedAnswer<T> {
  items: T[];
  next: string | null;
}

export interface Paged<T> {
  readonly items: T[];
  readonly isLoading: boolean;
  readonly hasMore: boolean;
  readonly problem: Problem | null;
  more: () => void;
}

/** Made while a component is set up; starts anew when what `load` reads before its first `await` changes. */
export function paged<T>(load: (cursor: string | null, signal: AbortSignal) => Promise<PagedAnswer<T>>): Paged<T> {
  let items = $state.raw<T[]>([]);
  let next = $state<string | null>(null);
  let isLoading = $state(true);
  let problem = $state.raw<Problem | null>(null);
  let stop = new AbortController();

  function take(asked: Promise<PagedAnswer<T>>, before: T[], signal: AbortSignal) {
    isLoading = true;
    problem = null;
    asked
      .then((page) => {
        if (signal.aborted) return;
        items = [...before, ...page.items];
        next = page.next;
        isLoading = false;
      })
      .catch((error: unknown) => {
        if (signal.aborted || isAbort(error)) return;
        problem = asProblem(error);
        isLoading = false;
      });
  }

  $effect(() => {
    stop = new AbortController();
    const { signal } = stop;
    const asked = load(null, signal);
    take(asked, [], signal);
    return () => stop.abort();
  });

  return {
    get items() {
      return items;
    },
    get isLoading() {
      return isLoading;
    },
    get hasMore() {
      return next !== null;
    },
    get problem() {
      return problem;
    },
    more: () => {
      if (next !== null && !isLoading) take(load(next, stop.signal), items, stop.signal);
    },
  };
}
