/**
 * From a property that names another resource to that resource: by reference, by ARN, or by name. References are certain;
 * a name is certain only where Region and account agree. What nothing declares becomes an external node.
 */
import { ReferenceLeaf, TemplateLeaf, UnknownLeaf, type Document } from '../../core/document.ts';
import { and, type Truth } from '../../core/truth.ts';
import { arnForm, nameProperty } from '../../normalization/identity-of.ts';
import { linksAt, propertyAt, type DraftNode } from '../draft.ts';
import type { GraphContext, RelationEnd } from '../graph-context.ts';
import { nameInArn, parseArn, type Arn } from './arn.ts';
import { identityKey, same } from './same.ts';

/** The resources of these types that the property at a pointer names: of one value, so several only when it is ambiguous. */
export function resolve(
  context: GraphContext,
  from: DraftNode,
  pointer: string,
  types: readonly string[],
): readonly RelationEnd[] {
  const linked = linksAt(from, pointer)
    .map((link) => context.get(link.to))
    .filter((node) => node !== undefined)
    .filter((node) => types.includes(node.type));
  if (linked.length > 0) return linked.map((node) => ({ node, certain: true }));
  const value = propertyAt(from, pointer);
  if (value === undefined || value === null) return [];
  return resolveValue(context, from, value, types);
}

/** As `resolve`, for a value that no reference led to. */
export function resolveValue(
  context: GraphContext,
  from: DraftNode,
  value: Document,
  types: readonly string[],
): readonly RelationEnd[] {
  const arn = parseArn(value);
  if (arn !== undefined) return resolveArn(context, value, arn, types);
  if (typeof value === 'string') return resolveName(context, from, value, types);
  const type = types[0] ?? '';
  return [{ node: context.external(printKey(value), type, unknownPlace(from, value, type)), certain: true }];
}

function resolveArn(
  context: GraphContext,
  value: Document,
  arn: Arn,
  types: readonly string[],
): readonly RelationEnd[] {
  let type = types[0] ?? '';
  const ends: RelationEnd[] = [];
  for (const candidateType of types) {
    const form = arnForm(candidateType);
    const name = form === undefined || form.service !== arn.service ? undefined : nameInArn(arn, form.prefix);
    if (form === undefined || name === undefined) continue;
    type = candidateType;
    for (const candidate of context.ofType(candidateType)) {
      const agrees = form.regional
        ? and(sameName(candidate, name), same(candidate.region, arn.region), same(candidate.account, arn.account))
        : sameName(candidate, name);
      if (agrees === 'yes') return [{ node: candidate, certain: true }];
      if (agrees === 'unknown' && sameName(candidate, name) === 'yes') ends.push(possibly(candidate));
    }
  }
  const form = arnForm(type);
  const place = {
    region: arn.region ?? (form?.regional === false ? regionOfName(value) : undefined),
    account: arn.account,
  };
  return [{ node: context.external(printKey(value), type, place), certain: ends.length === 0 }, ...ends];
}

function resolveName(
  context: GraphContext,
  from: DraftNode,
  name: string,
  types: readonly string[],
): readonly RelationEnd[] {
  const ends: RelationEnd[] = [];
  for (const type of types) {
    for (const candidate of context.ofType(type)) {
      if (sameName(candidate, name) !== 'yes') continue;
      const agrees = hasGlobalName(type)
        ? 'yes'
        : and(same(candidate.region, from.region), same(candidate.account, from.account));
      if (agrees === 'yes') return [{ node: candidate, certain: true }];
      if (agrees === 'unknown') ends.push(possibly(candidate));
    }
  }
  if (ends.length > 0) return ends;
  const type = types[0] ?? '';
  const place = hasGlobalName(type)
    ? { region: regionOfName(name), account: from.account }
    : { region: from.region, account: from.account };
  return [{ node: context.external(name, type, place), certain: true }];
}

/** Bucket names are unique over all Regions and accounts. https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
function hasGlobalName(type: string): boolean {
  return type === 'AWS::S3::Bucket';
}

function sameName(candidate: DraftNode, name: Document): Truth {
  const property = nameProperty(candidate.type);
  const own = property === undefined ? undefined : propertyAt(candidate, `/${property}`);
  return own === undefined ? 'no' : same(own, name);
}

function possibly(node: DraftNode): RelationEnd {
  return { node, certain: false, because: `it has the name of ${node.address}, whose Region or account is not known` };
}

/** Where a target lies of which only an opaque value is known: nowhere that could be told. */
function unknownPlace(
  from: DraftNode,
  value: Document,
  type: string,
): { readonly region: Document | undefined; readonly account: Document | undefined } {
  const region = regionOfName(value);
  const form = arnForm(type);
  return { region: form === undefined && from.region === undefined ? undefined : region, account: regionOfName(value) };
}

/** The Region of something of which only a name or an opaque value is known. */
export function regionOfName(value: Document): UnknownLeaf {
  const subject = subjectOf(value);
  return new UnknownLeaf({
    key: `region of ${printKey(value)}`,
    reason: {
      code: 'derived',
      subject: `the Region of ${subject}`,
      cure: 'scan the code that declares it, too, or write its ARN with the Region',
    },
  });
}

function subjectOf(value: Document): string {
  if (typeof value === 'string') return value;
  if (value instanceof UnknownLeaf) return value.symbol().reason.subject;
  if (value instanceof ReferenceLeaf) return value.value().text;
  if (value instanceof TemplateLeaf) {
    return value
      .value()
      .parts.map((part) => {
        if (typeof part === 'string') return part;
        return `\${${part.kind === 'unknown' ? part.symbol.reason.subject : part.text}}`;
      })
      .join('');
  }
  return 'the target';
}

/** A name for the external node: equal for values that are certainly equal. */
function printKey(value: Document): string {
  return typeof value === 'string' ? value : (identityKey(value) ?? 'unknown');
}
