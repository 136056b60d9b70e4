/**
 * What an example says must be reported about it, and what was reported, written alike.
 *
 * `# expect: <id>` and `# expect-unknown: <id>` stand on the line above the reported one (in a row where there are several).
 * JSON has no comments: beside `<name>.json` lies `<name>.json.expected`, one `line:column id` or `line:column unknown id`
 * per row.
 */
import { locationOf, type SourceRange } from '../core/source.ts';
import type { Report } from '../findings/report.ts';
import type { Example } from './example.ts';

/** `# expect: rds/multi-az` or `# expect-unknown: rds/multi-az`, on a line of its own. */
export const expectationComment: RegExp = /^(?<indent>\s*)# expect(?<unknown>-unknown)?: (?<id>\S+)$/u;

/** `path:line fail rds/multi-az`, sorted. */
export function expectationsOf({ files }: Pick<Example, 'files'>): readonly string[] {
  return Object.entries(files)
    .flatMap(([path, text]) => (path.endsWith('.expected') ? rowsOf(path, text) : commentsOf(path, text)))
    .toSorted();
}

function commentsOf(path: string, text: string): readonly string[] {
  const expected: string[] = [];
  let open: string[] = [];
  for (const [index, line] of text.split(/\r?\n/u).entries()) {
    const comment = expectationComment.exec(line)?.groups;
    if (comment !== undefined) {
      open.push(`${comment['unknown'] === undefined ? 'fail' : 'unknown'} ${comment['id']}`);
      continue;
    }
    expected.push(...open.map((what) => `${path}:${index + 1} ${what}`));
    open = [];
  }
  return expected;
}

function rowsOf(path: string, text: string): readonly string[] {
  return text
    .trim()
    .split(/\r?\n/u)
    .map((row) => {
      const [place, ...what] = row.split(' ');
      return `${path.replace(/\.expected$/u, '')}:${place} ${what.length === 1 ? 'fail ' : ''}${what.join(' ')}`;
    });
}

/** What was reported, written like the expectations, sorted: open findings, and verdicts that are unknown. */
export function reported(report: Report): readonly string[] {
  return [...reportedMessages(report).keys()].toSorted();
}

/** What was reported, written like the expectations → the first message about it. */
export function reportedMessages({ findings, verdicts }: Report): ReadonlyMap<string, string> {
  const messages = new Map<string, string>();
  const add = (what: string, message: string): void => {
    if (!messages.has(what)) messages.set(what, message);
  };
  for (const { policy, place, message } of findings) add(`${spell(place)} fail ${policy}`, message);
  for (const { policy, place, message, verdict } of verdicts) {
    if (verdict === 'unknown') add(`${spell(place)} unknown ${policy}`, message);
  }
  return messages;
}

/** Expectations about JSON name the column, too; a comment can name the line only. */
function spell(place: SourceRange | undefined): string {
  if (place === undefined) return 'nowhere';
  const { file, line, column } = locationOf(place);
  return file.endsWith('.json') && !file.endsWith('.tf.json') ? `${file}:${line}:${column}` : `${file}:${line}`;
}
