/**
 * Reads bodies: the arguments and blocks of a file or a block. A mistake costs the argument or block it is in, and
 * nothing else: reading goes on at the next one.
 *
 * https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#structural-elements
 */
import { textOf, type SourceRange } from '../../core/source.ts';
import type { Body } from './ast.ts';
import { BodyContent } from './body-content.ts';
import { complaintAbout, nameOf, shortened } from './complaints.ts';
import type { Complaint } from './complaints.ts';
import { newProgress, reportMisplaced } from './misplaced.ts';
import type { Progress } from './misplaced.ts';
import { parseLabels } from './parse-labels.ts';
import type { ExpressionParser, ParseState } from './parse-state.ts';
import { looksLikeArgument, looksLikeBlock, skipItem, skipToMargin } from './recovery.ts';
import type { Token, TokenKind } from './tokens.ts';

/** The body of the whole file, in which so many closing braces are missing. */
export function parseFileBody(parser: ExpressionParser, missingBraces: number): Body {
  return new BodyReader(parser, newProgress(missingBraces), undefined).read();
}

/** The block whose body is being read. */
interface OpenBlock {
  /** The header's first token. */
  readonly type: Token;
  /** The brace. */
  readonly open: Token;
}

/** After a name. */
const beginsBlock: ReadonlySet<TokenKind> = new Set<TokenKind>(['{', 'open quote', 'single-quoted']);

class BodyReader {
  readonly #parser: ExpressionParser;
  readonly #state: ParseState;
  readonly #progress: Progress;
  readonly #block: OpenBlock | undefined;
  readonly #content = new BodyContent();
  /** The block's content begins on the line of its brace: a single argument, and the closing brace. */
  #isOneLine: boolean;
  /** What was already said about what separates arguments: once is enough for a body. */
  readonly #complaints = new Set<string>();

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
    return this.#content.toBody(this.#state.range(start, Math.max(start, end)));
  }

  /** True after the closing brace, at the end of the file, and where a block that was never closed must have ended. */
  #atEnd(): boolean {
    if (this.#block === undefined) return this.#state.isAt('end of file');
    if (this.#progress.isLost) return true;
    if (this.#state.isAt('end of file') || this.#runsOut(this.#block)) {
      this.#progress.missingBraces -= 1;
      this.#reportUnclosed(this.#block);
      return true;
    }
    return this.#state.take('}') !== undefined;
  }

  /** In a file with a missing brace the indentation tells where: a brace further out than this block is not its own. */
  #runsOut(block: OpenBlock): boolean {
    const state = this.#state;
    if (this.#progress.missingBraces <= 0 || !state.isAtLineStart()) return false;
    if (!state.isAt('}') && !looksLikeBlock(state)) return false;
    const distance = state.columnOf(state.peek()) - state.columnOf(block.type);
    return state.isAt('}') ? distance < 0 : distance <= 0;
  }

  #reportUnclosed(block: OpenBlock): void {
    if (this.#progress.reportedUnclosed) return;
    this.#progress.reportedUnclosed = true;
    const header = textOf(this.#state.range(block.type.start, block.open.start));
    const message = `This block is never closed: ${shortened(header.trim())}.`;
    const help = 'Add a closing brace "}" on a line of its own after its content.';
    this.#state.report(this.#state.rangeOf(block.open), message, help);
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
    if (!state.isAt('identifier')) return this.#refuse();
    const second = state.peekSecond().kind;
    if (second === '=' || second === ':') return this.#argument(state.next());
    // A brace on the line after the type is a mistake, but it is clear what is meant.
    const isBlock = second === 'newline' ? state.tokens[state.mark + 2]?.kind === '{' : beginsBlock.has(second);
    return isBlock || looksLikeBlock(state) ? this.#readBlock() : this.#refuse();
  }

  /** `"name" = value`: the quotes do not belong there, but it is clear what is meant. */
  #quotedArgument(): boolean {
    const state = this.#state;
    const [open, text, close, equals] = state.tokens.slice(state.mark, state.mark + 4);
    const isName =
      text?.kind === 'text' && close?.kind === 'close quote' && (equals?.kind === '=' || equals?.kind === ':');
    if (open === undefined || text === undefined || close === undefined || !isName) return this.#refuse();
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
    const name = state.textOf(nameToken);
    const nameRange = state.rangeOf(nameToken);
    const value = this.#parser.expression();
    if (value === undefined) return this.#lose(name);
    const first = this.#content.addAttribute({ name, nameRange, value, range: state.range(nameToken.start) });
    if (first !== undefined && !this.#progress.inConflict) {
      const { line } = state.file.positionAt(first.nameRange.start);
      const message = `The argument "${name}" was already set in line ${line}.`;
      state.report(nameRange, message, 'Keep one of the two; an argument is set only once.');
    }
    return true;
  }

  #readBlock(): boolean {
    const state = this.#state;
    const isInOneLine = this.#isOneLine;
    const type = state.next();
    const labels = parseLabels(this.#parser);
    if (labels === undefined) {
      this.#progress.unopened += 1;
      return this.#lose(state.textOf(type));
    }
    const open = state.previous();
    if (isInOneLine) {
      const message = 'A block on one line can hold only one argument, and no block.';
      const help = 'Put its content on lines of its own, between the braces.';
      this.#complainAt(state.range(type.start, open.end), message, help);
    }
    const body = state.nested(() => new BodyReader(this.#parser, this.#progress, { type, open }).read());
    if (body === undefined) return this.#lose(state.textOf(type));
    const headerRange = state.range(type.start, labels.at(-1)?.range.end ?? type.end);
    this.#content.addBlock({ type: state.textOf(type), labels, body, headerRange, range: state.range(type.start) });
    return true;
  }

  #lose(name: string): false {
    this.#content.lose(name);
    return false;
  }

  #refuse(): false {
    reportMisplaced(this.#state, this.#progress);
    return false;
  }

  /** What follows an argument or a block: the end of the line, or the closing brace of a block on one line. */
  #separator(): void {
    const state = this.#state;
    const token = state.peek();
    const isAtEnd = token.kind === 'newline' || token.kind === 'end of file' || state.isAtLineStart();
    if (isAtEnd || this.#progress.isLost) return;
    if (token.kind === '}') return this.#closingBrace();
    const complaint = complaintAbout(token, state.textOf(token)) ?? this.#separatorComplaint(token);
    this.#complain(complaint.message, complaint.help);
    if (token.kind === ',' || state.textOf(token) === ';') state.next();
    else if (!looksLikeArgument(state) && !looksLikeBlock(state)) {
      this.#content.loseLast();
      skipItem(state, state.mark, this.#block !== undefined);
    }
  }

  #closingBrace(): void {
    // A block that began on one line was complained about already.
    if (this.#isOneLine || this.#block === undefined || this.#complaints.size > 0) return;
    const message = 'The closing brace of a block stands on a line of its own.';
    this.#complain(message, 'Put a line break before the brace.');
  }

  #separatorComplaint(token: Token): Complaint {
    if (this.#isOneLine) {
      return {
        message: 'A block on one line can hold only one argument.',
        help: 'Put each argument on a line of its own, between the braces.',
      };
    }
    if (token.kind === ',') {
      return { message: 'Arguments are separated by line breaks, not by commas.', help: 'Remove the comma.' };
    }
    const found = nameOf(token, this.#state.textOf(token));
    return {
      message: `Found ${found} after an argument or a block, expected the end of the line.`,
      help: 'Put each argument and each block on a line of its own.',
    };
  }

  /** Reports at the next token, each message once for this body. */
  #complain(message: string, help: string): void {
    const token = this.#state.peek();
    const end = token.kind === 'newline' ? token.start : token.end;
    this.#complainAt(this.#state.range(token.start, end), message, help);
  }

  #complainAt(range: SourceRange, message: string, help: string): void {
    if (!this.#complaints.has(message)) this.#state.report(range, message, help);
    this.#complaints.add(message);
  }
}
