/** The progress of a long run: one line on the standard error, cleared at the end; nothing where it is no terminal. */
import type { RunWatcher, Stage } from '../core/run-watcher.ts';
import type { Environment } from './environment.ts';

/** A run that is done by then needs no progress. */
const patienceMilliseconds = 500;
const refreshMilliseconds = 100;

const activities = {
  discover: 'looking for roots and templates…',
  evaluate: 'reading roots and templates…',
  normalize: 'putting resources into one shape…',
  relate: 'relating resources…',
  assess: 'estimating recovery…',
  judge: 'judging…',
  report: 'writing down what was found…',
} as const satisfies Record<Stage, string>;

/** Back to the start of the line, and clear it. https://www.ecma-international.org/publications-and-standards/standards/ecma-48/ */
const clearLine = '\r\u001B[K';

export class Progress implements RunWatcher {
  readonly #environment: Environment;
  readonly #isWanted: boolean;
  readonly #started: number;
  /** When the line was last written; undefined when there is none. */
  #writtenAt: number | undefined;

  constructor(environment: Environment, isQuiet: boolean) {
    this.#environment = environment;
    this.#isWanted = environment.stderr.isTerminal && environment.env['TERM'] !== 'dumb' && !isQuiet;
    this.#started = environment.now().getTime();
  }

  begin(stage: Stage): void {
    this.#show(activities[stage]);
  }

  evaluated(done: number, total: number): void {
    this.#show(`reading ${done} of ${total} roots and templates…`);
  }

  /** Leaves the line as it was before. */
  end(): void {
    if (this.#writtenAt !== undefined) this.#environment.stderr.write(clearLine);
    this.#writtenAt = undefined;
  }

  #show(activity: string): void {
    if (!this.#isWanted) return;
    const now = this.#environment.now().getTime();
    const since = this.#writtenAt === undefined ? now - this.#started : now - this.#writtenAt;
    if (since < (this.#writtenAt === undefined ? patienceMilliseconds : refreshMilliseconds)) return;
    this.#environment.stderr.write(`${clearLine}${activity}`);
    this.#writtenAt = now;
  }
}
