/** `Key=value` texts, as `--parameter-overrides` and `--tags` of AWS's command lines take them. */
import type { SourceRange } from '../core/source.ts';

export interface Override {
  readonly name: string;
  readonly text: string;
  /** Where it is written. */
  readonly range: SourceRange;
}

/**
 * `Key=value` and `ParameterKey=Key,ParameterValue=value`, separated by blanks or in lines; a value with blanks stands in quotes.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-cli-command-reference-sam-deploy.html
 *
 * @param written where the text stands; where its characters are escaped there, an entry is found by its name
 */
export function overridesIn(text: string, written: SourceRange): readonly Override[] {
  const entries = /^[ \t]*#.*$|(?:ParameterKey=)?([\w:.-]+)(?:,ParameterValue)?=("(?:[^"\\]|\\.)*"|'[^']*'|\S*)/gmu;
  return [...text.matchAll(entries)].flatMap((match) => overrideOf(match, written));
}

/** One entry, as an item of a list: its value ends where the text does. */
export function overrideIn(text: string, written: SourceRange): readonly Override[] {
  const match = /^(?:ParameterKey=)?([^=,]+)(?:,ParameterValue)?=(.*)$/su.exec(text);
  return match === null ? [] : overrideOf(match, written);
}

function overrideOf([whole, name, value]: readonly (string | undefined)[], written: SourceRange): readonly Override[] {
  if (whole === undefined || name === undefined || value === undefined) return [];
  return [{ name, text: unquoted(value), range: placeOf(whole, name, written) }];
}

function unquoted(value: string): string {
  const inner = /^(["'])(.*)\1$/su.exec(value)?.[2];
  return inner === undefined ? value : inner.replaceAll(/\\(.)/gsu, '$1');
}

/** The entry where it stands as it is, else its name, else all of the text. */
function placeOf(entry: string, name: string, { file, start, end }: SourceRange): SourceRange {
  const text = file.text.slice(start, end);
  for (const sought of [entry, `${name}=`, name]) {
    const at = text.indexOf(sought);
    if (at !== -1) return { file, start: start + at, end: start + at + sought.length };
  }
  return { file, start, end };
}
