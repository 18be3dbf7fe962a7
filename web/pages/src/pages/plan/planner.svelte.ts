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

interface Running {
  question: Question;
  stop: AbortController;
  since: number;
}

/** How long a question is waited for while a newer one that stays is there, in milliseconds. */
const PATIENCE = 350;
/** The same while the hand still moves: left too soon, no question would ever be answered before it rests. */
const PATIENCE_IN_PASSING = 1500;

/** Made once for a page; it is told every move. */
export class Planner {
  /** Why the newest question has no answer. */
  problem = $state.raw<Problem | null>(null);
  /** How far the computation is that goes on. */
  progress = $state.raw<Progress | null>(null);
  #shown = $state.raw<{ plan: Plan; question: Question } | null>(null);
  #kept = $state.raw<{ plan: Plan; key: string; step: number } | null>(null);
  #before = $state.raw<Plan | null>(null);
  #wanted = $state.raw<Question | null>(null);
  #running: Running | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** The newest plan, whether of a kept move or of one in passing. */
  get plan(): Plan | null {
    return this.#shown?.plan ?? null;
  }

  /** The plan of the move before. */
  get before(): Plan | null {
    return this.#isPassing() ? (this.#kept?.plan ?? null) : this.#before;
  }

  /** Whether `plan` answers to the newest question. */
  get isCurrent(): boolean {
    return this.#shown !== null && this.#shown.question.key === this.#wanted?.key;
  }

  /** What `plan` was asked with. */
  get asked(): Asked | null {
    return this.#shown?.question.asked ?? null;
  }

  /** Asks for the plan of a move; `step` is null while the hand still moves. */
  ask(at: At, asked: Asked, step: number | null): void {
    const question: Question = { at, asked, key: JSON.stringify([at.dossier, at.revision, asked]), step };
    if (this.#wanted?.key !== question.key) this.problem = null;
    this.#wanted = question;
    if (this.#shown?.question.key === question.key) {
      this.#arrived(question, this.#shown.plan);
      if (this.#running === null) this.#refine(question);
    } else if (this.#running === null) {
      this.#begin(question);
    } else if (this.#running.question.key !== question.key) {
      clearTimeout(this.#timer);
      const patience = (step === null ? PATIENCE_IN_PASSING : PATIENCE) - (performance.now() - this.#running.since);
      this.#timer = setTimeout(() => this.#leave(), Math.max(0, patience));
    }
  }

  retry(): void {
    this.problem = null;
    if (this.#wanted !== null && this.#running === null) this.#begin(this.#wanted);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#wanted = null;
    this.#running?.stop.abort();
    this.#running = null;
  }

  #arrived(question: Question, plan: Plan): void {
    this.#shown = { plan, question };
    this.problem = null;
    const newest = this.#wanted;
    if (newest?.key !== question.key || newest.step === null) return;
    if (this.#kept?.key === question.key) {
      this.#kept = { ...this.#kept, plan };
      return;
    }
    // Keys of one slider that follow each other are one step.
    if (this.#kept?.step !== newest.step) this.#before = this.#kept?.plan ?? null;
    this.#kept = { plan, key: question.key, step: newest.step };
  }

  /** A rough plan that stays is made better until it is proven, or until the next move. */
  #refine(question: Question): void {
    const { gap, ...exact } = question.asked;
    if (!gap || this.#shown?.question.key !== question.key || this.#shown.plan.status !== 'within_gap') return;
    if (this.#wanted?.key === question.key && this.#wanted.step !== null) this.#begin(question, exact);
  }

  #begin(question: Question, asked: Asked = question.asked): void {
    const own: Running = { question, stop: new AbortController(), since: performance.now() };
    const { signal } = own.stop;
    this.#running = own;
    this.progress = null;
    const told = (news: Progress) => {
      if (this.#running === own) this.progress = news;
    };
    choose(question.at, asked, { signal, told })
      .then((plan) => {
        // An answer in passing is still shown: it is nearer to the hand than the one before.
        if (!signal.aborted) this.#arrived(question, plan);
      })
      .catch((error: unknown) => {
        if (!signal.aborted && !isAbort(error) && this.#wanted?.key === question.key) this.problem = asProblem(error);
      })
      .finally(() => {
        if (this.#running === own) this.#next(asked === question.asked);
      });
  }

  #next(mayRefine = false): void {
    clearTimeout(this.#timer);
    const done = this.#running?.question;
    this.#running = null;
    this.progress = null;
    if (this.#wanted === null) return;
    if (this.#wanted.key !== done?.key && this.#wanted.key !== this.#shown?.question.key) this.#begin(this.#wanted);
    else if (mayRefine && done) this.#refine(done);
  }

  #leave(): void {
    this.#running?.stop.abort();
    this.#next();
  }

  /** Whether what is shown answers to a move that has not ended. */
  #isPassing(): boolean {
    const [shown, kept] = [this.#shown, this.#kept];
    return shown !== null && kept !== null && shown.question.key !== kept.key && this.#wanted?.step !== kept.step;
  }
}
