/** Puts the flat pieces of a template together: what stands between `%{ if }` and `%{ endif }` becomes its content. */
import type { SourceRange } from '../../core/source.ts';
import { spanning } from '../../core/source.ts';
import type { Expression, TemplateInterpolation, TemplatePart, TemplateText } from './ast.ts';
import type { ParseState } from './parse-state.ts';

export type Piece = TemplateText | TemplateInterpolation | IfPiece | ForPiece | MarkPiece;

interface IfPiece {
  readonly kind: 'if';
  readonly condition: Expression;
  readonly range: SourceRange;
}

interface ForPiece {
  readonly kind: 'for';
  readonly keyName: string | undefined;
  readonly valueName: string;
  readonly collection: Expression;
  readonly range: SourceRange;
}

interface MarkPiece {
  readonly kind: 'else' | 'endif' | 'endfor';
  readonly range: SourceRange;
}

/** The parts of a template; undefined, and reported, when its directives do not match. */
export function assembleTemplate(state: ParseState, pieces: readonly Piece[]): readonly TemplatePart[] | undefined {
  const assembler = new Assembler(state, pieces);
  return assembler.all();
}

class Assembler {
  readonly #state: ParseState;
  readonly #pieces: readonly Piece[];
  #at = 0;

  constructor(state: ParseState, pieces: readonly Piece[]) {
    this.#state = state;
    this.#pieces = pieces;
  }

  all(): readonly TemplatePart[] | undefined {
    const parts = this.#parts();
    const rest = this.#pieces[this.#at];
    if (parts === undefined || rest === undefined) return parts && this.#keepText(parts);
    this.#state.report(
      rest.range,
      `Found the directive ${rest.kind}, but no directive is open here that it could belong to.`,
      'Remove it, or open the directive before it: %{ if condition } or %{ for name in collection }.',
    );
    return undefined;
  }

  /** A template of one interpolation gives its value as it is; with a text beside it, trimmed away or not, it gives text. */
  #keepText(parts: TemplatePart[]): readonly TemplatePart[] {
    const text = this.#pieces.find((piece) => piece.kind === 'text');
    return parts.length === 1 && parts[0]?.kind === 'interpolation' && text?.kind === 'text' ? [...parts, text] : parts;
  }

  /** Up to the end, or to the next `else`, `endif` or `endfor`. */
  #parts(): TemplatePart[] | undefined {
    const parts: TemplatePart[] = [];
    for (let piece = this.#pieces[this.#at]; piece !== undefined; piece = this.#pieces[this.#at]) {
      if (isMark(piece)) break;
      this.#at += 1;
      const part = this.#part(piece);
      if (part === undefined) return undefined;
      addPart(parts, part);
    }
    return parts;
  }

  #part(piece: TemplateText | TemplateInterpolation | IfPiece | ForPiece): TemplatePart | undefined {
    if (piece.kind === 'if') return this.#state.nested(() => this.#if(piece));
    if (piece.kind === 'for') return this.#state.nested(() => this.#for(piece));
    return piece;
  }

  #if(open: IfPiece): TemplatePart | undefined {
    const then = this.#parts();
    const hasElse = this.#pieces[this.#at]?.kind === 'else';
    if (hasElse) this.#at += 1;
    const otherwise = then && hasElse ? this.#parts() : [];
    const range = then && otherwise && this.#close(open, 'endif');
    // oxlint-disable-next-line unicorn/no-thenable -- a part of a syntax tree is never awaited
    return range && then && otherwise && { kind: 'if', condition: open.condition, then, otherwise, range };
  }

  #for(open: ForPiece): TemplatePart | undefined {
    const body = this.#parts();
    const range = body && this.#close(open, 'endfor');
    return range && body && { ...open, body, range };
  }

  #close(open: IfPiece | ForPiece, kind: 'endif' | 'endfor'): SourceRange | undefined {
    const close = this.#pieces[this.#at];
    this.#at += 1;
    if (close?.kind === kind) return spanning(open.range, close.range);
    const found = close === undefined ? 'the end of the template' : `the directive ${close.kind}`;
    this.#state.report(
      close?.range ?? open.range,
      `Found ${found}, expected %{ ${kind} } for the directive ${open.kind}.`,
      `Close the directive with %{ ${kind} }.`,
    );
    return undefined;
  }
}

function isMark(piece: Piece): piece is MarkPiece {
  return piece.kind === 'else' || piece.kind === 'endif' || piece.kind === 'endfor';
}

/** Texts that follow each other become one, and empty ones vanish. */
function addPart(parts: TemplatePart[], part: TemplatePart): void {
  const previous = parts.at(-1);
  if (part.kind !== 'text') parts.push(part);
  else if (part.text === '') return;
  else if (previous?.kind !== 'text') parts.push(part);
  else {
    const text = previous.text + part.text;
    parts.splice(-1, 1, { kind: 'text', text, range: spanning(previous.range, part.range) });
  }
}
