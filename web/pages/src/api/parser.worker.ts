// Parses long documents beside the page and hands them over in slices, so that no slice keeps the page from its reader.
import { takeLists, type Slice, type ToParse } from './slices_of';

const ITEMS = 25;
const post = (slice: Slice) => self.postMessage(slice);

function parse({ id, bytes }: ToParse): void {
  const whole: unknown = JSON.parse(new TextDecoder().decode(bytes));
  const lists = takeLists(whole);
  post({ id, kind: 'frame', whole });
  for (const { path, items } of lists) {
    for (let at = 0; at < items.length; at += ITEMS) post({ id, kind: 'items', path, items: items.slice(at, at + ITEMS) });
  }
  post({ id, kind: 'end' });
}

self.onmessage = (event: MessageEvent<ToParse>) => {
  try {
    parse(event.data);
  } catch (error) {
    post({ id: event.data.id, kind: 'failed', reason: String(error) });
  }
};
