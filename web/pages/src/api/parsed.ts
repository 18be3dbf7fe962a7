// The JSON of an answer: short ones parsed at once, long ones beside the page, because parsing megabytes blocks it.
import { putItems, type Slice, type ToParse } from './slices_of';

/** From so many bytes on parsing is noticed. */
const LARGE = 400_000;

interface Waiting {
  whole: unknown;
  resolve: (whole: unknown) => void;
  reject: (reason: Error) => void;
}

const waiting = new Map<number, Waiting>();
let parser: Worker | null = null;
let count = 0;

function heard({ data }: MessageEvent<Slice>): void {
  const one = waiting.get(data.id);
  if (!one) return;
  if (data.kind === 'frame') one.whole = data.whole;
  else if (data.kind === 'items') putItems(one.whole, data.path, data.items);
  else {
    waiting.delete(data.id);
    if (data.kind === 'end') one.resolve(one.whole);
    else one.reject(new SyntaxError(data.reason));
  }
}

/** Without a worker nobody would ever answer those who wait. */
function broken(): void {
  for (const one of waiting.values()) one.reject(new Error('The parser does not start.'));
  waiting.clear();
  parser = null;
}

function beside(bytes: ArrayBuffer): Promise<unknown> {
  if (parser === null) {
    parser = new Worker(new URL('./parser.worker.ts', import.meta.url), { type: 'module' });
    parser.onmessage = heard;
    parser.onerror = broken;
  }
  const asked: ToParse = { id: (count += 1), bytes };
  const told = parser;
  return new Promise((resolve, reject) => {
    waiting.set(asked.id, { whole: null, resolve, reject });
    told.postMessage(asked, [bytes]);
  });
}

/** The document of an answer; null when there is none. */
export async function parsed(response: Response): Promise<unknown> {
  const bytes = await response.arrayBuffer();
  if (bytes.byteLength === 0) return null;
  return bytes.byteLength < LARGE ? JSON.parse(new TextDecoder().decode(bytes)) : beside(bytes);
}
