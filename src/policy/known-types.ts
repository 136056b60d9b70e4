/** The types that policies may judge, from the mapping tables: only these have the same names and defaults in both languages. */
import type { Fields } from '../normalization/fields.ts';
import type { ResourceTable } from '../normalization/resource-table.ts';
import { tables } from '../normalization/tables.ts';

/** Type, or part of one → the names of its properties; undefined where the tables don't list them all. */
export function knownTypes(): ReadonlyMap<string, ReadonlySet<string> | undefined> {
  const types = new Map<string, Set<string> | undefined>();
  for (const table of tables) {
    const names = types.get(table.type) ?? new Set<string>();
    for (const name of propertiesOf(table)) names.add(name);
    // What code completes may have properties that no table lists.
    types.set(table.type, table.adjust === undefined ? names : undefined);
    for (const part of table.parts ?? []) types.set(part.type, membersAt(table.properties, part.at));
  }
  return types;
}

function propertiesOf({ properties, satellites = [], tags }: ResourceTable): readonly string[] {
  const fromSatellites = satellites.flatMap((satellite) => Object.keys(satellite.properties));
  return [...Object.keys(properties), ...fromSatellites, ...(tags === undefined ? [] : [tags.property])];
}

/** The members of the items of the list at a pointer. */
function membersAt(fields: Fields, pointer: string): Set<string> | undefined {
  let members: Fields | undefined = fields;
  for (const name of pointer.split('/').slice(1)) {
    const field: Fields[string] | undefined = members?.[name];
    members = field?.kind === 'object' || field?.kind === 'objects' ? field.members : undefined;
  }
  return members === undefined ? undefined : new Set(Object.keys(members));
}
