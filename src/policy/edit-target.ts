/** What an edit of a policy sets: a property of the subject, or what the language says of the resource as a whole. */
import { parsePath, placePath } from '../conditions/path.ts';
import type { Language } from '../evaluation/deployment.ts';

export type EditTarget = EditedProperty | ResourceAttribute;

export interface EditedProperty {
  readonly kind: 'property';
  /** Below `properties`; of a list of `{ Key, Value }` the last one is a key of it. */
  readonly keys: readonly string[];
}

export interface ResourceAttribute {
  readonly kind: 'resource-attribute';
  /** Only this language has it; in the other one the edit is left out. */
  readonly language: Language;
  /** From the resource inwards. */
  readonly steps: readonly string[];
}

/** By their names below `$.lifecycle`, which are those of the languages. */
const resourceAttributes: ReadonlyMap<string, ResourceAttribute> = new Map([
  ...['DeletionPolicy', 'UpdateReplacePolicy'].map((name) => [name, attributeOf('cloudformation', [name])] as const),
  ...['prevent_destroy', 'create_before_destroy'].map(
    (name) => [name, attributeOf('terraform', ['lifecycle', name])] as const,
  ),
]);

export const resourceAttributeNames: readonly string[] = [...resourceAttributes.keys()];

function attributeOf(language: Language, steps: readonly string[]): ResourceAttribute {
  return { kind: 'resource-attribute', language, steps };
}

/** Undefined for a path that leads to neither. */
export function editTarget(set: string): EditTarget | undefined {
  const path = parsePath(set);
  const place = path?.root.kind === 'current' ? placePath(path) : undefined;
  const [root, ...keys] = place?.keys ?? [];
  const [name = ''] = keys;
  if (root === 'lifecycle') return keys.length === 1 ? resourceAttributes.get(name) : undefined;
  return root === 'properties' && keys.length > 0 ? { kind: 'property', keys } : undefined;
}
