// Two plans side by side: what entered, left and moved between two questions, and what is known of why.
import { addressOf, change, read } from './client';
import { choose, type At, type Wait } from './runs';
import type { RequestOf } from './run_kinds';
import type { Comparison, Job, Plan } from './schema';

type Asked = RequestOf<'choose'>;

export interface Compared {
  before: Plan;
  after: Plan;
  comparison: Comparison;
}

/** The run that answered a question; it was asked before, so the service names it at once. */
async function runOf(at: At, asked: Asked, signal?: AbortSignal): Promise<string> {
  const address = addressOf(['dossiers', at.dossier, 'runs', 'choose'], { revision: at.revision });
  const job = await change<Job>(address, { method: 'POST', body: asked, signal });
  return job.id;
}

/** The plans of two questions and their comparison. */
export async function compare(at: At, before: Asked, after: Asked, wait: Wait = {}): Promise<Compared> {
  const [old, fresh] = await Promise.all([choose(at, before, wait), choose(at, after, wait)]);
  const [from, to] = await Promise.all([runOf(at, before, wait.signal), runOf(at, after, wait.signal)]);
  const address = addressOf(['dossiers', at.dossier, 'runs', to, 'comparison'], { with: from });
  return { before: old, after: fresh, comparison: await read<Comparison>(address, wait.signal) };
}
