// What passes between the page and its parser: a document without its long lists, then the lists in slices.
export type Slice =
  | { id: number; kind: 'frame'; whole: unknown }
  | { id: number; kind: 'items'; path: string[]; items: unknown[] }
  | { id: number; kind: 'end' }
  | { id: number; kind: 'failed'; reason: string };

export interface ToParse {
  id: number;
  bytes: ArrayBuffer;
}

/** Lists of more items come in slices. */
const LONG = 50;
const DEEPEST = 3;

/** Takes the long lists out of a document; gives them with where they stood. */
export function takeLists(whole: unknown, path: string[] = []): { path: string[]; items: unknown[] }[] {
  if (path.length >= DEEPEST || whole === null || typeof whole !== 'object' || Array.isArray(whole)) return [];
  const fields = whole as Record<string, unknown>;
  return Object.entries(fields).flatMap(([name, value]) => {
    if (!Array.isArray(value) || value.length <= LONG) return takeLists(value, [...path, name]);
    fields[name] = [];
    return [{ path: [...path, name], items: value as unknown[] }];
  });
}

/** Puts items back where their list stood. */
export function putItems(whole: unknown, path: string[], items: unknown[]): void {
  const list = path.reduce((at, name) => (at as Record<string, unknown>)[name], whole);
  (list as unknown[]).push(...items);
}
