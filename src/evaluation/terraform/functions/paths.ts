/** Paths in functions: relative to the root's folder, where Terraform is run. What lies outside the scanned tree is not known. */
import { posix } from 'node:path';
import { unknown, type Value } from '../../../core/value.ts';
import { pathWithin } from '../../../core/paths.ts';
import type { Call } from './function.ts';
import { text, type Parameter } from './parameters.ts';

// What the symbol key of an absolute path of this tree starts with: only the place of the tree is not known of it.
const absoluteKey = 'abspath:';

/** The absolute form of a path: where the tree lies is not known, but what lies there is. */
export function absolutePath(path: string, call: Call): Value {
  const cure = 'The absolute path depends on where Terraform is run.';
  return unknown(`${absoluteKey}${posix.normalize(path)}`, { code: 'computed', subject: `${call.name}()`, cure });
}

/** A path as text; one that was made absolute before is taken for what it was. */
export const pathText: Parameter<string> = {
  expected: 'a path',
  isOpen: (value) => text.isOpen(value) && relativeOf(value) === undefined,
  read: (value) => (value === undefined ? undefined : (relativeOf(value) ?? text.read(value))),
};

function relativeOf(value: Value): string | undefined {
  const [base, ...others] = value.kind === 'template' ? value.parts : [value];
  if (typeof base !== 'object' || base.kind !== 'unknown' || !base.symbol.key.startsWith(absoluteKey)) return undefined;
  if (!others.every((part) => typeof part === 'string')) return undefined;
  return base.symbol.key.slice(absoluteKey.length) + others.join('');
}

/** The path as the file system has it; undefined where it may lead out of the scanned tree. */
export function placeOf(path: string, call: Call): string | undefined {
  if (posix.isAbsolute(path) || path.startsWith('~')) return undefined;
  const place = posix.join(call.scope.run.deployment.path, path);
  return pathWithin('.', place) === undefined ? undefined : place;
}

/** https://pkg.go.dev/path/filepath#Base */
export function baseName(path: string): string {
  if (path === '') return '.';
  return /([^/]+)\/*$/u.exec(path)?.[1] ?? '/';
}

/** https://pkg.go.dev/path/filepath#Dir */
export function folderName(path: string): string {
  const folder = posix.normalize(path.slice(0, path.lastIndexOf('/') + 1));
  return folder.length > 1 ? folder.replace(/\/$/u, '') : folder;
}
