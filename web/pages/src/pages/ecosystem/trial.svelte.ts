// Asks what another health of a node does: one question at a time, the newest one next, so that figures follow the hand.
import { asProblem, isAbort, type Problem } from '../../api/problem';
import { mapNode, type At } from '../../api/runs';
import type { NodeExtreme } from '../../api/schema';

interface Question {
  at: At;
  node: string;
  health: number;
  key: string;
}

interface Running {
  question: Question;
  stop: AbortController;
  since: number;
}

/** Between the beginnings of two questions, in milliseconds. */
const PAUSE = 60;
/** How long a question is waited for while a newer one is there, in milliseconds. */
const PATIENCE = 250;

/** Made once for a page; it is told every move. */
export class Trial {
  /** Why the newest question has no answer. */
  problem = $state.raw<Problem | null>(null);
  #shown = $state.raw<{ tried: NodeExtreme; question: Question } | null>(null);
  #wanted = $state.raw<Question | null>(null);
  #running: Running | null = null;
  /** When the running question is left for a newer one. */
  #patience: ReturnType<typeof setTimeout> | undefined;
  /** Until the next question may begin. */
  #pause: ReturnType<typeof setTimeout> | undefined;

  /** The newest answer for the node that is asked for; while the hand moves, that of a move just before. */
  get tried(): NodeExtreme | null {
    return this.#wanted !== null && this.#shown?.question.node === this.#wanted.node ? this.#shown.tried : null;
  }

  /** Whether `tried` answers to the newest question. */
  get isCurrent(): boolean {
    return this.#shown?.question.key === this.#wanted?.key;
  }

  ask(at: At, node: string, health: number): void {
    const question: Question = { at, node, health, key: JSON.stringify([at.dossier, at.revision, node, health]) };
    if (this.#wanted?.key === question.key) return;
    this.problem = null;
    this.#wanted = question;
    if (this.#running !== null) this.#waitFor(this.#running);
    else if (this.#pause === undefined) this.#begin(question);
  }

  retry(): void {
    this.problem = null;
    if (this.#wanted !== null && this.#running === null) this.#begin(this.#wanted);
  }

  /** Nothing is tried any more. */
  stop(): void {
    clearTimeout(this.#patience);
    this.problem = null;
    this.#wanted = null;
    this.#shown = null;
    this.#running?.stop.abort();
    this.#running = null;
  }

  #waitFor(running: Running): void {
    clearTimeout(this.#patience);
    const left = PATIENCE - (performance.now() - running.since);
    this.#patience = setTimeout(() => {
      running.stop.abort();
      this.#next(running);
    }, Math.max(0, left));
  }

  #begin(question: Question): void {
    const own: Running = { question, stop: new AbortController(), since: performance.now() };
    const { signal } = own.stop;
    this.#running = own;
    mapNode(question.at, question.node, { health: question.health }, { signal })
      .then(({ tried }) => {
        if (!signal.aborted && tried !== null) this.#shown = { tried, question };
      })
      .catch((error: unknown) => {
        if (!signal.aborted && !isAbort(error) && this.#wanted?.key === question.key) this.problem = asProblem(error);
      })
      .finally(() => {
        if (this.#running === own) this.#next(own);
      });
  }

  #next(done: Running): void {
    clearTimeout(this.#patience);
    this.#running = null;
    const pause = PAUSE - (performance.now() - done.since);
    this.#pause = setTimeout(() => {
      this.#pause = undefined;
      if (this.#wanted !== null && this.problem === null && !this.isCurrent) this.#begin(this.#wanted);
    }, Math.max(0, pause));
  }
}
