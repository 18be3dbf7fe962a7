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
  /** The step of the history that it is; null for a move in passing. What stays is compared with the step before. */
  step: number | null;
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
  ask: (at: At, asked: Asked, step: number | null) => void;
  retry: () => void;
  stop: () => void;
}

/** Made once for a page; it is told every move. */
export function planner(): Planner {
  let shown = $state.raw<{ plan: Plan; question: Question } | null>(null);
  let kept = $state.raw<{ plan: Plan; key: string; step: number } | null>(null);
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
    if (newest?.key !== question.key || newest.step === null) return;
    if (kept?.key === question.key) {
      kept = { ...kept, plan };
      return;
    }
    // Keys of one slider that follow each other are one step.
    if (kept?.step !== newest.step) before = kept?.plan ?? null;
    kept = { plan, key: question.key, step: newest.step };
  }

  /** A rough plan that stays is made better until it is proven, or until the next move. */
  function refine(question: Question): void {
    const { gap, ...exact } = question.asked;
    if (!gap || shown?.question.key !== question.key || shown.plan.status !== 'within_gap') return;
    if (wanted?.key === question.key && wanted.step !== null) begin(question, exact);
  }

  function begin(question: Question, asked: Asked = question.asked): void {
    const stop = new AbortController();
    const own = { question, stop, since: performance.now() };
    running = own;
    progress = null;
    const told = (news: Progress) => {
      if (running === own) progress = news;
    };
    choose(question.at, asked, { signal: stop.signal, told })
      .then((plan) => {
        // An answer in passing is still shown: it is nearer to the hand than the one before.
        if (!stop.signal.aborted) arrived(question, plan);
      })
      .catch((error: unknown) => {
        if (!stop.signal.aborted && !isAbort(error) && wanted?.key === question.key) problem = asProblem(error);
      })
      .finally(() => {
        if (running === own) next(asked === question.asked);
      });
  }

  function next(mayRefine = false): void {
    clearTimeout(timer);
    const done = running?.question;
    running = null;
    progress = null;
    if (wanted === null) return;
    if (wanted.key !== done?.key && wanted.key !== shown?.question.key) begin(wanted);
    else if (mayRefine && done) refine(done);
  }

  function leave(): void {
    running?.stop.abort();
    next();
  }

  function ask(question: Question): void {
    const isSame = wanted?.key === question.key;
    wanted = question;
    problem = isSame ? problem : null;
    if (shown?.question.key === question.key) {
      arrived(question, shown.plan);
      if (running === null) refine(question);
    } else if (running === null) begin(question);
    else if (running.question.key !== question.key) {
      clearTimeout(timer);
      timer = setTimeout(leave, Math.max(0, PATIENCE - (performance.now() - running.since)));
    }
  }

  /** Whether what is shown answers to a move that has not ended. */
  function isPassing(): boolean {
    return shown !== null && kept !== null && shown.question.key !== kept.key && wanted?.step !== kept.step;
  }

  return {
    get plan() {
      return shown?.plan ?? null;
    },
    get before() {
      return isPassing() ? (kept?.plan ?? null) : before;
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
    ask: (at, asked, step) => ask({ at, asked, key: JSON.stringify([at.dossier, at.revision, asked]), step }),
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
