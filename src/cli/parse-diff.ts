/** The output of `git diff --unified=0` → which lines of which files changed, and the text that was taken away. */
import type { ChangedFile, LineSpan, RemovedLines } from '../findings/changed-lines.ts';

/** By path as git has it: relative to the root of the repository. A file that is gone is listed with what was in it. */
export function parseDiff(diff: string): ReadonlyMap<string, ChangedFile> {
  const reader = new DiffReader(diff.split('\n'));
  return reader.read();
}

/** `@@ -12,2 +11 @@`: where the old lines start and how many they are, then the new ones; 1 where no number is given. */
const hunkHeader = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/u;

interface ChangedFileDraft {
  readonly added: LineSpan[];
  readonly removed: RemovedLines[];
}

class DiffReader {
  readonly #lines: readonly string[];
  readonly #files = new Map<string, ChangedFileDraft>();
  #at = 0;

  constructor(lines: readonly string[]) {
    this.#lines = lines;
  }

  /** Hunks are read by the number of their lines, for a line of text may look like a header. */
  read(): ReadonlyMap<string, ChangedFile> {
    let before: string | undefined;
    let file: ChangedFileDraft | undefined;
    for (let line = this.#next(); line !== undefined; line = this.#next()) {
      const hunk = hunkHeader.exec(line);
      if (hunk !== null && file !== undefined) this.#readHunk(hunk, file);
      else if (line.startsWith('--- ')) before = pathOf(line, 'a/');
      else if (line.startsWith('+++ ')) file = this.#fileAt(pathOf(line, 'b/') ?? before);
    }
    return this.#files;
  }

  #readHunk([, oldCount = '1', newStart = '0', newCount = '1']: RegExpExecArray, file: ChangedFileDraft): void {
    const removed = Number(oldCount);
    const first = Number(newStart);
    const added = Number(newCount);
    if (added > 0) file.added.push({ first, last: first + added - 1 });
    const texts: string[] = [];
    for (let left = removed + added; left > 0;) {
      const line = this.#next();
      if (line === undefined) break;
      // "\ No newline at end of file" is no line of the file.
      if (line.startsWith('\\')) continue;
      if (line.startsWith('-')) texts.push(line.slice(1));
      left -= 1;
    }
    // Of lines that only went away, git names the line before.
    if (removed > 0) file.removed.push({ after: added > 0 ? first - 1 : first, text: texts.join('\n') });
  }

  #fileAt(path: string | undefined): ChangedFileDraft | undefined {
    if (path === undefined) return undefined;
    const known = this.#files.get(path) ?? { added: [], removed: [] };
    this.#files.set(path, known);
    return known;
  }

  #next(): string | undefined {
    this.#at += 1;
    return this.#lines[this.#at - 1];
  }
}

/** The path of a `---` or `+++` line; undefined for `/dev/null`. */
function pathOf(line: string, prefix: 'a/' | 'b/'): string | undefined {
  // Behind a name with spaces git puts a tab.
  const written = line.slice('--- '.length).replace(/\t$/u, '');
  const path = written.startsWith('"') ? unquote(written) : written;
  return path.startsWith(prefix) ? path.slice(prefix.length) : undefined;
}

const escapes: ReadonlyMap<string, number> = new Map(
  Object.entries({ a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13, '"': 34, '\\': 92 }),
);

/** A name as C writes it, its bytes in octal. https://git-scm.com/docs/git-config#Documentation/git-config.txt-corequotePath */
function unquote(quoted: string): string {
  const bytes: number[] = [];
  for (const [piece, octal, escaped] of quoted.slice(1, -1).matchAll(/\\([0-7]{3})|\\(.)|[^\\]+/gu)) {
    if (octal !== undefined) bytes.push(Number.parseInt(octal, 8));
    else if (escaped !== undefined) bytes.push(escapes.get(escaped) ?? 0);
    else bytes.push(...Buffer.from(piece));
  }
  return Buffer.from(bytes).toString('utf8');
}
