/** Reads one file as text: path → SourceFile, or the diagnostic that says why it can't be read. */
import type { Diagnostic } from './diagnostic.ts';
import type { FileSystem } from './file-system.ts';
import { outcome, type Outcome } from './outcome.ts';
import { SourceFile } from './source.ts';

/** Files above this are not read: no template or module is that large, and memory is bounded. Bytes. */
export const maximumFileBytes: number = 10 * 1024 * 1024;

/** Plans hold everything several times over; the text must fit into one string. Bytes. */
export const maximumPlanBytes: number = 256 * 1024 * 1024;

export interface ReadOptions {
  /** `maximumFileBytes` unless stated. */
  readonly maximumBytes?: number;
  /** Whether its lines may be printed; they may unless stated. */
  readonly shown?: boolean;
}

export function readSource(
  fileSystem: FileSystem,
  path: string,
  { maximumBytes = maximumFileBytes, shown = true }: ReadOptions = {},
): Outcome<SourceFile | undefined> {
  const stat = fileSystem.stat(path);
  if (stat !== undefined && stat.size > maximumBytes)
    return outcome(undefined, [tooLarge(path, stat.size, maximumBytes)]);
  const bytes = fileSystem.readBytes(path, maximumBytes);
  if (bytes === undefined)
    return outcome(undefined, [unreadable(path, 'cannot be opened or lies outside the scanned tree')]);
  const text = decodeText(bytes);
  if (text === undefined) return outcome(undefined, [unreadable(path, 'is not text in UTF-8 or UTF-16')]);
  return outcome(new SourceFile(path, text, shown));
}

/** The text without its byte order mark: UTF-8, or UTF-16 when the mark says so. Undefined for anything that is not text. */
export function decodeText(bytes: Uint8Array): string | undefined {
  const encoding = encodingOf(bytes);
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

function encodingOf([first, second]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

function unreadable(path: string, reason: string): Diagnostic {
  return {
    code: 'input/unreadable',
    level: 'error',
    message: `${path} ${reason}.`,
    help: 'Make the file readable, or leave it out of the scanned paths.',
    path,
  };
}

function tooLarge(path: string, size: number, limit: number): Diagnostic {
  const mebibytes = (bytes: number): string => `${Math.ceil(bytes / 1024 / 1024)} MiB`;
  return {
    code: 'input/too-large',
    level: 'error',
    message: `${path} has ${mebibytes(size)}; dr-lint reads files of up to ${mebibytes(limit)}.`,
    help: 'Split the file, or leave it out of the scanned paths.',
    path,
  };
}
