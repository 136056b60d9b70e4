/** Which of the given paths hold nothing that dr-lint reads: a run over nothing must not look like a run without findings. */
import { matchesPathGlob } from '../core/glob.ts';
import { normalizePath, pathWithin } from '../core/paths.ts';

/** As listed by discovery and in reports. */
interface Input {
  readonly path: string;
  readonly status: string;
}

/** @param inputs all inputs of the run; left-out ones don't count, of skipped ones only the files that were named */
export function pathsWithoutInput(paths: readonly string[], inputs: readonly Input[]): readonly string[] {
  return paths.filter((path) => !inputs.some((input) => isInputOf(normalizePath(path), input)));
}

function isInputOf(path: string, { path: input, status }: Input): boolean {
  if (status === 'left-out') return false;
  if (input === path) return true;
  if (status === 'skipped') return false;
  if (/[*?]/u.test(path)) return matchesPathGlob(path, input);
  return pathWithin(path, input) !== undefined || isFileOf(input, path);
}

/** A file of a module, which is listed by its folder. */
function isFileOf(folder: string, path: string): boolean {
  return pathWithin(folder, path) !== undefined && /\.(?:tf|tofu|tfvars)(?:\.json)?$/u.test(path);
}
