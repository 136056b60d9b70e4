/**
 * Amazon Resource Names: `arn:partition:service:region:account:resource`. Fields may be opaque, as in
 * `arn:aws:backup:${var.region}:…`.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
 */
import { TemplateLeaf, UnknownLeaf, ReferenceLeaf, type Document } from '../../core/document.ts';
import type { ReferenceValue, UnknownValue } from '../../core/value.ts';

export interface Arn {
  readonly partition: Document;
  readonly service: Document;
  /** Undefined when empty: the resource has no Region in its name. */
  readonly region: Document | undefined;
  readonly account: Document | undefined;
  /** Everything after the fifth colon: `backup-vault:dr`, `table/orders`. */
  readonly resource: Document;
}

/** The ARN in a text or template; undefined when it is none, or when its fields can't be told apart. */
export function parseArn(value: Document | undefined): Arn | undefined {
  const fields = fieldsOf(value);
  if (fields === undefined || fields.length < 6 || fields[0] !== 'arn') return undefined;
  const [, partition = '', service = '', region = '', account = '', ...rest] = fields;
  return {
    partition,
    service,
    region: region === '' ? undefined : region,
    account: account === '' ? undefined : account,
    resource: joinFields(rest),
  };
}

/** What follows the prefix in an ARN's resource (`backup-vault:` in `backup-vault:dr`); undefined when it doesn't start so. */
export function nameInArn(arn: Arn, prefix: string): Document | undefined {
  // Without a prefix all of it is the name, however little is known of that.
  if (prefix === '') return arn.resource;
  if (typeof arn.resource === 'string') {
    return arn.resource.startsWith(prefix) ? arn.resource.slice(prefix.length) : undefined;
  }
  if (!(arn.resource instanceof TemplateLeaf)) return undefined;
  const [first, ...rest] = arn.resource.value().parts;
  if (typeof first !== 'string' || !first.startsWith(prefix)) return undefined;
  return documentOfParts([first.slice(prefix.length), ...rest]);
}

type Part = string | ReferenceValue | UnknownValue;

/** Splits at the colons of the known text; an opaque part belongs wholly to the field it stands in. */
function fieldsOf(value: Document | undefined): readonly Document[] | undefined {
  if (typeof value === 'string') return value.startsWith('arn:') ? value.split(':') : undefined;
  if (!(value instanceof TemplateLeaf)) return undefined;
  const fields: Part[][] = [[]];
  for (const part of value.value().parts) {
    if (typeof part !== 'string') {
      fields.at(-1)?.push(part);
      continue;
    }
    const [first = '', ...rest] = part.split(':');
    fields.at(-1)?.push(first);
    for (const piece of rest) fields.push([piece]);
  }
  return fields.map((parts) => documentOfParts(parts));
}

function joinFields(fields: readonly Document[]): Document {
  const parts: Part[] = [];
  for (const [index, field] of fields.entries()) {
    if (index > 0) parts.push(':');
    if (typeof field === 'string') parts.push(field);
    else if (field instanceof TemplateLeaf) parts.push(...field.value().parts);
    else if (field instanceof ReferenceLeaf) parts.push(field.value());
    else if (field instanceof UnknownLeaf) parts.push(unknownPart(field));
  }
  return documentOfParts(parts);
}

function documentOfParts(parts: readonly Part[]): Document {
  const merged: Part[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if (part === '') continue;
    if (typeof part === 'string' && typeof last === 'string') merged[merged.length - 1] = last + part;
    else merged.push(part);
  }
  const [only, ...more] = merged;
  if (only === undefined) return '';
  if (more.length > 0) return new TemplateLeaf({ kind: 'template', parts: merged, ...placeless });
  if (typeof only === 'string') return only;
  return only.kind === 'unknown' ? new UnknownLeaf(only.symbol) : new ReferenceLeaf(only);
}

const placeless = {
  range: undefined,
  decidedAt: undefined,
  marks: { sensitive: false, via: [], perDeployment: false },
} as const;

function unknownPart(leaf: UnknownLeaf): UnknownValue {
  return { kind: 'unknown', symbol: leaf.symbol(), ...placeless };
}
