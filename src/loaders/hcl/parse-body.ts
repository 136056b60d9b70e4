/**
 * Reads bodies: the arguments and blocks of a file or a block. A mistake costs the argument or block it is in, and
 * nothing else: reading goes on at the next one.
 *
 * https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#structural-elements
 */
import type { Attribute, Block, Body } from './ast.ts';
import { complaintAbout, nameOf, shortened } from './complaints.ts';
import { parseLabels } from './parse-labels.ts';
import type { ExpressionParser, ParseState } from './parse-state.ts';
import { columnOf, looksLikeBlock, skipItem, skipToMargin } from './recovery.ts';
import { reportBroken } from './template.ts';
import type { Token, TokenKind } from './tokens.ts';

/** The body of the whole file. `bracesOpen`: somewhere in it a closing brace is missing. */
export function parseFileBody(parser: ExpressionParser, bracesOpen: boolean): Body {
  const progress: Progress = { bracesOpen, isLost: false, isQuiet: false, reportedUnclosed: false };
  return new BodyReader(parser, progress, undefined).read();
}

/** What the bodies of one file tell each other. */
interface Progress {
  readonly bracesOpen: boolean;
  /** After a heredoc without end nothing can be told until the next block at the margin. */
  isLost: boolean;
  /** The item before this one was broken, so that what follows may be a part of it. */
  isQuiet: boolean;
  reportedUnclosed: boolean;
}

/** The block whose body is being read. */
interface OpenBlock {
  /** The header's first token. */
  readonly type: Token;
  /** The brace. */
  readonly open: Token;
}

const itemHelp = 'An argument reads name = value, a block reads type "label" { … }. Put # before a comment.';

/** After a name. */
const beginsBlock: ReadonlySet<TokenKind> = new Set<TokenKind>(['{', 'open quote', 'single-quoted']);

class BodyReader {
  readonly #parser: ExpressionParser;
  readonly #state: ParseState;
  readonly #progress: Progress;
  readonly #block: OpenBlock | undefined;
  readonly #attributes = new Map<string, Attribute>();
  readonly #blocks: Block[] = [];
  /** The block's content begins on the line of its brace: a single argument, and the closing brace. */
  #isOneLine: boolean;
  /** One complaint about what separates arguments is enough for a body. */
  #complained = false;

  constructor(parser: ExpressionParser, progress: Progress, block: OpenBlock | undefined) {
    this.#parser = parser;
    this.#state = parser.state;
    this.#progress = progress;
    this.#block = block;
    const { kind } = this.#state.peek();
    this.#isOneLine = block !== undefined && kind !== 'newline' && kind !== '}' && kind !== 'end of file';
  }

  read(): Body {
    const start = this.#block?.open.start ?? 0;
    while (!this.#atEnd()) this.#readNext();
    const end = this.#block === undefined ? this.#state.file.text.length : this.#state.previous().end;
    const range = this.#state.range(start, Math.max(start, end));
    return { attributes: [...this.#attributes.values()], blocks: this.#blocks, range };
  }

  /** True after the closing brace, at the end of the file, and where a block that was never closed must have ended. */
  #atEnd(): boolean {
    if (this.#block === undefined) return this.#state.isAt('end of file');
    if (this.#progress.isLost || this.#state.take('}') !== undefined) return true;
    if (!this.#runsOut(this.#block)) return false;
    this.#reportUnclosed(this.#block);
    return true;
  }

  /** In a file with a missing brace, a block no further in than the one around it tells where the brace is missing. */
  #runsOut(block: OpenBlock): boolean {
    const state = this.#state;
    if (state.isAt('end of file')) return true;
    if (!this.#progress.bracesOpen || state.previous().kind !== 'newline' || !looksLikeBlock(state)) return false;
    return columnOf(state, state.peek()) <= columnOf(state, block.type);
  }

  #reportUnclosed(block: OpenBlock): void {
    if (this.#progress.reportedUnclosed) return;
    this.#progress.reportedUnclosed = true;
    const header = this.#state.range(block.type.start, block.open.end);
    const message = `The block "${this.#state.textOf(block.type)}" is never closed.`;
    this.#state.report(header, message, 'Add a closing brace "}" on a line of its own after its content.');
  }

  #readNext(): void {
    if (this.#progress.isLost) {
      skipToMargin(this.#state);
      this.#progress.isLost = false;
    } else if (this.#state.isAt('newline')) this.#lineBreak();
    else this.#item();
  }

  #lineBreak(): void {
    if (this.#isOneLine) {
      const message = 'A block whose argument stands on the line of its opening brace must end on that line.';
      this.#complain(message, 'Put the argument on a line of its own, between the braces.');
    }
    this.#isOneLine = false;
    this.#state.next();
  }

  #item(): void {
    const state = this.#state;
    const start = state.mark;
    const reported = state.diagnostics.length;
    const isRead = this.#argumentOrBlock();
    this.#progress.isQuiet = !isRead || state.diagnostics.length > reported;
    if (isRead) return this.#separator();
    if (state.isAt('unclosed heredoc')) this.#progress.isLost = true;
    else skipItem(state, start, this.#block !== undefined);
  }

  #argumentOrBlock(): boolean {
    const state = this.#state;
    if (state.isAt('open quote')) return this.#quotedArgument();
    if (!state.isAt('identifier')) return this.#refuseWords();
    const second = state.peekSecond().kind;
    if (second === '=' || second === ':') return this.#argument(state.next());
    // A brace on the line after the type is a mistake, but it is clear what is meant.
    const isBlock = second === 'newline' ? state.tokens[state.mark + 2]?.kind === '{' : beginsBlock.has(second);
    return isBlock || looksLikeBlock(state) ? this.#readBlock() : this.#refuseWords();
  }

  /** `"name" = value`: the quotes do not belong there, but it is clear what is meant. */
  #quotedArgument(): boolean {
    const state = this.#state;
    const [open, text, close, equals] = state.tokens.slice(state.mark, state.mark + 4);
    const isName =
      text?.kind === 'text' && close?.kind === 'close quote' && (equals?.kind === '=' || equals?.kind === ':');
    if (open === undefined || text === undefined || close === undefined || !isName) return this.#refuseWords();
    const message = `The name of an argument stands without quotes: ${state.textOf(text)}.`;
    state.report(state.range(open.start, close.end), message, 'Remove the quotes round the name.');
    state.goTo(state.mark + 3);
    return this.#argument(text);
  }

  /** Reads on after the name. */
  #argument(nameToken: Token): boolean {
    const state = this.#state;
    if (state.isAt(':')) {
      this.#complain('Arguments are set with "=", not with ":".', 'Replace the colon by an equals sign.');
    }
    state.next();
    const value = this.#parser.expression();
    if (value === undefined) return false;
    const name = state.textOf(nameToken);
    const nameRange = state.rangeOf(nameToken);
    const first = this.#attributes.get(name);
    if (first === undefined) {
      this.#attributes.set(name, { name, nameRange, value, range: state.range(nameToken.start) });
    } else {
      const { line } = state.file.positionAt(first.nameRange.start);
      const message = `The argument "${name}" was already set in line ${line}.`;
      state.report(nameRange, message, 'Keep one of the two; an argument is set only once.');
    }
    return true;
  }

  #readBlock(): boolean {
    const state = this.#state;
    if (this.#isOneLine) {
      const message = 'A block on one line can hold only one argument, and no block.';
      this.#complain(message, 'Put its content on lines of its own, between the braces.');
    }
    const type = state.next();
    const labels = parseLabels(this.#parser);
    if (labels === undefined) return false;
    const open = state.previous();
    const body = state.nested(() => new BodyReader(this.#parser, this.#progress, { type, open }).read());
    if (body === undefined) return false;
    const headerRange = state.range(type.start, labels.at(-1)?.range.end ?? type.end);
    this.#blocks.push({ type: state.textOf(type), labels, body, headerRange, range: state.range(type.start) });
    return true;
  }

  /** Something that is neither; a line that follows a broken one may belong to it, and is passed over in silence. */
  #refuseWords(): boolean {
    if (this.#progress.isQuiet) return false;
    const state = this.#state;
    const first = state.peek();
    const complaint = complaintAbout(first, state.textOf(first));
    if (complaint !== undefined) state.report(state.rangeOf(first), complaint.message, complaint.help);
    else if (first.kind === '}') {
      state.report(
        state.rangeOf(first),
        'This closing brace closes no block.',
        'Remove it, or open the block before it.',
      );
    } else this.#reportWords(first);
    return false;
  }

  #reportWords(first: Token): void {
    const state = this.#state;
    const range = state.range(first.start, endOfLine(state, first));
    const words = state.file.text.slice(range.start, range.end);
    const isConflict = /^(?:<{7}|={7}|>{7})/u.test(words);
    const what = isConflict ? 'the marker of an unresolved merge conflict' : `"${shortened(words)}"`;
    const help = isConflict ? 'Resolve the conflict and remove its markers.' : itemHelp;
    state.report(range, `Found ${what}, expected an argument or a block.`, help);
  }

  /** What follows an argument or a block: the end of the line, or the closing brace of a block on one line. */
  #separator(): void {
    const state = this.#state;
    const { kind } = state.peek();
    if (kind === 'newline' || kind === 'end of file' || this.#progress.isLost) return;
    if (kind === '}') return this.#closingBrace();
    if (kind === 'invalid' && !this.#complained) reportBroken(state, state.peek());
    else this.#complain(...this.#wordsOnSeparator(kind));
    this.#complained = true;
    if (kind === ',' || (kind === 'invalid' && state.textOf(state.peek()) === ';')) state.next();
    else if (kind !== 'identifier') skipItem(state, state.mark, this.#block !== undefined);
  }

  #closingBrace(): void {
    if (this.#isOneLine || this.#block === undefined) return;
    const message = 'The closing brace of a block stands on a line of its own.';
    this.#complain(message, 'Put a line break before the brace.');
  }

  #wordsOnSeparator(kind: TokenKind): [message: string, help: string] {
    if (this.#isOneLine) {
      const message = 'A block on one line can hold only one argument.';
      return [message, 'Put each argument on a line of its own, between the braces.'];
    }
    if (kind === ',') return ['Arguments are separated by line breaks, not by commas.', 'Remove the comma.'];
    const token = this.#state.peek();
    const message = `Found ${nameOf(token, this.#state.textOf(token))} after an argument or a block, expected the end of the line.`;
    return [message, 'Put each argument and each block on a line of its own.'];
  }

  /** Reports at the next token, once for this body. */
  #complain(message: string, help: string): void {
    const token = this.#state.peek();
    const end = token.kind === 'newline' ? token.start : token.end;
    if (!this.#complained) this.#state.report(this.#state.range(token.start, end), message, help);
    this.#complained = true;
  }
}

/** The end of the last token on the line of this one. */
function endOfLine(state: ParseState, first: Token): number {
  const lineFeed = state.file.text.indexOf('\n', first.start);
  const line = state.file.text.slice(first.start, lineFeed === -1 ? undefined : lineFeed);
  return Math.max(first.end, first.start + line.trimEnd().length);
}
