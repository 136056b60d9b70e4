/** All that a run has of the outside world, so that tests can give it another one. */
import type { FileSystem } from '../core/file-system.ts';

export interface Environment {
  /** Results. */
  readonly stdout: Output;
  /** Everything else. */
  readonly stderr: Output;
  /** Absolute; what paths are relative to. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The working directory and the named paths, each with the repository around it; nothing else is readable. */
  openFileSystem(named: readonly string[]): FileSystem;
  /** Writes a report to a file; the reason when that fails. */
  writeFile(path: string, text: string): string | undefined;
  /** Writes a file that is not there yet; the reason when that fails, also when there is one. */
  createFile(path: string, text: string): string | undefined;
  /**
   * Puts other bytes in place of those of a file, all or nothing; the reason when that fails. A file that no longer holds
   * the bytes it is expected to, or that is a symbolic link, stays as it is.
   */
  replaceFile(path: string, expected: Uint8Array, bytes: Uint8Array): string | undefined;
  /** Runs git with these arguments in a folder, relative to the working directory. Nothing of the answer is changed. */
  git(argv: readonly string[], folder: string): Promise<GitAnswer>;
  now(): Date;
}

export interface GitAnswer {
  /** The exit status; 127 when there is no git. */
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Output {
  write(text: string): void;
  readonly isTerminal: boolean;
  /** Of the terminal; undefined when it is none. */
  readonly columns: number | undefined;
}
