/**
 * YAML 1.1, and CloudFormation with it, lets the lines of a quoted text start left of what they belong to; YAML 1.2 ends the
 * text there. Its line breaks are blanks to either, so blanks are put in their place: all offsets stay.
 *
 * https://yaml.org/spec/1.1/#id904158
 */

/** The text with blanks for the line breaks of the quoted text that starts at an offset; undefined when nothing ends it, or it has none. */
export function foldQuoted(text: string, open: number): string | undefined {
  const quoted = /'(?:[^']|'')*'|"(?:[^"\\]|\\[^])*"/uy;
  quoted.lastIndex = open;
  const [whole] = quoted.exec(text) ?? [];
  if (whole === undefined || !/[\r\n]/u.test(whole)) return undefined;
  return text.slice(0, open) + whole.replaceAll(/[\r\n]/gu, ' ') + text.slice(open + whole.length);
}
