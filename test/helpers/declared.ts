/** Declared resources made by hand: plain data becomes values whose ranges lie in a source text of one line per value. */
import { nodeId, type NodeId } from '../../src/core/ids.ts';
import { SourceFile, type SourceRange } from '../../src/core/source.ts';
import {
  list,
  map,
  noMarks,
  scalar,
  unknown,
  type Marks,
  type ReferenceValue,
  type TemplateValue,
  type UnknownReason,
  type UnknownValue,
  type Value,
} from '../../src/core/value.ts';
import { noLifecycle, type DeclaredResource } from '../../src/evaluation/declared-resource.ts';
import type { Language } from '../../src/evaluation/deployment.ts';

/** Plain data, with ready-made values anywhere in it. */
export type Plain = string | number | boolean | null | Value | readonly Plain[] | { readonly [key: string]: Plain };

export interface Given extends Partial<Omit<DeclaredResource, 'attributes' | 'region' | 'defaultTags'>> {
  readonly region?: string | Value;
  readonly defaultTags?: Plain;
}

/** A Terraform resource in the root module `infra`. */
export function terraform(address: string, attributes: Record<string, Plain>, given: Given = {}): DeclaredResource {
  return declare('terraform', address, address.split('.').at(-2) ?? address, { attributes, given });
}

/** A resource of the template `stack.yaml`. */
export function cloudFormation(
  logicalId: string,
  type: string,
  properties: Record<string, Plain>,
  given: Given = {},
): DeclaredResource {
  return declare('cloudformation', logicalId, type, { attributes: properties, given });
}

interface Written {
  readonly attributes: Record<string, Plain>;
  readonly given: Given;
}

function declare(language: Language, address: string, sourceType: string, written: Written): DeclaredResource {
  const { region = 'us-east-1', defaultTags, ...given } = written.given;
  const deployment = given.deployment ?? (language === 'terraform' ? 'infra' : 'stack.yaml');
  const lines = [address];
  writeLines(written.attributes, '', lines);
  const file = new SourceFile(`${deployment}/${address}`, lines.join('\n'));
  const attributes = toValue(written.attributes, '', file);
  if (attributes.kind !== 'map') throw new Error('attributes must be a map');
  return {
    kind: 'resource',
    id: nodeId(deployment, address),
    deployment,
    language,
    address,
    anchor: address.replaceAll(/\[[^\]]*\]/gu, ''),
    sourceType,
    exists: 'yes',
    existsBecause: undefined,
    lifecycle: noLifecycle,
    account: undefined,
    scope: `${deployment} default`,
    header: { file, start: 0, end: address.length },
    block: { file, start: 0, end: file.text.length },
    calls: [],
    dependsOn: [],
    ...given,
    attributes,
    region: typeof region === 'string' ? scalar(region) : region,
    defaultTags: defaultTags === undefined ? undefined : toValue(defaultTags, 'default_tags', file),
  };
}

function writeLines(plain: Plain, path: string, lines: string[]): void {
  if (path !== '') lines.push(`${path} = ${isScalar(plain) ? JSON.stringify(plain) : '…'}`);
  if (isScalar(plain) || isValue(plain)) return;
  for (const [key, member] of Object.entries(plain)) writeLines(member, path === '' ? key : `${path}.${key}`, lines);
}

function toValue(plain: Plain, path: string, file: SourceFile): Value {
  const range = rangeOf(path, file);
  if (isScalar(plain)) return scalar(plain, range);
  if (isValue(plain)) return { ...plain, range: plain.range ?? range };
  const below = (key: string | number): string => (path === '' ? String(key) : `${path}.${key}`);
  if (Array.isArray(plain))
    return list(
      plain.map((item: Plain, index) => toValue(item, below(index), file)),
      range,
    );
  const entries = Object.entries(plain).map(
    ([key, member]: [string, Plain]) => [key, toValue(member, below(key), file)] as const,
  );
  return map(new Map(entries), range);
}

function rangeOf(path: string, file: SourceFile): SourceRange | undefined {
  const start = file.text.indexOf(`\n${path} = `) + 1;
  if (path === '' || start === 0) return undefined;
  const end = file.text.indexOf('\n', start);
  return { file, start, end: end === -1 ? file.text.length : end };
}

function isScalar(plain: Plain): plain is string | number | boolean | null {
  return plain === null || typeof plain !== 'object';
}

function isValue(plain: Plain): plain is Value {
  return typeof plain === 'object' && plain !== null && 'kind' in plain && 'marks' in plain;
}

/** `aws_s3_bucket.orders.id`: an attribute that only AWS can tell. */
export function reference(to: DeclaredResource | NodeId, attribute: string): ReferenceValue {
  const resource = typeof to === 'string' ? to : to.id;
  const text = `${resource.slice(resource.indexOf('#') + 1)}.${attribute}`;
  return { kind: 'reference', resource, attribute, text, range: undefined, decidedAt: undefined, marks: noMarks };
}

/** A variable or parameter without a value. */
export function input(name: string, code: UnknownReason['code'] = 'input'): UnknownValue {
  return unknown(`infra:${name}`, { code, subject: name, cure: `give ${name} a value` });
}

export function template(...parts: TemplateValue['parts']): TemplateValue {
  return { kind: 'template', parts, range: undefined, decidedAt: undefined, marks: noMarks };
}

/** A literal that came through attributes of other resources. */
export function through(text: string, ...via: readonly DeclaredResource[]): Value {
  return marked(text, { via: via.map(({ id }) => id) });
}

export function marked(plain: string | number | boolean, marks: Partial<Marks>): Value {
  return scalar(plain, undefined, { ...noMarks, ...marks });
}
