/** JSON as the AWS provider prints policies: keys in the given order, indented by two, what is not known between quotes. */
import { assertNever } from '../../../core/assert-never.ts';
import { joinMarks, scalar, type TemplateValue, type Value } from '../../../core/value.ts';
import { summaryOf } from '../values/summary.ts';

type Part = TemplateValue['parts'][number];

/** Text where all of the value is known, else a template with the unknown in its place. */
export function printPolicy(value: Value, isIndented: boolean): Value {
  const parts: Part[] = [];
  print(value, isIndented ? '\n' : '', (part) => {
    const last = parts.at(-1);
    if (typeof part === 'string' && typeof last === 'string') parts[parts.length - 1] = last + part;
    else parts.push(part);
  });
  const { marks } = summaryOf(value);
  const texts = parts.filter((part) => typeof part === 'string');
  if (texts.length === parts.length) return scalar(texts.join(''), undefined, marks);
  const partMarks = joinMarks([{ marks }, ...parts.filter((part) => typeof part !== 'string')]);
  return { kind: 'template', parts, range: undefined, decidedAt: undefined, marks: partMarks };
}

/** @param newLine what starts a line at this depth: a line break and the indentation; empty for text without spaces */
function print(value: Value, newLine: string, write: (part: Part) => void): void {
  switch (value.kind) {
    case 'scalar':
      write(escaped(JSON.stringify(value.value)));
      return;
    case 'reference':
    case 'unknown':
      for (const part of ['"', value, '"']) write(part);
      return;
    case 'template':
      write('"');
      for (const part of value.parts)
        write(typeof part === 'string' ? escaped(JSON.stringify(part)).slice(1, -1) : part);
      write('"');
      return;
    case 'list':
      printMembers(
        ['[', ']'],
        value.items.map((item) => ['', item] as const),
        newLine,
        write,
      );
      return;
    case 'map': {
      const colon = newLine === '' ? ':' : ': ';
      const members = [...value.entries].map(
        ([key, member]) => [escaped(JSON.stringify(key)) + colon, member] as const,
      );
      printMembers(['{', '}'], members, newLine, write);
      return;
    }
    default:
      assertNever(value);
  }
}

function printMembers(
  [open, close]: readonly [string, string],
  members: readonly (readonly [string, Value])[],
  newLine: string,
  write: (part: Part) => void,
): void {
  const inner = newLine === '' ? '' : `${newLine}  `;
  write(open);
  for (const [index, [key, member]] of members.entries()) {
    write(`${index === 0 ? '' : ','}${inner}${key}`);
    print(member, inner, write);
  }
  write(`${members.length === 0 ? '' : newLine}${close}`);
}

/** As Go writes JSON. https://pkg.go.dev/encoding/json#HTMLEscape */
function escaped(json: string): string {
  return json.replace(/[<>&\u2028\u2029]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `\\u${code.toString(16).padStart(4, '0')}`;
  });
}
