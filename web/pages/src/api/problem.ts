// What the service says when it refuses: problem details, as an error that pages can show.
import type { Finding, ProblemDetails, ProblemFault } from './schema';

/** A request that was refused or could not be sent. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly faults: ProblemFault[];
  readonly findings: readonly Finding[];
  readonly requestId: string;

  constructor(details: Partial<ProblemDetails> & { status: number; code: string }) {
    super(details.detail || details.title || details.code);
    this.name = 'Problem';
    this.status = details.status;
    this.code = details.code;
    this.title = details.title ?? '';
    this.faults = details.errors ?? [];
    this.findings = (details.findings ?? []) as Finding[];
    this.requestId = details.request_id ?? '';
  }

  /** Whether the dossier itself has errors: asking again changes nothing before they are mended. */
  get isUnsound(): boolean {
    return this.code === 'dossier_unsound';
  }

  /** What is wrong with the field at a JSON pointer, `/budgets/y0`. */
  at(pointer: string): ProblemFault | undefined {
    return this.faults.find((fault) => fault.pointer === pointer);
  }
}

/** Whether an error only says that nobody waits for the answer any more. */
export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

/** Any error as a problem; what is none becomes one with the code `unreachable` or `unexpected`. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof TypeError) {
    return new Problem({ status: 0, code: 'unreachable', detail: error.message });
  }
  const detail = error instanceof Error ? error.message : String(error);
  return new Problem({ status: 0, code: 'unexpected', detail });
}

/** Why a page could not be shown: its files come from the service, and the browser names the file that did not. */
export function unloaded(error: unknown): Problem {
  const detail = error instanceof Error ? error.message : String(error);
  return error instanceof Problem ? error : new Problem({ status: 0, code: 'unreachable', detail });
}

/** The problem that an answer carries, whatever its body is. */
export async function problemOf(response: Response): Promise<Problem> {
  const text = await response.text();
  try {
    const details = JSON.parse(text) as Partial<ProblemDetails>;
    return new Problem({ ...details, status: response.status, code: details.code ?? `http_${response.status}` });
  } catch {
    return new Problem({ status: response.status, code: `http_${response.status}`, title: response.statusText, detail: text.slice(0, 300) });
  }
}
