/** What a run took: the time of each stage, and the files that were read. */
import type { FileSystem } from '../core/file-system.ts';
import type { Stage } from '../core/run-watcher.ts';
import type { Environment } from './environment.ts';

export class RunFigures {
  readonly #now: Environment['now'];
  readonly #started: number;
  /** Each stage that began, with when. */
  readonly #begun: { readonly stage: Stage; readonly at: number }[] = [];
  /** Path → bytes; a file that is read twice counts once. */
  readonly #read = new Map<string, number>();

  constructor({ now }: Pick<Environment, 'now'>) {
    this.#now = now;
    this.#started = now().getTime();
  }

  begin(stage: Stage): void {
    this.#begun.push({ stage, at: this.#now().getTime() });
  }

  /** The file system, with what is read from it counted. */
  counting(fileSystem: FileSystem): FileSystem {
    return {
      readBytes: (path, maximumBytes) => {
        const bytes = fileSystem.readBytes(path, maximumBytes);
        if (bytes !== undefined) this.#read.set(path, bytes.length);
        return bytes;
      },
      list: (path) => fileSystem.list(path),
      stat: (path) => fileSystem.stat(path),
      realPath: (path) => fileSystem.realPath(path),
    };
  }

  get files(): number {
    return this.#read.size;
  }

  get bytes(): number {
    let bytes = 0;
    for (const size of this.#read.values()) bytes += size;
    return bytes;
  }

  /** `812 ms: load 90, discover 120, evaluate 400, …`; to be asked when the run is over. */
  times(): string {
    const end = this.#now().getTime();
    const begun = [{ stage: 'load', at: this.#started }, ...this.#begun];
    const times = begun.map(({ stage, at }, index) => `${stage} ${(begun[index + 1]?.at ?? end) - at}`);
    return `${end - this.#started} ms: ${times.join(', ')}`;
  }
}
