// Long answers, read and parsed beside the page: fetching, joining and parsing megabytes would block it.
import { putItems, type Slice, type ToFetch, type ToParse, type ToStop } from './slices_of';

/** From so many bytes on parsing is noticed. */
const LARGE = 400_000;

/** Statuses that have no body. */
const BARE = [204, 205, 304];

interface Waiting {
  response: Response | null;
  whole: unknown;
  resolve: (one: Waiting) => void;
  reject: (reason: Error) => void;
}

const waiting = new Map<number, Waiting>();
/** The documents of answers that were read beside the page. */
const documents = new WeakMap<Response, unknown>();
/** In the session of the tab: something long was read in it. */
const PLACE = 'cxfolio.long';
let reader: Worker | null = null;
let count = 0;

function heard({ data }: MessageEvent<Slice>): void {
  const one = waiting.get(data.id);
  if (!one) return;
  if (data.kind === 'frame') one.whole = data.whole;
  else if (data.kind === 'items') putItems(one.whole, data.path, data.items);
  else if (data.kind === 'head') {
    const text = BARE.includes(data.status) ? null : data.text;
    one.response = new Response(text, { status: data.status, headers: data.headers });
  } else {
    waiting.delete(data.id);
    if (data.kind === 'end') one.resolve(one);
    else one.reject(data.isSyntax ? new SyntaxError(data.reason) : new TypeError(data.reason));
  }
}

/** Without a reader nobody would ever answer those who wait. */
function broken(): void {
  for (const one of waiting.values()) one.reject(new Error('The reader of long answers does not start.'));
  waiting.clear();
  reader = null;
}

function awake(): Worker {
  if (reader === null) {
    reader = new Worker(new URL('./reader.worker.ts', import.meta.url), { type: 'module' });
    reader.onmessage = heard;
    reader.onerror = broken;
    sessionStorage.setItem(PLACE, '1');
  }
  return reader;
}

/** Whether something long was read in this tab: then more is likely to come, and short answers lose nothing. */
export function isAwake(): boolean {
  return reader !== null || sessionStorage.getItem(PLACE) !== null;
}

function told(asked: ToParse | ToFetch, signal?: AbortSignal | null): Promise<Waiting> {
  const one = awake();
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(new DOMException('Nobody waits for it.', 'AbortError'));
    const stop = () => {
      waiting.delete(asked.id);
      one.postMessage({ id: asked.id, kind: 'stop' } satisfies ToStop);
      reject(new DOMException('Nobody waits for it.', 'AbortError'));
    };
    const ended = <A>(go: (of: A) => void) => (of: A) => {
      signal?.removeEventListener('abort', stop);
      go(of);
    };
    signal?.addEventListener('abort', stop);
    waiting.set(asked.id, { response: null, whole: null, resolve: ended(resolve), reject: ended(reject) });
    one.postMessage(asked, asked.kind === 'bytes' ? [asked.bytes] : []);
  });
}

/** As `fetch`, for a request without a form; `parsed` has the document of its answer, its long lists `without` some fields. */
export async function fetchBeside(url: string, init: RequestInit, without: string[]): Promise<Response> {
  const headers = [...new Headers(init.headers)];
  const body = typeof init.body === 'string' ? init.body : null;
  const asked: ToFetch = { id: (count += 1), kind: 'request', url, method: init.method ?? 'GET', headers, body, without };
  const { response, whole } = await told(asked, init.signal);
  if (response === null) throw new TypeError('The answer has no head.');
  documents.set(response, whole);
  return response;
}

/** The document of an answer; null when there is none. Long ones are parsed beside the page. */
export async function parsed(response: Response, without: string[]): Promise<unknown> {
  if (documents.has(response)) return documents.get(response);
  const bytes = await response.arrayBuffer();
  if (bytes.byteLength === 0) return null;
  if (bytes.byteLength < LARGE) return JSON.parse(new TextDecoder().decode(bytes));
  return (await told({ id: (count += 1), kind: 'bytes', bytes, without })).whole;
}
