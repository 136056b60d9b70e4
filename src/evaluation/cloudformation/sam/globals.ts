/**
 * The `Globals` section: the properties of a serverless resource in, the same merged with those of its type out.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-template-anatomy-globals.html
 */
import { type MappingEntry, type MappingNode, type TemplateNode, valueOf } from '../../../loaders/template-node.ts';
import type { Scope } from '../scope.ts';
import type { Expansion } from './expansion.ts';
import { isCall, textOfNode } from './nodes.ts';

/**
 * @param type without `AWS::Serverless::`
 * @param ignored the attribute `IgnoreGlobals`: `*`, or a list of properties
 */
export function withGlobals(
  properties: MappingNode,
  type: string,
  ignored: TemplateNode | undefined,
  { globals, scope }: Expansion,
): MappingNode {
  const section = valueOf(globals, type);
  if (section?.kind !== 'mapping' || textOfNode(ignored) === '*') return properties;
  const left = new Set(ignored?.kind === 'sequence' ? ignored.items.map(textOfNode) : []);
  const entries = section.entries.filter(({ key }) => !left.has(key));
  return { ...properties, entries: mergedEntries(entries, properties.entries, scope) };
}

function mergedEntries(
  globals: readonly MappingEntry[],
  own: readonly MappingEntry[],
  scope: Scope,
): readonly MappingEntry[] {
  if (!scope.spend(globals.length + own.length)) return own;
  const byKey = new Map(own.map((entry) => [entry.key, entry]));
  const merged = globals.map((entry) => {
    const local = byKey.get(entry.key);
    byKey.delete(entry.key);
    return local === undefined ? entry : { ...local, value: mergedValue(entry.value, local.value, scope) };
  });
  return [...merged, ...byKey.values()];
}

/** Mappings are merged and lists are joined; everything else, and what a function gives, is replaced. */
function mergedValue(global: TemplateNode, own: TemplateNode, scope: Scope): TemplateNode {
  if (isCall(global) || isCall(own)) return own;
  if (global.kind === 'mapping' && own.kind === 'mapping') {
    return { ...own, entries: mergedEntries(global.entries, own.entries, scope) };
  }
  if (global.kind === 'sequence' && own.kind === 'sequence' && scope.spend(global.items.length + own.items.length)) {
    return { ...own, items: [...global.items, ...own.items] };
  }
  return own;
}
