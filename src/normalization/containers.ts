/**
 * Containers of a task under one set of names: Terraform takes the JSON of the ECS API, whose names begin with small letters.
 * Kept is what a container starts from and reads.
 */
import { documentMap, isDocumentMap, type Document } from '../core/document.ts';
import type { DraftResource } from './draft-resource.ts';
import { childPointer } from './pointer.ts';

const property = 'ContainerDefinitions';

/** Member → the members of its items, for lists of objects. */
const kept: ReadonlyMap<string, readonly string[]> = new Map([
  ['Name', []],
  ['Image', []],
  ['Environment', ['Name', 'Value']],
  ['Secrets', ['Name', 'ValueFrom']],
]);

// https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
export function nameContainers(draft: DraftResource): void {
  const containers = draft.properties.get(property);
  if (!Array.isArray(containers)) return;
  const named = containers.map((each: Document, index) =>
    renamed(draft, each, [...kept.keys()], childPointer(`/${property}`, index)),
  );
  draft.properties.set(property, Object.freeze(named));
}

function renamed(draft: DraftResource, item: Document, names: readonly string[], pointer: string): Document {
  if (!isDocumentMap(item)) return item;
  return documentMap(
    names.map((name) => {
      const small = name.charAt(0).toLowerCase() + name.slice(1);
      const to = childPointer(pointer, name);
      if (item[name] === undefined && item[small] !== undefined) draft.copyNotes(childPointer(pointer, small), to);
      const value = item[name] ?? item[small];
      const members = kept.get(name) ?? [];
      if (members.length === 0 || !Array.isArray(value)) return [name, value] as const;
      const items = value.map((each: Document, index) => renamed(draft, each, members, childPointer(to, index)));
      return [name, Object.freeze(items)] as const;
    }),
  );
}
