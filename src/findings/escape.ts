/** Text that came from an input, made safe to print: what could steer a terminal or reorder the line is written out. */

// Control characters, marks that reorder or hide text, line separators, and halves of surrogate pairs.
const unprintable = /[\p{Cc}\p{Cs}\u061C\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF]/gu;

const shortForms = new Map([
  ['\n', String.raw`\n`],
  ['\r', String.raw`\r`],
  ['\t', String.raw`\t`],
]);

/** The text on one line, unprintable characters as `\n`, `\t` or `\u{1b}`. */
export function escapeText(text: string): string {
  return text.replace(
    unprintable,
    (character) => shortForms.get(character) ?? `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}
