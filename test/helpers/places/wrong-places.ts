/** Holds the places of a report against the texts they lead to: which of them do not hold what they name. */
import { locationOf, textOf, type SourceFile, type SourceRange } from '../../../src/core/source.ts';
import type { Report } from '../../../src/findings/report.ts';
import { namesIt } from './named-tokens.ts';
import { templateTokens, type TokenIndex } from './template-tokens.ts';
import { embeddedTokenAt, terraformTokenAt } from './text-tokens.ts';
import { toldPlaces, type ToldPlace } from './told-places.ts';
import type { WrittenToken } from './written-token.ts';

/** One line for each, with what stands there instead. */
export function wrongPlaces(report: Report): readonly string[] {
  const checker = new PlaceChecker();
  return toldPlaces(report).flatMap((place) => checker.complaint(place) ?? []);
}

export class PlaceChecker {
  readonly #indexes = new Map<SourceFile, TokenIndex>();
  readonly #lineStarts = new Map<SourceFile, readonly number[]>();

  /** Undefined when the place holds what it names. */
  complaint(place: ToldPlace): string | undefined {
    const { kind, of, range } = place;
    const written = this.#tokensAt(range);
    if (this.#isWhereLinesLead(range) && namesIt(place, written)) return undefined;
    const { file, line, column } = locationOf(range);
    const stands = written.map(({ form, path, name }) => `${form} ${path.length === 0 ? name : path.join('/')}`);
    const text = JSON.stringify(textOf(range).slice(0, 60));
    return `${kind} of ${of}: ${file}:${line}:${column} ${text} is ${stands.join(', ') || 'no token'}`;
  }

  /** All that is written just there; nothing where the place cuts something in two. */
  #tokensAt(range: SourceRange): readonly WrittenToken[] {
    const { file, start, end } = range;
    if (/\.(?:mjs|js|ts|py)$/u.test(file.path)) return wholeLine(range);
    const isTerraform = /\.(?:tf|tofu|tfvars|hcl)(?:\.json)?$/u.test(file.path);
    if (isTerraform && !file.path.endsWith('.json')) return [terraformTokenAt(range)].flatMap((token) => token ?? []);
    const index = this.#indexes.get(file) ?? templateTokens(file.text);
    this.#indexes.set(file, index);
    const written = index.tokens.get(`${start}:${end}`);
    if (written !== undefined) return written;
    // In a text that Terraform or CloudFormation reads once more.
    const isRead = isTerraform ? isInString(range, index) : !index.isWhole || holdsTemplate(file, start);
    if (!isRead) return [];
    const inText = isTerraform ? terraformTokenAt(range) : embeddedTokenAt(range);
    return inText === undefined ? [] : [inText];
  }

  /** Lines and columns are 1-based and lead to the same text; a column for each UTF-16 unit. */
  #isWhereLinesLead(range: SourceRange): boolean {
    const { file } = range;
    const starts = this.#lineStarts.get(file) ?? lineStartsOf(file.text);
    this.#lineStarts.set(file, starts);
    const { line, column, endLine, endColumn } = locationOf(range);
    const offsetOf = (at: number, within: number): number => (starts[at - 1] ?? Number.NaN) + within - 1;
    return offsetOf(line, column) === range.start && offsetOf(endLine, endColumn) === range.end;
  }
}

function lineStartsOf(text: string): readonly number[] {
  let at = 0;
  return text.split('\n').map((line) => {
    const start = at;
    at += line.length + 1;
    return start;
  });
}

function isInString({ file, start, end }: SourceRange, { tokens }: TokenIndex): boolean {
  return [...tokens].some(([key, written]) => {
    const [from = 0, to = 0] = key.split(':').map(Number);
    if (written.every(({ form }) => form === 'entry')) return false;
    return file.text[from] === '"' && from < start && end < to;
  });
}

/** Whether a text that began before a place may be a template of its own. */
function holdsTemplate({ text }: SourceFile, start: number): boolean {
  return /TemplateBody"?\s*:/u.test(text.slice(0, start));
}

/** Of a program that made a template only lines are known. */
function wholeLine({ file, start, end }: SourceRange): readonly WrittenToken[] {
  const before = file.text.slice(file.text.lastIndexOf('\n', start - 1) + 1, start);
  const after = /^[^\r\n]*/u.exec(file.text.slice(end))?.[0] ?? '';
  const text = file.text.slice(start, end);
  const isWhole = before.trim() === '' && after.trim() === '' && text.trim() === text && text !== '';
  return isWhole ? [{ form: 'item', name: 'line', path: [] }] : [];
}
