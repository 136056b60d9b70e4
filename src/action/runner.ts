/** All that the action has of the runner beyond what every command line has, so that tests can give it another one. */
import type { Environment } from '../cli/environment.ts';

export interface Runner {
  /** Its working directory is the workspace. */
  readonly environment: Environment;
  /** Undefined when it can't be read. */
  readFile(path: string): string | undefined;
  /** The reason when that fails. */
  appendFile(path: string, text: string): string | undefined;
  /** Another one each time, which nothing that is linted can guess. */
  token(): string;
}
