// Asks the service to compute: one function for each kind of run, and never the same question twice in a visit.
import { addressOf, change, read, readText } from './client';
import { cancel, follow } from './job_stream';
import { Problem } from './problem';
import { once } from './run_cache';
import type { RequestOf, ResultOf, RunKind } from './run_kinds';
import type {
  AppraisalResult,
  EcosystemMap,
  InvestmentTrace,
  Job,
  MapMoment,
  MapNode,
  Progress,
  ReportRequest,
  ScoreResult,
  VariantCase,
  VariantScores,
} from './schema';
import { digest, visit } from './visit';

/** A state of a dossier that does not change any more. */
export interface At {
  dossier: string;
  revision: number;
}

export interface Wait {
  /** Ended when nobody needs the answer any more; the service then stops computing. */
  signal?: AbortSignal;
  /** How far it is, with the best plan so far. */
  told?: (progress: Progress) => void;
}

type Finished = Job & { result?: unknown };

const TRIES = 4;

function failure(job: Job): Problem {
  const isFrench = document.documentElement.lang === 'fr';
  const fault = job.fault;
  return new Problem({
    status: 422,
    code: fault?.code ?? `run_${job.state}`,
    detail: (isFrench ? fault?.message_fr : fault?.message_en) ?? '',
    findings: ((isFrench ? fault?.findings_fr : fault?.findings_en) ?? []) as never[],
  });
}

/** Queues a run and follows it to its end; leaves and stops it when the signal says so. */
async function ended(
  kind: string,
  at: At,
  body: string,
  told: (news: Progress) => void,
  signal: AbortSignal,
  without: string[] = [],
): Promise<Finished> {
  const address = addressOf(['dossiers', at.dossier, 'runs', kind], { revision: at.revision });
  for (let attempt = 1; ; attempt += 1) {
    const key = `${visit()}-${digest(`${address}${body}`)}-${attempt}`;
    const headers = { 'Idempotency-Key': key, Prefer: 'wait=1' };
    const first = await change<Finished>(address, { method: 'POST', body: JSON.parse(body) as unknown, headers, size: 'any', without });
    if (signal.aborted && !first.is_ended) await cancel(first.id);
    signal.throwIfAborted();
    const last = first.is_ended ? first : await followed(first, told, signal);
    // A run that was stopped before is named by the same key: ask with another one.
    if (last.state === 'cancelled' && attempt < TRIES) continue;
    if (last.state !== 'done') throw failure(last);
    return last;
  }
}

async function followed(job: Job, told: (news: Progress) => void, signal: AbortSignal): Promise<Job> {
  try {
    return await follow(job.id, (news) => news.progress && told(news.progress), signal);
  } catch (error) {
    if (signal.aborted) await cancel(job.id);
    throw error;
  }
}

/** Asks a run of any kind; of the items of its long lists fields may be left out that the asker does not look at. */
export function run<K extends RunKind>(
  kind: K,
  at: At,
  request: RequestOf<K>,
  wait: Wait = {},
  without: string[] = [],
): Promise<ResultOf<K>> {
  const body = JSON.stringify(request);
  const key = JSON.stringify([at.dossier, at.revision, kind, body, without]);
  const compute = async (told: (news: Progress) => void, signal: AbortSignal): Promise<ResultOf<K>> => {
    const job = await ended(kind, at, body, told, signal, without);
    const address = addressOf(['dossiers', at.dossier, 'runs', job.id, 'result']);
    const result = job.result ?? (await read(address, undefined, { size: 'long', without }));
    return result as ResultOf<K>;
  };
  return once(key, compute, wait.signal, wait.told);
}

/** The decision memo, a page of HTML. */
export async function report(at: At, request: Partial<ReportRequest>, wait: Wait = {}): Promise<string> {
  const body = JSON.stringify(request);
  const key = JSON.stringify([at.dossier, at.revision, 'report', body]);
  const compute = async (told: (news: Progress) => void, signal: AbortSignal) => {
    const job = await ended('report', at, body, told, signal);
    return readText(addressOf(['dossiers', at.dossier, 'runs', job.id, 'result']));
  };
  return once(key, compute, wait.signal, wait.told);
}

export const check = (at: At, request: RequestOf<'check'> = {}, wait?: Wait) => run('check', at, request, wait);
export const appraise = (at: At, request: RequestOf<'appraise'> = {}, wait?: Wait) => run('appraise', at, request, wait);
export const score = (at: At, request: RequestOf<'score'> = {}, wait?: Wait) => run('score', at, request, wait);
export const choose = (at: At, request: RequestOf<'choose'> = {}, wait?: Wait) => run('choose', at, request, wait);
export const alternatives = (at: At, request: RequestOf<'alternatives'> = {}, wait?: Wait) =>
  run('alternatives', at, request, wait);
export const replan = (at: At, request: RequestOf<'replan'>, wait?: Wait) => run('replan', at, request, wait);
export const explain = (at: At, request: RequestOf<'explain'> = {}, wait?: Wait) => run('explain', at, request, wait);
export const frontier = (at: At, request: RequestOf<'frontier'> = {}, wait?: Wait) => run('frontier', at, request, wait);
export const robust = (at: At, request: RequestOf<'robust'> = {}, wait?: Wait) => run('robust', at, request, wait);
export const scenarios = (at: At, request: RequestOf<'scenarios'> = {}, wait?: Wait) =>
  run('scenarios', at, request, wait);

/** A case without its lines, and scores without their objectives: what lists of all candidates show. */
export type ShortCase = Omit<VariantCase, 'cost_lines' | 'benefit_lines'>;
export type ShortScores = Omit<VariantScores, 'objective_fit'>;
export type AllCases = Omit<AppraisalResult, 'options'> & { options: ShortCase[] };
export type AllScores = Omit<ScoreResult, 'options'> & { options: ShortScores[] };

/** The cases of all candidates in short. */
export const cases = (at: At, request: RequestOf<'appraise'> = {}, wait?: Wait): Promise<AllCases> =>
  run('appraise', at, request, wait, ['cost_lines', 'benefit_lines']);
/** The scores of all candidates in short. */
export const scores = (at: At, request: RequestOf<'score'> = {}, wait?: Wait): Promise<AllScores> =>
  run('score', at, request, wait, ['objective_fit']);

/** The whole map. */
export const map = (at: At, request: Omit<RequestOf<'map'>, 'moment' | 'node' | 'investment'> = {}, wait?: Wait) =>
  run('map', at, request, wait) as Promise<EcosystemMap>;

/** The page of one moment: people, money, problems, paths, candidates. */
export const mapMoment = (at: At, moment: string, request: RequestOf<'map'> = {}, wait?: Wait) =>
  run('map', at, { ...request, moment }, wait) as Promise<MapMoment>;

/** The page of one node: what it reaches, what feeds it, what breaking or mending it would do. */
export const mapNode = (at: At, node: string, request: RequestOf<'map'> = {}, wait?: Wait) =>
  run('map', at, { ...request, node }, wait) as Promise<MapNode>;

/** The way of one investment to customers and to money, as a graph. */
export const mapInvestment = (at: At, investment: string, request: RequestOf<'map'> = {}, wait?: Wait) =>
  run('map', at, { ...request, investment }, wait) as Promise<InvestmentTrace>;
