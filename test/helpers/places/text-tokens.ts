/** What a text writes at a place, by what stands around it: for Terraform, and for templates that are a text in another one. */
import type { SourceRange } from '../../../src/core/source.ts';
import type { WrittenToken } from './written-token.ts';

const header =
  /^(?:resource|data|module|provider|terraform|check|variable|output|locals|dynamic)(?:\s+(?:"[^"]*"|[\w-]+))*$/u;
const keyInFront =
  /(?:^|[\s{,(])(?:"(?<quoted>[^"\n]*)"|(?<plain>[\w-]+)|\((?<made>[^\n]*)\))\s*[=:]\s*(?:"(?:\$\{~?\s*)?)?$/u;
const block = /^(?<name>[\w-]+)(?:\s+"[^"]*")*\s*\{[^]*\}$/u;
const argument = /^(?:"(?<quoted>[^"\n]*)"|(?<plain>[\w-]+))\s*[=:]\s*\S[^]*$/u;
/** The pair that a value stands in: `{ key = "team", value = …`, with `name` for settings. */
const pair = /\{[^{}]*\b(?:key|name)\s*=\s*"(?<title>[^"]*)"[^{}]*$/u;

/** Undefined where a place is not just one thing: it cuts a word or a text in two, or holds space at an end. */
export function terraformTokenAt(range: SourceRange): WrittenToken | undefined {
  const text = wholeText(range);
  if (text === undefined) return undefined;
  if (header.test(text)) return token('header', /(?:"([^"]*)"|(\w+))$/u.exec(text)?.slice(1).join('') ?? '');
  const before = range.file.text.slice(0, range.start);
  const line = before.slice(Math.max(0, before.lastIndexOf('\n')));
  const front = keyInFront.exec(line)?.groups;
  const title = pair.exec(before)?.groups?.['title'];
  if (front !== undefined) return token('value', front['quoted'] ?? front['plain'] ?? front['made'] ?? '', title);
  const whole = (block.exec(text) ?? argument.exec(text))?.groups;
  if (whole !== undefined) return token('entry', whole['name'] ?? whole['quoted'] ?? whole['plain'] ?? '');
  return /[[,(?:{]\s*$/u.test(before) || line.trim() === '' ? token('item', '') : undefined;
}

/** In a template that stands as a text in another one; its line breaks may be escapes there. */
export function embeddedTokenAt(range: SourceRange): WrittenToken | undefined {
  const { file, start, end } = range;
  const text = wholeText(range);
  if (text === undefined) return undefined;
  const [before, after] = [file.text.slice(0, start), file.text.slice(end)].map((each) =>
    each.replaceAll(/\\[nrt]/gu, ' '),
  );
  if (/^\\?"?\s*:/u.test(after ?? '')) return token('key', text.replaceAll(/\\?"/gu, ''));
  const front = /(?<name>[\w:.-]+)\\?"?\s*:\s*$/u.exec(before ?? '')?.groups?.['name'];
  // Beside a key that is not looked for here.
  if (front !== undefined) return token('value', front, front === 'Value' ? '' : undefined);
  return /[[,-]\s*$/u.test(before ?? '') ? token('item', '') : undefined;
}

function token(form: WrittenToken['form'], name: string, title?: string): WrittenToken {
  return { form, name, path: [], ...(title !== undefined && { title }) };
}

function wholeText({ file, start, end }: SourceRange): string | undefined {
  const text = file.text.slice(start, end);
  const isWhole = /^[^\s,](?:[^]*[^\s,])?$/u.test(text) && !cutsWord(file.text, start) && !cutsWord(file.text, end);
  return isWhole && isBalanced(text) ? text : undefined;
}

function cutsWord(text: string, at: number): boolean {
  const isEscape = text[at - 2] === '\\';
  return !isEscape && /\w/u.test(text[at - 1] ?? '') && /\w/u.test(text[at] ?? '');
}

/** Brackets outside of texts close again, and so do texts. */
function isBalanced(text: string): boolean {
  const bare = text.replaceAll(
    /<<-?(\w+)\n[^]*?\n\s*\1|(?<!\S)(?:#|\/\/).*|"(?:[^"\\$]|\\.|\$(?!\{)|\$\{[^}]*\})*"/gu,
    '',
  );
  if (bare.replaceAll('\\"', '').includes('"')) return false;
  const open: string[] = [];
  for (const [bracket] of bare.matchAll(/[()[\]{}]/gu)) {
    if ('([{'.includes(bracket)) open.push(bracket);
    else if ('([{'.indexOf(open.pop() ?? ' ') !== ')]}'.indexOf(bracket)) return false;
  }
  return open.length === 0;
}
