// Follows a job by server-sent events until it ends; by fetch, because an EventSource cannot carry a key.
import { addressOf, change, read, send } from './client';
import type { Job } from './schema';

/** The data of each whole event in `text`, and what is left of it. */
function events(text: string): { data: string[]; rest: string } {
  const blocks = text.replaceAll('\r\n', '\n').split('\n\n');
  const rest = blocks.pop() ?? '';
  const data = blocks.map((block) =>
    block
      .split('\n')
      .filter((line) => line.startsWith('data:'))
      .map((line) => line.slice(5).trimStart())
      .join('\n'),
  );
  return { data: data.filter((text) => text !== '' && text !== '{}'), rest };
}

async function listen(id: string, told: (job: Job) => void, signal?: AbortSignal): Promise<void> {
  const response = await send(addressOf(['jobs', id, 'events']), { headers: { Accept: 'text/event-stream' }, signal });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  while (reader) {
    const { done, value } = await reader.read();
    if (done) return;
    const seen = events(rest + value);
    rest = seen.rest;
    for (const data of seen.data) told(JSON.parse(data) as Job);
  }
}

/** Tells every news of a job and gives it when it ended; a broken stream is taken up again. */
export async function follow(id: string, told: (job: Job) => void, signal?: AbortSignal): Promise<Job> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    let last: Job | null = null;
    await listen(
      id,
      (job) => {
        last = job;
        told(job);
      },
      signal,
    ).catch((error: unknown) => {
      if (signal?.aborted) throw error;
    });
    const job: Job = last ?? (await read<Job>(addressOf(['jobs', id]), signal));
    if (job.is_ended) return job;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  return read<Job>(addressOf(['jobs', id]), signal);
}

/** Asks a job to end; it keeps its best plan so far. */
export async function cancel(id: string): Promise<void> {
  await change<unknown>(addressOf(['jobs', id, 'cancellation']), { method: 'POST' });
}
