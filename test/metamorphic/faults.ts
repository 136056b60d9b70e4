/** What a faulty evaluator would make of rewritten files: a value that the rewriting wrote is taken for another one, or a line is lost. */
import type { Files } from '../helpers/source-edits.ts';

export interface Fault {
  /** `main.tf, mistaken: default = 7` */
  readonly what: string;
  readonly files: Files;
}

/** Faults in the lines that stand in no former text of their file; in every line where only the order is another. */
export function faultsIn(after: Files, before: readonly Files[]): readonly Fault[] {
  const lines = Object.entries(after).flatMap(([path, text]) => linesOf(path, text));
  const written = lines.filter(({ path, text }) => !before.some((files) => hasLine(files[path] ?? '', text)));
  const places = written.length === 0 ? lines : written;
  return [
    ...places.flatMap((line) => mistakenIn(line).map((text) => fault(after, line, { kind: 'mistaken', text }))),
    ...places.map((line) => fault(after, line, { kind: 'lost', text: '' })),
  ];
}

interface Line {
  readonly path: string;
  readonly text: string;
  /** Where it starts in its file. */
  readonly start: number;
}

function linesOf(path: string, text: string): readonly Line[] {
  return [...text.matchAll(/.*\S.*/gu)].map((line) => ({ path, text: line[0], start: line.index }));
}

function hasLine(text: string, line: string): boolean {
  return text.split('\n').some((each) => withoutLayout(each) === withoutLayout(line));
}

/** A comma stands after all entries but the last. */
function withoutLayout(line: string): string {
  return line.trim().replace(/,$/u, '');
}

function fault(files: Files, { path, text, start }: Line, instead: { kind: string; text: string }): Fault {
  const whole = files[path] ?? '';
  return {
    what: `${path}, ${instead.kind}: ${text.trim()}`,
    files: { ...files, [path]: whole.slice(0, start) + instead.text + whole.slice(start + text.length) },
  };
}

/** `true`, `7` and `"texts"`, in any language; neither keys, labels of blocks, nor parts of names. */
const value = /(?<![\w.$-])(?:true|false|\d+(?![\w.-])|"[^"\\]+"(?!\s*(?:[:{"]|=[^=])))/gu;

/** The line once for each value in it, with another one in its place. */
function mistakenIn({ text }: Line): readonly string[] {
  return [...text.matchAll(value)].map(({ 0: found, index }) => {
    const bare = found.replaceAll('"', '');
    return text.slice(0, index) + found.replace(bare, otherThan(bare)) + text.slice(index + found.length);
  });
}

function otherThan(bare: string): string {
  if (bare === 'true') return 'false';
  if (bare === 'false') return 'true';
  if (/^\d+$/u.test(bare)) return bare === '0' ? '1' : '0';
  return `${bare}-mistaken`;
}
