// Asks for the plan of the desk: one question at a time, the newest one next, and what the plan was before the move.
import { asProblem, isAbort, type Problem } from '../../api/problem';
import { choose, type At } from '../../api/runs';
import type { RequestOf } from '../../api/run_kinds';
import type { Plan, Progress } from '../../api/schema';

type Asked = RequestOf<'choose'>;

interface Question {
  at: At;
  asked: Asked;
  key: string;
  /** Not a move in passing: what stays is compared with what stayed before. */
  isKept: boolean;
}

/** How long a question is waited for while a newer one is there, in milliseconds. */
const PATIENCE = 350;

export interface Planner {
  /** The newest plan, whether of a kept move or of one in passing. */
  readonly plan: Plan | null;
  /** The plan of the move before. */
  readonly before: Plan | null;
  /** Whether `plan` answers to the newest question. */
  readonly isCurrent: boolean;
  /** What `plan` was asked with. */
  readonly asked: Asked | null;
  readonly problem: Problem | null;
  readonly progress: Progress | null;
  ask: (at: At, asked: Asked, isKept: boolean) => void;
  retry: () => void;
  stop: () => void;
}

/** Made once for a page; it is told every move. */
export function planner(): Planner {
  let shown = $state.raw<{ plan: Plan; question: Question } | null>(null);
  let kept = $state.raw<{ plan: Plan; key: string } | null>(null);
  let before = $state.raw<Plan | null>(null);
  let wanted = $state.raw<Question | null>(null);
  let problem = $state.raw<Problem | null>(null);
  let progress = $state.raw<Progress | null>(null);
  let running: { question: Question; stop: AbortController; since: number } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function arrived(question: Question, plan: Plan): void {
    shown = { plan, question };
    problem = null;
    const newest = wanted;
    if (newest?.key !== question.key || !newest.isKept || kept?.key === question.key) return;
    before = kept?.plan ?? null;
    kept = { plan, key: question.key };
  }

  function begin(question: Question): void {
    const stop = new AbortController();
    const own = { question, stop, since: performance.now() };
    running = own;
    progress = null;
    const told = (news: Progress) => {
      if (running === own) progress = news;
    };
    choose(question.at, question.asked, { signal: stop.signal, told })
      .then((plan) => {
        // An answer in passing is still shown: it is nearer to the hand than the one before.
        if (!stop.signal.aborted) arrived(question, plan);
      })
      .catch((error: unknown) => {
        if (!stop.signal.aborted && !isAbort(error) && wanted?.key === question.key) problem = asProblem(error);
      })
      .finally(() => {
        if (running === own) next();
      });
  }

  function next(): void {
    clearTimeout(timer);
    const done = running?.question.key;
    running = null;
    progress = null;
    if (wanted !== null && wanted.key !== done && wanted.key !== shown?.question.key) begin(wanted);
  }

  function leave(): void {
    running?.stop.abort();
    next();
  }

  function ask(question: Question): void {
    const isSame = wanted?.key === question.key;
    wanted = question;
    problem = isSame ? problem : null;
    if (shown?.question.key === question.key) arrived(question, shown.plan);
    else if (running === null) begin(question);
    else if (running.question.key !== question.key) {
      clearTimeout(timer);
      timer = setTimeout(leave, Math.max(0, PATIENCE - (performance.now() - running.since)));
    }
  }

  return {
    get plan() {
      return shown?.plan ?? null;
    },
    get before() {
      return shown !== null && kept !== null && shown.question.key !== kept.key ? kept.plan : before;
    },
    get isCurrent() {
      return shown !== null && shown.question.key === wanted?.key;
    },
    get asked() {
      return shown?.question.asked ?? null;
    },
    get problem() {
      return problem;
    },
    get progress() {
      return progress;
    },
    ask: (at, asked, isKept) =>
      ask({ at, asked, key: JSON.stringify([at.dossier, at.revision, asked]), isKept }),
    retry: () => {
      problem = null;
      if (wanted !== null && running === null) begin(wanted);
    },
    stop: () => {
      clearTimeout(timer);
      wanted = null;
      running?.stop.abort();
      running = null;
    },
  };
}
