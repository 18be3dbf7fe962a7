// Reads and parses long documents beside the page and hands them over in slices, so that none keeps the page from its reader.
import { leaveOut, takeLists, type Slice, type ToFetch, type ToParse, type ToStop } from './slices_of';

const ITEMS = 25;
const going = new Map<number, AbortController>();
const post = (slice: Slice) => self.postMessage(slice);

function hand(id: number, bytes: ArrayBuffer, without: string[]): void {
  const whole: unknown = bytes.byteLength === 0 ? null : JSON.parse(new TextDecoder().decode(bytes));
  const lists = takeLists(whole);
  post({ id, kind: 'frame', whole });
  for (const { path, items } of lists) {
    leaveOut(items, without);
    for (let at = 0; at < items.length; at += ITEMS) post({ id, kind: 'items', path, items: items.slice(at, at + ITEMS) });
  }
  post({ id, kind: 'end' });
}

async function ask({ id, url, method, headers, body, without }: ToFetch): Promise<void> {
  const stop = new AbortController();
  going.set(id, stop);
  const response = await fetch(url, { method, headers, body, cache: 'no-store', signal: stop.signal });
  const head = { id, kind: 'head' as const, status: response.status, headers: [...response.headers] };
  if (!response.ok) {
    post({ ...head, text: await response.text() });
    post({ id, kind: 'end' });
    return;
  }
  const bytes = await response.arrayBuffer();
  post({ ...head, text: null });
  hand(id, bytes, without);
}

async function take(asked: ToParse | ToFetch | ToStop): Promise<void> {
  if (asked.kind === 'stop') going.get(asked.id)?.abort();
  else if (asked.kind === 'bytes') hand(asked.id, asked.bytes, asked.without);
  else await ask(asked).finally(() => going.delete(asked.id));
}

self.onmessage = ({ data }: MessageEvent<ToParse | ToFetch | ToStop>) => {
  take(data).catch((error: unknown) => {
    post({ id: data.id, kind: 'failed', reason: String(error), isSyntax: error instanceof SyntaxError });
  });
};
