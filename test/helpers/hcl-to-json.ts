/**
 * Our syntax tree in the JSON shape of `@cdktf/hcl2json`, so that the two parsers can be compared: blocks nest by their
 * labels, literal values are JSON, and every other expression is its source text in `${…}`.
 */
import { textOf } from '../../src/core/source.ts';
import type {
  Attribute,
  Block,
  Body,
  ConditionalExpression,
  Expression,
  HclFile,
  LiteralExpression,
  TemplateIf,
  TemplateFor,
  TemplatePart,
} from '../../src/loaders/hcl/ast.ts';

export type Json = string | number | boolean | null | Json[] | JsonObject;

/** Without prototype. */
export interface JsonObject {
  [key: string]: Json;
}

/** Undefined where the oracle refuses to convert: blocks of one type with different numbers of labels. */
export function toHcl2Json(file: HclFile): JsonObject | undefined {
  return bodyToJson(file.body);
}

function emptyObject(): JsonObject {
  return Object.create(null) as JsonObject;
}

function bodyToJson(body: Body): JsonObject | undefined {
  const out = emptyObject();
  for (const block of body.blocks) if (!addBlock(out, block)) return undefined;
  for (const attribute of body.attributes) addAttribute(out, attribute);
  return out;
}

function addAttribute(out: JsonObject, attribute: Attribute): void {
  out[attribute.name] = expressionToJson(attribute.value);
}

function addBlock(out: JsonObject, block: Block): boolean {
  let at = out;
  let key = block.type;
  for (const label of block.labels) {
    const inner = (at[key] ??= emptyObject());
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return false;
    at = inner;
    key = label.text.normalize('NFC');
  }
  const list = (at[key] ??= []);
  const body = bodyToJson(block.body);
  if (!Array.isArray(list) || body === undefined) return false;
  list.push(body);
  return true;
}

function expressionToJson(expression: Expression): Json {
  if (expression.kind === 'literal') return expression.value;
  if (expression.kind === 'tuple') return expression.items.map(expressionToJson);
  if (expression.kind === 'unary' && expression.operand.kind === 'literal') {
    return applySign(expression.operator, expression.operand);
  }
  if (expression.kind === 'template') {
    const [only] = expression.parts;
    const isWrapped = expression.parts.length === 1 && only?.kind === 'interpolation';
    return isWrapped ? expressionToJson(only.expression) : templateToText(expression.parts);
  }
  if (expression.kind === 'object') {
    const out = emptyObject();
    for (const item of expression.items) out[keyToText(item.key)] = expressionToJson(item.value);
    return out;
  }
  return sourceOf(expression);
}

function applySign(operator: '-' | '!', operand: LiteralExpression): Json {
  return operator === '!' ? operand.value !== true : -Number(operand.value);
}

/** The oracle takes one closing parenthesis more when one follows. */
function rawSourceOf(expression: Expression): string {
  const { file, start, end } = expression.range;
  return textOf({ file, start, end: file.text.charAt(end) === ')' ? end + 1 : end });
}

function sourceOf(expression: Expression): string {
  return `\${${rawSourceOf(expression)}}`;
}

function templateToText(parts: readonly TemplatePart[]): string {
  return parts.map(partToText).join('');
}

function partToText(part: TemplatePart): string {
  switch (part.kind) {
    case 'text':
      return part.text.normalize('NFC').replaceAll(/[$%](?=\{)/gu, '$&$&');
    case 'interpolation':
      return interpolationToText(part.expression);
    case 'if':
      return ifToText(part);
    case 'for':
      return forToText(part);
  }
}

function interpolationToText(expression: Expression): string {
  if (expression.kind === 'literal') return literalToText(expression);
  if (expression.kind === 'template') return templateToText(expression.parts);
  if (expression.kind === 'conditional') return conditionalToText(expression);
  return sourceOf(expression);
}

function literalToText(literal: LiteralExpression): string {
  const source = textOf(literal.range);
  const isLargeInteger = typeof literal.value === 'number' && /^\d+$/.test(source);
  return isLargeInteger ? BigInt(source).toString() : String(literal.value);
}

/** The oracle prints a conditional inside a string as the directive that means the same. */
function conditionalToText(expression: ConditionalExpression): string {
  const otherwise = interpolationToText(expression.otherwise);
  const elsePart = otherwise === '' ? '' : `%{else}${otherwise}`;
  const condition = rawSourceOf(expression.condition);
  return `%{if ${condition}}${interpolationToText(expression.then)}${elsePart}%{endif}`;
}

function ifToText(part: TemplateIf): string {
  const otherwise = templateToText(part.otherwise);
  const elsePart = otherwise === '' ? '' : `%{else}${otherwise}`;
  return `%{if ${rawSourceOf(part.condition)}}${templateToText(part.then)}${elsePart}%{endif}`;
}

function forToText(part: TemplateFor): string {
  const names = part.keyName === undefined ? part.valueName : `${part.keyName}, ${part.valueName}`;
  return `%{for ${names} in ${rawSourceOf(part.collection)}}${templateToText(part.body)}%{endfor}`;
}

function keyToText(key: Expression): string {
  return isPlainTraversal(key) ? rawSourceOf(key) : interpolationToText(key);
}

/** `a.b["c"][0]`: names and literal indexes only. */
function isPlainTraversal(expression: Expression): boolean {
  if (expression.kind === 'variable') return true;
  if (expression.kind === 'attribute') return isPlainTraversal(expression.target);
  if (expression.kind !== 'index') return false;
  const { index } = expression;
  const isLiteral =
    index.kind === 'literal' || (index.kind === 'template' && index.parts.every((part) => part.kind === 'text'));
  return isLiteral && isPlainTraversal(expression.target);
}
