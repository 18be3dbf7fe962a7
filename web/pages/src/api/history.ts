// What happened to a dossier: its revisions, its runs and its log.
import { addressOf, change, forgetReadings, read, saveAs } from './client';
import { tagAt } from './items';
import type {
  AuditPage,
  Difference,
  JobPage,
  RevisionPage,
  RevisionWithChanges,
  Run,
  Written,
} from './schema';
import type { RunKind } from './run_kinds';

const PAGE = 50;

/** Revisions, newest first. */
export function revisions(dossier: string, cursor: string | null = null, signal?: AbortSignal): Promise<RevisionPage> {
  return read(addressOf(['dossiers', dossier, 'revisions'], { limit: PAGE, cursor }), signal);
}

/** A revision with what it changed. */
export function revision(dossier: string, number: number, signal?: AbortSignal): Promise<RevisionWithChanges> {
  return read(addressOf(['dossiers', dossier, 'revisions', number]), signal);
}

/** What is different in revision `to`, seen from revision `from`. */
export function difference(dossier: string, from: number, to: number, signal?: AbortSignal): Promise<Difference> {
  return read(addressOf(['dossiers', dossier, 'revisions', from, 'difference'], { to }), signal);
}

/** Makes a revision that is as an old one was; refused when the dossier was changed since `seen`. */
export async function restore(dossier: string, number: number, seen: number): Promise<Written> {
  const address = addressOf(['dossiers', dossier, 'revisions', number, 'restoration']);
  const answer = await change<Written>(address, { method: 'POST', headers: { 'If-Match': await tagAt(dossier, seen) } });
  forgetReadings();
  return answer;
}

/** Runs, newest first, without their results. */
export function runs(
  dossier: string,
  asked: { kind?: RunKind | 'report' | null; cursor?: string | null } = {},
  signal?: AbortSignal,
): Promise<JobPage> {
  return read(addressOf(['dossiers', dossier, 'runs'], { limit: PAGE, kind: asked.kind, cursor: asked.cursor }), signal);
}

/** A run with its result. */
export function runResult(dossier: string, run: string, signal?: AbortSignal): Promise<Run> {
  return read(addressOf(['dossiers', dossier, 'runs', run]), signal);
}

/** Who did what to a dossier, newest first. */
export function audit(dossier: string, cursor: string | null = null, signal?: AbortSignal): Promise<AuditPage> {
  return read(addressOf(['dossiers', dossier, 'audit'], { limit: PAGE, cursor }), signal);
}

/** Hands the result of a run to the reader as a file, byte by byte as it was computed. */
export function saveResult(dossier: string, run: string, name: string): Promise<void> {
  return saveAs(addressOf(['dossiers', dossier, 'runs', run, 'result']), name);
}
