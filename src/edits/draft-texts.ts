/** The files as the edits of one finding make them, one edit after the other: each is made in what the others left. */
import { SourceFile, type SourceRange } from '../core/source.ts';
import { composed, movedBy, withEdits, type TextEdit } from '../core/text-edit.ts';
import { editableText, type EditableText, type SourceTexts } from './source-texts.ts';

interface Draft {
  readonly file: SourceFile;
  /** From the file as it is on the disk to this one. */
  readonly edits: readonly TextEdit[];
}

export class DraftTexts {
  readonly #texts: SourceTexts;
  readonly #drafts = new Map<SourceFile, Draft>();
  /** Draft → the file on the disk that it was made of. */
  readonly #origins = new Map<SourceFile, SourceFile>();
  /** Of the drafts that were asked for. */
  readonly #parsed = new Map<SourceFile, EditableText>();

  constructor(texts: SourceTexts) {
    this.#texts = texts;
  }

  /** @param file as it is on the disk */
  textOf(file: SourceFile): EditableText {
    const draft = this.#drafts.get(file)?.file;
    if (draft === undefined) return this.#texts.textOf(file);
    const text = this.#parsed.get(draft) ?? editableText(draft);
    this.#parsed.set(draft, text);
    return text;
  }

  /** Where something that the file on the disk says stands by now. */
  placeOf(range: SourceRange): SourceRange {
    const draft = this.#drafts.get(range.file);
    if (draft === undefined) return range;
    const { file, edits } = draft;
    return { file, start: movedBy(edits, range.start), end: movedBy(edits, range.end) };
  }

  /** @param edits of texts as they are by now, all of one file */
  make(edits: readonly TextEdit[]): void {
    const file = edits[0]?.range.file;
    if (file === undefined) return;
    const origin = this.#origins.get(file) ?? file;
    const before = this.#drafts.get(origin)?.edits ?? [];
    const after = new SourceFile(origin.path, withEdits(file.text, edits), origin.shown);
    const all = composed(before, file.text, edits);
    this.#drafts.set(origin, {
      file: after,
      edits: all.map(({ range, text }) => ({ range: { ...range, file: origin }, text })),
    });
    this.#origins.set(after, origin);
  }

  /** All that was made, as edits of what is on the disk. */
  edits(): readonly TextEdit[] {
    return [...this.#drafts.values()].flatMap(({ edits }) => edits);
  }
}
