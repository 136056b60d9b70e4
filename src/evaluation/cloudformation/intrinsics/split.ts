/**
 * `Fn::Split`: text into a list, at each separator.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-split.html
 */
import { list, type ReferenceValue, scalar, type TemplateValue, type Value } from '../../../core/value.ts';
import { type TemplateNode, valueOf } from '../../../loaders/template-node.ts';
import type { Scope } from '../scope.ts';
import { derivedUnknown } from '../symbols.ts';
import { concatenate, isTextual, knownText } from '../text.ts';
import { argumentList, type IntrinsicCall, wrongCall } from './intrinsic.ts';

export function evaluateSplit(call: IntrinsicCall): Value {
  const { range, scope } = call;
  const items = argumentList(call, 2, 2);
  if ('kind' in items) return items;
  const [separatorValue, source] = items.map((item) => scope.evaluate(item));
  const separator = knownText(separatorValue);
  if (separator === '' || !isTextual(separatorValue)) return wrongCall(call, 'Fn::Split takes a separator and a text.');
  if (source === undefined || source.kind === 'list' || source.kind === 'map')
    return wrongCall(call, 'Fn::Split splits a text.');
  const joined = separator === undefined ? undefined : splitReferences(source, separator, call);
  if (joined !== undefined) return joined;
  const text = knownText(source);
  if (text === undefined || separator === undefined)
    return derivedUnknown('Fn::Split', [separatorValue, source], range);
  if (!scope.spend(text.length)) return scope.overLimit(range);
  const parts = text
    .split(separator)
    .map((part) => ({ ...scalar(part, range, source.marks), decidedAt: source.decidedAt }));
  return list(parts, range, source.marks);
}

/**
 * A list of references that was joined to be handed over as one text, as CDK does with the lists that stacks export to each
 * other; undefined where a separator might stand in what is not known.
 */
function splitReferences(source: Value, separator: string, { range, scope }: IntrinsicCall): Value | undefined {
  if (source.kind !== 'template') return undefined;
  const items: Value[][] = [[]];
  for (const part of source.parts) {
    const [first, ...others] = piecesOf(part, separator, source);
    if (first === undefined) return undefined;
    items.at(-1)?.push(first);
    items.push(...others.map((piece) => [piece]));
  }
  return list(
    items.map((pieces) => ({ ...concatenate(pieces, range, scope), decidedAt: source.decidedAt })),
    range,
    source.marks,
  );
}

/** Empty where it isn't known how many there are. */
function piecesOf(part: TemplateValue['parts'][number], separator: string, source: TemplateValue): readonly Value[] {
  if (typeof part === 'string') return part.split(separator).map((text) => scalar(text, source.range, source.marks));
  return part.kind === 'reference' && isWithout(separator, part) ? [part] : [];
}

/** Neither ARNs nor ids, addresses and generated names have a bar in them; names and ids have no comma either. */
function isWithout(separator: string, { attribute }: ReferenceValue): boolean {
  return separator.includes('|') || (separator.includes(',') && /^(?:Ref|\w*Id)$/u.test(attribute));
}

/** The items that stand wholly before the first part of the text that isn't known, whatever that is. */
export function itemsBeforeUnknown(node: TemplateNode, scope: Scope): readonly Value[] {
  const call = valueOf(node, 'Fn::Split');
  if (call?.kind !== 'sequence' || call.items.length !== 2) return [];
  const [separatorValue, source] = call.items.map((item) => scope.evaluate(item));
  const [separator, known] = [knownText(separatorValue), source?.kind === 'template' ? source.parts[0] : undefined];
  if (separator === undefined || separator === '' || typeof known !== 'string' || source === undefined) return [];
  const items = known.split(separator).slice(0, -1);
  return scope.spend(known.length) ? items.map((item) => scalar(item, node.range, source.marks)) : [];
}
