/**
 * A file that Terragrunt writes before it runs Terraform. Its text is on no disk, so its places are given as those of the
 * text that it was made from: the lines of a heredoc in a Terragrunt file, or the line of the expression.
 */
import { SourceFile, textOf, type Position, type SourceRange } from '../../core/source.ts';

export class GeneratedFile extends SourceFile {
  readonly #origin: SourceRange;

  /** @param origin the expression that gives the text */
  constructor(text: string, origin: SourceRange) {
    super(origin.file.path, text);
    this.#origin = origin;
  }

  override positionAt(offset: number): Position {
    const { file, start, end } = this.#origin;
    const from = file.positionAt(start);
    if (!textOf(this.#origin).startsWith('<<')) return from;
    const own = super.positionAt(offset);
    // The text of a heredoc begins on the line after its marker.
    const line = Math.min(from.line + own.line, file.positionAt(end).line);
    const indentation = file.lineText(line).indexOf(super.lineText(own.line).trimStart());
    const trimmed = super.lineText(own.line).search(/\S|$/u);
    return { line, column: indentation === -1 ? 1 : Math.max(1, own.column - trimmed + indentation) };
  }

  override lineText(line: number): string {
    return this.#origin.file.lineText(line);
  }
}
