/** Quoted texts and heredocs with `${}` and `%{}`: known text, or a template with what is not known inside. */
import { scalar, type ReferenceValue, type UnknownValue, type Value } from '../../../core/value.ts';
import type { SourceRange } from '../../../core/source.ts';
import type { TemplateExpression, TemplateFor, TemplateIf, TemplatePart } from '../../../loaders/hcl/ast.ts';
import { maximumTextLength } from '../limits.ts';
import type { Scope } from '../scope.ts';
import { toBoolean, toText } from '../values/convert.ts';
import { equals } from '../values/equality.ts';
import { asSecretAs, decisivePlace, placedAt, withoutVia } from '../values/places.ts';
import { derived, invalid, isInvalid, keyOf, marksOfAll } from '../values/symbols.ts';
import { loopOver } from './for-expressions.ts';
import { placeKey } from './place-key.ts';

type Part = string | ReferenceValue | UnknownValue;

// What a part that is not known counts in characters, so that their number is bounded, too.
const unknownPartLength = 512;

export function evaluateTemplate(expression: TemplateExpression, scope: Scope): Value {
  const [only, ...others] = expression.parts;
  if (only === undefined) return scalar('', expression.range);
  if (others.length === 0 && only.kind === 'text') return scalar(normalized(only.text), expression.range);
  // A template of one interpolation and nothing else is that value, whatever its type.
  // https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#template-interpolation-unwrapping
  if (others.length === 0 && only.kind === 'interpolation' && !expression.heredoc) {
    return placedAt(scope.evaluate(only.expression), expression.range);
  }
  const builder = new TemplateBuilder(expression.range, scope);
  builder.addParts(expression.parts, scope);
  return builder.result();
}

/** Terraform keeps text in its composed form: https://pkg.go.dev/github.com/zclconf/go-cty/cty#StringVal */
function normalized(text: string): string {
  // Only what stands beyond Latin letters can be part of something composed.
  return /[\u0300-\u{10ffff}]/u.test(text) ? text.normalize('NFC') : text;
}

/** Text joined from values: a scalar when all of them are known, else a template, or what made it invalid. */
export function joinText(values: readonly Value[], range: SourceRange, scope: Scope): Value {
  const builder = new TemplateBuilder(range, scope);
  for (const value of values) builder.addValue(value);
  return builder.result();
}

/** What Terraform would refuse, or what was too large already, is so for the whole text. */
function isContagious({ symbol }: UnknownValue): boolean {
  return symbol.reason.code === 'invalid' || symbol.reason.code === 'limit';
}

class TemplateBuilder {
  readonly #range: SourceRange;
  readonly #scope: Scope;
  readonly #parts: Part[] = [];
  readonly #operands: Value[] = [];
  #failure: UnknownValue | undefined;
  #length = 0;

  constructor(range: SourceRange, scope: Scope) {
    this.#range = range;
    this.#scope = scope;
  }

  addParts(parts: readonly TemplatePart[], scope: Scope): void {
    for (const part of parts) {
      if (this.#failure !== undefined) return;
      if (part.kind === 'text') this.#addText(part.text);
      else if (part.kind === 'interpolation') this.addValue(scope.evaluate(part.expression));
      else if (part.kind === 'if') this.#addIf(part, scope);
      else this.#addFor(part, scope);
    }
  }

  addValue(value: Value): void {
    if (value.kind === 'unknown' && isContagious(value)) {
      this.#failure ??= value;
      return;
    }
    this.#operands.push(value);
    const text = toText(value);
    if (text !== undefined) this.#addText(text);
    else if (value.kind === 'reference') this.#addPart(value);
    else if (value.kind === 'unknown') {
      this.#scope.guard?.doubt(value);
      this.#addPart(value);
    } else if (value.kind === 'template') for (const part of value.parts) this.#addPart(part);
    else this.#failure ??= invalid('A list, a map or null can not stand in a text.', value.range ?? this.#range);
  }

  result(): Value {
    if (this.#failure !== undefined) return this.#failure;
    const [first, ...others] = this.#parts;
    const marks = marksOfAll(this.#operands);
    const decidedAt = decisivePlace(this.#operands);
    if (others.length === 0 && (first === undefined || typeof first === 'string')) {
      const text = { ...scalar(normalized(first ?? ''), this.#range, marks), decidedAt };
      this.#scope.run.spend(text);
      return text;
    }
    return { kind: 'template', parts: this.#parts, range: this.#range, decidedAt, marks };
  }

  #addPart(part: Part): void {
    if (typeof part === 'string') this.#addText(part);
    else if (this.#grow(unknownPartLength)) this.#parts.push(part);
  }

  #addText(text: string): void {
    if (text === '') return;
    if (!this.#grow(text.length)) return;
    const last = this.#parts.at(-1);
    if (typeof last === 'string') this.#parts[this.#parts.length - 1] = last + text;
    else this.#parts.push(text);
  }

  /** Whether the text may become so much longer. */
  #grow(length: number): boolean {
    this.#length += length;
    if (this.#length <= maximumTextLength) return true;
    this.#failure ??= this.#scope.run.atLimit(this.#range, `a text is longer than ${maximumTextLength} characters`);
    return false;
  }

  #addIf(part: TemplateIf, scope: Scope): void {
    const condition = scope.evaluate(part.condition);
    const holds = toBoolean(condition);
    if (holds !== undefined) {
      this.#operands.push(withoutVia(condition));
      this.addParts(holds ? part.then : part.otherwise, scope);
    } else if (isInvalid(condition)) this.addValue(condition);
    else if (condition.kind === 'scalar' || condition.kind === 'list' || condition.kind === 'map') {
      this.#failure ??= invalid('The condition is neither true nor false.', part.condition.range);
    } else {
      scope.guard?.doubt(condition);
      this.addValue(eitherText(part, condition, scope));
    }
  }

  #addFor(part: TemplateFor, scope: Scope): void {
    const collection = scope.evaluate(part.collection);
    const loop = loopOver(collection, part, scope);
    // How often something stands there tells of what is gone through.
    this.#operands.push(asSecretAs(scalar(''), [collection]));
    if (loop.kind === 'turns') for (const turn of loop.turns) this.addParts(part.body, turn.scope);
    else if (loop.kind === 'refused') this.addValue(loop.value);
    else {
      const key = `${placeKey(this.#scope, part.range)}(${keyOf(collection)})`;
      this.addValue(derived(key, [collection]));
    }
  }
}

/** The text that both branches agree on; else unknown. */
function eitherText(part: TemplateIf, condition: Value, scope: Scope): Value {
  const [then, otherwise] = [part.then, part.otherwise].map((parts) => {
    const builder = new TemplateBuilder(part.range, scope);
    builder.addParts(parts, scope);
    return builder.result();
  });
  if (then === undefined || otherwise === undefined) return condition;
  if (isInvalid(then) && scope.guard === undefined) return otherwise;
  if (isInvalid(otherwise) && scope.guard === undefined) return then;
  if (equals(then, otherwise) === 'yes') return asSecretAs(then, [condition, otherwise]);
  const key = `(${keyOf(condition)}?${keyOf(then)}:${keyOf(otherwise)})`;
  return derived(key, [condition, then, otherwise]);
}
