/**
 * Values that generated text can't spell, because they are not known or have places of their own: they are handed to the
 * module as variables of reserved names, and the text refers to these.
 */
import type { SourceRange } from '../../core/source.ts';
import type { UnknownValue, Value } from '../../core/value.ts';
import type { Block } from '../../loaders/hcl/ast.ts';

export class HandedValues {
  readonly #values = new Map<string, Value>();

  /** The expression that stands for a value. */
  expressionFor(value: Value): string {
    const name = `terragrunt-${this.#values.size}`;
    this.#values.set(name, value);
    return `var.${name}`;
  }

  /** An argument for each entry of a map; none where it is not known which there are. */
  linesFor(values: Value): readonly string[] {
    const entries = values.kind === 'map' ? [...values.entries] : [];
    return entries.flatMap(([name, value]) =>
      /^[A-Za-z_][\w-]*$/u.test(name) ? [`${name} = ${this.expressionFor(value)}`] : [],
    );
  }

  get(name: string): Value | undefined {
    return this.#values.get(name);
  }

  /** The blocks that declare them; nothing is stated about their types. */
  variables(range: SourceRange): readonly (readonly [string, Block])[] {
    const body = { attributes: [], blocks: [], range };
    return [...this.#values.keys()].map((name) => [
      name,
      { type: 'variable', labels: [], body, headerRange: range, range },
    ]);
  }
}

/** The text of a generated file; undefined when too little of it is known. */
export function generatedText(contents: Value, handed: HandedValues): string | undefined {
  if (contents.kind === 'scalar') return typeof contents.value === 'string' ? contents.value : undefined;
  if (contents.kind !== 'template') return undefined;
  let text = '';
  for (const part of contents.parts) text += typeof part === 'string' ? part : spelt(part, text, handed);
  // Whether something in a heredoc stands in quotes is not seen by counting them.
  return text.includes('<<') ? undefined : text;
}

/** A part that is not known, as an expression of its own or inside the quotes that it stands in. */
function spelt(part: Exclude<Value, { kind: 'scalar' }> | UnknownValue, before: string, handed: HandedValues): string {
  const line = before.slice(before.lastIndexOf('\n') + 1).replaceAll(/\\./gu, '');
  const isQuoted = line.split('"').length % 2 === 0;
  const expression = handed.expressionFor(part);
  return isQuoted ? `\${${expression}}` : expression;
}
