/**
 * What a parameter's declaration allows: a value in, why CloudFormation would refuse it out.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html
 */
import { RE2JS } from 're2js';
import { inWords, printText } from '../../core/print.ts';
import type { Value } from '../../core/value.ts';
import { type TemplateNode, valueOf } from '../../loaders/template-node.ts';
import { literalValue } from './literals.ts';
import { knownText } from './text.ts';

/** Allowed values that are named. */
const namedValues = 8;
/** Patterns are a stranger's, and their compiled form may be much larger than they are. */
const longestPattern = 1_000;

/** What is wrong with it, as the rest of a sentence; undefined where it is allowed, or not known well enough to say. */
export function refusalOf(declaration: TemplateNode, value: Value): string | undefined {
  const type = textOf(valueOf(declaration, 'Type')) ?? 'String';
  for (const text of itemsOf(value, type)) {
    const refusal = refusalOfText(declaration, text, type);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

/** Constraints hold for each item of a list. */
function itemsOf(value: Value, type: string): readonly string[] {
  const isList = type === 'CommaDelimitedList' || type.startsWith('List<');
  if (value.kind === 'list') return isList ? value.items.flatMap((item) => knownText(item) ?? []) : [];
  const text = knownText(value);
  // What is looked up when the stack is deployed is not known.
  if (text === undefined || text.includes('{{resolve:')) return [];
  return isList ? text.split(',').map((item) => item.trim()) : [text];
}

function refusalOfText(declaration: TemplateNode, text: string, type: string): string | undefined {
  if (/^(?:Number|List<Number>)$/u.test(type) && !isNumber(text)) return `is no number, as its type ${type} asks for`;
  return (
    refusalByValues(declaration, text) ?? refusalBySize(declaration, text, type) ?? refusalByPattern(declaration, text)
  );
}

function isNumber(text: string): boolean {
  return text.trim() !== '' && Number.isFinite(Number(text));
}

function refusalByValues(declaration: TemplateNode, text: string): string | undefined {
  const allowed = valueOf(declaration, 'AllowedValues');
  if (allowed?.kind !== 'sequence' || allowed.items.length === 0) return undefined;
  const texts = allowed.items.map((item) => knownText(literalValue(item)));
  // An item that is no text, such as a call of a macro, could be anything.
  if (texts.includes(undefined)) return undefined;
  const isAllowed = allowed.items.some(
    (item, index) => texts[index] === text || textOf(item) === text || areOneNumber(texts[index], text),
  );
  if (isAllowed) return undefined;
  const named = texts.slice(0, namedValues).map((each) => printText(each ?? ''));
  return `is none of its allowed values ${inWords(named, texts.length)}`;
}

function areOneNumber(one: string | undefined, other: string): boolean {
  return one !== undefined && isNumber(one) && isNumber(other) && Number(one) === Number(other);
}

function refusalBySize(declaration: TemplateNode, text: string, type: string): string | undefined {
  const bound = (key: string): number | undefined => {
    const written = textOf(valueOf(declaration, key));
    return written !== undefined && isNumber(written) ? Number(written) : undefined;
  };
  if (type === 'Number') {
    const [least, most] = [bound('MinValue'), bound('MaxValue')];
    if (least !== undefined && Number(text) < least) return `is less than its MinValue of ${least}`;
    return most !== undefined && Number(text) > most ? `is more than its MaxValue of ${most}` : undefined;
  }
  const [least, most] = [bound('MinLength'), bound('MaxLength')];
  if (least !== undefined && text.length < least) return `is shorter than its MinLength of ${least}`;
  return most !== undefined && text.length > most ? `is longer than its MaxLength of ${most}` : undefined;
}

/** The whole value must match. What RE2 can't read of Java's patterns is not checked. */
function refusalByPattern(declaration: TemplateNode, text: string): string | undefined {
  const source = textOf(valueOf(declaration, 'AllowedPattern'));
  if (source === undefined || source.length > longestPattern) return undefined;
  let pattern: RE2JS;
  try {
    pattern = RE2JS.compile(source);
  } catch {
    return undefined;
  }
  return pattern.matches(text) ? undefined : `does not match its AllowedPattern ${printText(source)}`;
}

function textOf(node: TemplateNode | undefined): string | undefined {
  return node?.kind === 'scalar' && node.value !== null ? node.source : undefined;
}
