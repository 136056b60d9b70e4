/**
 * Suppressions that stand in the source itself: what a comment such as `# dr-lint-ignore rds/multi-az until=2027-06-01:
 * test database` says, and which stretch of the file it covers. What they then hide is decided where findings are made.
 */
import type { SourceFile, SourceRange } from '../core/source.ts';

export interface SourceSuppression {
  /** Ids of policies, or globs of them; empty when it names none. */
  readonly policies: readonly string[];
  readonly reason: string | undefined;
  /** The last day on which it holds, as written. */
  readonly expires: string | undefined;
  /** Only the instances with this key in their address: `a` of `dr-lint-ignore[a]`. */
  readonly instance: string | undefined;
  /** The comment, or the entry of the metadata. */
  readonly statedAt: SourceRange;
  /** What it stands at; undefined when there is nothing at which it could stand. */
  readonly covers: SourceRange | undefined;
}

/** A read file as suppressions see it. */
export interface CommentedFile {
  readonly file: SourceFile;
  readonly comments: readonly { readonly text: string; readonly range: SourceRange }[];
  /** Whatever a comment can stand at (blocks, arguments, entries, items), an outer one before those inside it. */
  readonly elements: () => readonly SourceRange[];
}

type Directive = Omit<SourceSuppression, 'statedAt' | 'covers'> & { readonly ofFile: boolean };

const keyword = /^dr-lint-ignore(-file)?(?:\[["']?([^\]"']*)["']?\])?/u;

/** The suppressions in the comments of a file. Files without any cost nothing. */
export function suppressionsInComments(commented: CommentedFile): readonly SourceSuppression[] {
  const stated = commented.comments.flatMap(({ text, range }) => {
    const directive = readDirective(text);
    return directive === undefined ? [] : [{ directive, range }];
  });
  if (stated.length === 0) return [];
  const lines = new ElementLines(commented);
  return stated.map(({ directive: { ofFile, ...said }, range }) => ({
    ...said,
    statedAt: range,
    covers: ofFile ? lines.wholeFile(range) : lines.coveredBy(range),
  }));
}

/**
 * What a comment says of a language in which it is known what a comment stands at.
 *
 * @param covers by what the comment is about: the thing that it stands in, or the file; undefined where it can't be that
 */
export function suppressionIn(
  text: string,
  statedAt: SourceRange,
  covers: { readonly element: SourceRange | undefined; readonly file: SourceRange | undefined },
): SourceSuppression | undefined {
  const directive = readDirective(text.trim());
  if (directive === undefined) return undefined;
  const { ofFile, ...said } = directive;
  return { ...said, statedAt, covers: ofFile ? covers.file : covers.element };
}

/** `rds/multi-az, s3/* until=2027-06-01: why`; undefined for any other comment. `all` is every policy. */
function readDirective(text: string): Directive | undefined {
  const matched = keyword.exec(text);
  if (matched === null) return undefined;
  const [whole, file, instance] = matched;
  const said = text.slice(whole.length);
  const colon = said.indexOf(':');
  const head = (colon === -1 ? said : said.slice(0, colon)).split(/[\s,]+/u).filter((word) => word !== '');
  const until = head.find((word) => word.startsWith(untilMark));
  const reason = colon === -1 ? '' : said.slice(colon + 1).trim();
  return {
    ofFile: file !== undefined,
    instance,
    policies: head.filter((word) => !word.startsWith(untilMark)).map((word) => (word === 'all' ? '*' : word)),
    expires: until?.slice(untilMark.length),
    reason: reason === '' ? undefined : reason.replaceAll(/\s+/gu, ' '),
  };
}

const untilMark = 'until=';

/** Which element a comment stands at: the outermost one of its line, or of the next line that holds more than comments. */
class ElementLines {
  readonly #file: SourceFile;
  readonly #first: SourceRange | undefined;
  /** Line → the outermost element that starts there. */
  readonly #starting = new Map<number, SourceRange>();
  readonly #ending = new Map<number, SourceRange>();
  /** Where a comment starts → where it ends. */
  readonly #comments: ReadonlyMap<number, number>;

  constructor({ file, comments, elements }: CommentedFile) {
    this.#file = file;
    this.#comments = new Map(comments.map(({ range }) => [range.start, range.end]));
    const all = elements();
    this.#first = all[0];
    for (const element of all) {
      addFirst(this.#starting, this.#lineOf(element.start), element);
      addFirst(this.#ending, this.#lineOf(element.end), element);
    }
  }

  /** A comment for the whole file stands above everything else in it. */
  wholeFile(comment: SourceRange): SourceRange | undefined {
    const isFirst = this.#first === undefined || comment.end <= this.#first.start;
    return isFirst ? { file: this.#file, start: 0, end: this.#file.text.length } : undefined;
  }

  coveredBy(comment: SourceRange): SourceRange | undefined {
    const line = this.#lineOf(comment.start);
    if (this.#isBehindCode(comment)) {
      return this.#starting.get(line) ?? this.#ending.get(line) ?? this.#lineAround(comment.start);
    }
    const next = this.#nextCode(comment.end);
    if (next === undefined) return undefined;
    return this.#starting.get(this.#lineOf(next)) ?? this.#restOfExpression(next);
  }

  #isBehindCode({ start }: SourceRange): boolean {
    const lineStart = this.#file.text.lastIndexOf('\n', start - 1) + 1;
    return this.#file.text.slice(lineStart, start).trim() !== '';
  }

  /** The offset of the first character after `from` that is neither white space nor in a comment. */
  #nextCode(from: number): number | undefined {
    const blank = /\s*/uy;
    let at = from;
    for (;;) {
      blank.lastIndex = at;
      at += blank.exec(this.#file.text)?.[0].length ?? 0;
      const end = this.#comments.get(at);
      if (end === undefined) return at < this.#file.text.length ? at : undefined;
      at = end;
    }
  }

  /** The line of an expression that goes over several lines; a closing bracket is nothing to stand at. */
  #restOfExpression(at: number): SourceRange | undefined {
    return /[\])}]/u.test(this.#file.text.charAt(at)) ? undefined : this.#lineAround(at);
  }

  #lineAround(offset: number): SourceRange {
    const { text } = this.#file;
    const end = text.indexOf('\n', offset);
    return {
      file: this.#file,
      start: text.lastIndexOf('\n', offset - 1) + 1,
      end: end === -1 ? text.length : end,
    };
  }

  #lineOf(offset: number): number {
    return this.#file.positionAt(offset).line;
  }
}

function addFirst(lines: Map<number, SourceRange>, line: number, element: SourceRange): void {
  if (!lines.has(line)) lines.set(line, element);
}
