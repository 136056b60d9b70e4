/** Puts other bytes in place of a file's: written beside it first and then renamed, so that nothing half-written is ever there. */
import {
  closeSync,
  fchmodSync,
  fsyncSync,
  lstatSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import process from 'node:process';

/** @returns why the file stays as it is; undefined when it has the bytes */
export function replaceFile(path: string, expected: Uint8Array, bytes: Uint8Array): string | undefined {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.dr-lint`);
  let isBeside = false;
  try {
    // Through a link something outside of the scanned tree could be written.
    const stats = lstatSync(path);
    if (!stats.isFile()) return 'it is a symbolic link';
    const file = openSync(temporary, 'wx', stats.mode);
    isBeside = true;
    try {
      fchmodSync(file, stats.mode);
      for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    if (!readFileSync(path).equals(expected)) return 'it was changed meanwhile';
    renameSync(temporary, path);
    isBeside = false;
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    if (isBeside) rmSync(temporary, { force: true });
  }
}
