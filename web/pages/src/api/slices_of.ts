// What passes between the page and its reader: a document without its long lists, then the lists in slices.
export type Slice =
  | { id: number; kind: 'head'; status: number; headers: [string, string][]; text: string | null }
  | { id: number; kind: 'frame'; whole: unknown }
  | { id: number; kind: 'items'; path: string[]; items: unknown[] }
  | { id: number; kind: 'end' }
  | { id: number; kind: 'failed'; reason: string; isSyntax: boolean };

/** Bytes that are there already, to be parsed. */
export interface ToParse {
  id: number;
  kind: 'bytes';
  bytes: ArrayBuffer;
  without: string[];
}

/** A request whose answer is read and parsed. */
export interface ToFetch {
  id: number;
  kind: 'request';
  url: string;
  method: string;
  headers: [string, string][];
  body: string | null;
  /** Fields of the items of long lists that nobody looks at. */
  without: string[];
}

/** Nobody waits for the answer any more. */
export interface ToStop {
  id: number;
  kind: 'stop';
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

/** Takes fields away that nobody looks at: what is not handed over takes no time. */
export function leaveOut(items: unknown[], without: string[]): void {
  for (const item of items) for (const field of without) delete (item as Record<string, unknown>)[field];
}

/** Puts items back where their list stood. */
export function putItems(whole: unknown, path: string[], items: unknown[]): void {
  const list = path.reduce((at, name) => (at as Record<string, unknown>)[name], whole);
  (list as unknown[]).push(...items);
}
