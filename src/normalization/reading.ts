/** One pass over the attributes of a resource, or of a satellite that is folded into it. */
import type { MapValue } from '../core/value.ts';
import type { DeclaredResource } from '../evaluation/declared-resource.ts';
import type { DraftResource } from './draft-resource.ts';
import type { Fields } from './fields.ts';
import { pascalCase, type Dialect, type Scope } from './locate.ts';
import { wholeDocument } from './pointer.ts';
import type { Notes } from './to-document.ts';

export interface Reading extends Notes {
  readonly draft: DraftResource;
  /** Whose attributes are read. */
  readonly from: DeclaredResource;
  /** Its attributes, in the shape that the fields expect. */
  readonly attributes: MapValue;
  readonly dialect: Dialect;
  /** The table's top-level fields. */
  readonly fields: Fields;
  /** Looked-up resources have no defaults: what is not written there is simply not known. */
  readonly withDefaults: boolean;
}

export function startReading(
  draft: DraftResource,
  from: DeclaredResource,
  fields: Fields,
  attributes: MapValue = from.attributes,
): Reading {
  const dialect = dialectOf(from);
  return {
    draft,
    from,
    attributes,
    dialect,
    fields,
    withDefaults: from.kind !== 'data',
    spend: () => draft.spend(),
    written: (place, value) => draft.noteWritten(place, value, from),
    propertyName: dialect === 'awscc' ? pascalCase : (key) => key,
  };
}

/** The attributes of the resource that is read, as the scope of its top-level fields. */
export function topScope(reading: Reading): Scope {
  return { value: reading.attributes, place: wholeDocument };
}

export function dialectOf(resource: DeclaredResource): Dialect {
  if (resource.language === 'cloudformation') return 'cloudFormation';
  return resource.sourceType.startsWith('awscc_') ? 'awscc' : 'terraform';
}
