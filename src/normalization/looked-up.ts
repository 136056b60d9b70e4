/**
 * Resources that a data source looks up: what the code asks for is known of them, whatever else they have is not. Some data
 * sources name what they ask for otherwise than the resource does.
 */
import { UnknownLeaf } from '../core/document.ts';
import type { MapValue, Value } from '../core/value.ts';
import type { DeclaredResource } from '../evaluation/declared-resource.ts';
import type { DraftResource } from './draft-resource.ts';
import type { Fields } from './fields.ts';

// https://registry.terraform.io/providers/hashicorp/aws/latest/docs (the page of each data source, "Argument Reference")
const renamed: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map([
  ['aws_acm_certificate', new Map([['domain', 'domain_name']])],
  ['aws_db_instance', new Map([['db_instance_identifier', 'identifier']])],
  ['aws_ecs_cluster', new Map([['cluster_name', 'name']])],
  [
    'aws_ecs_service',
    new Map([
      ['service_name', 'name'],
      ['cluster_arn', 'cluster'],
    ]),
  ],
]);

/** The arguments in the resource's names. */
export function lookedUpAttributes({ sourceType, attributes }: DeclaredResource): MapValue {
  const names = renamed.get(sourceType);
  if (names === undefined) return attributes;
  const entries = [...attributes.entries].map(([name, value]): [string, Value] => [names.get(name) ?? name, value]);
  return { ...attributes, entries: new Map(entries) };
}

/** What the code does not ask for is decided where the resource is declared. */
export function leaveRestOpen(draft: DraftResource, fields: Fields): void {
  const { id, address } = draft.declared;
  for (const property of Object.keys(fields)) {
    if (draft.properties.has(property)) continue;
    const reason = {
      code: 'data-source',
      subject: `${property} of ${address}`,
      cure: 'scan the code that declares it, too',
    } as const;
    draft.properties.set(property, new UnknownLeaf({ key: `${id}/${property}`, reason }));
  }
}
