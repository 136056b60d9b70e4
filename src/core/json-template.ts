/**
 * JSON text with references or unknowns in it (`jsonencode` of an ARN, a heredoc with interpolations) as the data that it
 * stands for, so that what is known of a policy can be read and what is not known stays where it is.
 */
import { noMarks, unknown, type Marks, type Scalar, type TemplateValue, type Value } from './value.ts';

type Hole = Exclude<TemplateValue['parts'][number], string>;

/** Private-use characters stand for the holes while the text is parsed. */
const opening = '\uE000';
const closing = '\uE001';
const hole = /\uE000(\d+)\uE001/u;

/** The data in a text; undefined when it is no JSON object or list, whatever its holes stand for. */
export function jsonIn(value: Value): Value | undefined {
  if (value.kind === 'template') return jsonInTemplate(value);
  if (value.kind !== 'scalar' || typeof value.value !== 'string') return undefined;
  return jsonInTemplate({ ...value, kind: 'template', parts: [value.value] });
}

function jsonInTemplate(template: TemplateValue): Value | undefined {
  const holes: Hole[] = [];
  const text = textWithHoles(template, holes);
  if (text === undefined || !/^\s*[[{]/u.test(text)) return undefined;
  try {
    const data: unknown = JSON.parse(text);
    return new Filler(template, holes).valueOf(data);
  } catch {
    return undefined;
  }
}

/** A hole within quotes is a piece of a text, one outside is a whole value. */
function textWithHoles({ parts }: TemplateValue, holes: Hole[]): string | undefined {
  let text = '';
  let isQuoted = false;
  for (const part of parts) {
    if (typeof part === 'string') {
      if (part.includes(opening)) return undefined;
      isQuoted = endsQuoted(part, isQuoted);
      text += part;
      continue;
    }
    const stand = `${opening}${holes.length}${closing}`;
    text += isQuoted ? stand : `"${stand}"`;
    holes.push(part);
  }
  return text;
}

function endsQuoted(text: string, startsQuoted: boolean): boolean {
  const quotes = text.replaceAll(/\\./gsu, '').split('"').length - 1;
  return quotes % 2 === 0 ? startsQuoted : !startsQuoted;
}

class Filler {
  readonly #template: TemplateValue;
  readonly #holes: readonly Hole[];
  readonly #marks: Marks;

  constructor(template: TemplateValue, holes: readonly Hole[]) {
    this.#template = template;
    this.#holes = holes;
    this.#marks = { ...noMarks, perDeployment: template.marks.perDeployment };
  }

  valueOf(data: unknown): Value {
    if (typeof data === 'string') return this.#text(data);
    if (Array.isArray(data)) {
      return { kind: 'list', set: false, items: data.map((item: unknown) => this.valueOf(item)), ...this.#common() };
    }
    if (typeof data === 'object' && data !== null) return this.#object(Object.entries(data));
    return this.#scalar(typeof data === 'number' || typeof data === 'boolean' ? data : null);
  }

  #object(members: readonly (readonly [string, unknown])[]): Value {
    const named = members.find(([key]) => hole.test(key));
    if (named !== undefined) {
      const subject = `a key in ${this.#holes.map((each) => subjectOf(each)).join(', ')}`;
      const key = `key(${this.#holes.map((each) => keyOf(each)).join()})${named[0]}`;
      return unknown(key, { code: 'derived', subject, cure: '' }, this.#template.range);
    }
    const entries = new Map(members.map(([key, member]) => [key, this.valueOf(member)]));
    return { kind: 'map', entries, ...this.#common() };
  }

  #text(text: string): Value {
    const parts: TemplateValue['parts'][number][] = [];
    for (const [index, piece] of text.split(hole).entries()) {
      const filled = index % 2 === 0 ? piece : (this.#holes[Number(piece)] ?? '');
      if (filled !== '') parts.push(filled);
    }
    const [only] = parts;
    if (parts.every((part) => typeof part === 'string')) return this.#scalar(text);
    if (parts.length > 1 || only === undefined || typeof only === 'string')
      return { kind: 'template', parts, ...this.#common() };
    return { ...only, range: this.#template.range, decidedAt: this.#template.decidedAt };
  }

  #scalar(value: Scalar): Value {
    return { kind: 'scalar', value, ...this.#common() };
  }

  #common(): Pick<TemplateValue, 'range' | 'decidedAt' | 'marks'> {
    return { range: this.#template.range, decidedAt: this.#template.decidedAt, marks: this.#marks };
  }
}

function subjectOf(part: Hole): string {
  return part.kind === 'unknown' ? part.symbol.reason.subject : part.text;
}

function keyOf(part: Hole): string {
  return part.kind === 'unknown' ? part.symbol.key : `${part.resource}.${part.attribute}`;
}
