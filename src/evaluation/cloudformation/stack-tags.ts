/**
 * The tags of a stack that a resource deploys: those of the stack around it and its own, which are stronger. CloudFormation gives
 * them to what the stack declares.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-resource-tags.html
 */
import { map, type MapValue, type Value } from '../../core/value.ts';
import { valueOf } from '../../loaders/template-node.ts';
import type { Scope, TemplateResource } from './scope.ts';
import { derivedUnknown } from './symbols.ts';
import { knownText } from './text.ts';

export function tagsOfStack({ node, header }: TemplateResource, outer: Scope): MapValue | undefined {
  const section = valueOf(valueOf(node, 'Properties'), 'Tags');
  const stated = section === undefined ? undefined : outer.evaluate(section);
  if (stated === undefined) return outer.tags;
  const { known, unread } = readTags(stated);
  const range = stated.range ?? header;
  if (unread.length === 0) return { ...outer.tags, ...map(new Map([...(outer.tags?.entries ?? []), ...known]), range) };
  // A tag whose key isn't known may replace one of the stack around.
  return { ...map(known, range), rest: derivedUnknown('Tags', unread, range).symbol };
}

/** Key → value, and what is not known to be a tag with a key. */
function readTags(stated: Value): { readonly known: ReadonlyMap<string, Value>; readonly unread: readonly Value[] } {
  const known = new Map<string, Value>();
  if (stated.kind !== 'list') return { known, unread: [stated] };
  const unread: Value[] = [];
  for (const tag of stated.items) {
    const [key, value] = tag.kind === 'map' ? [knownText(tag.entries.get('Key')), tag.entries.get('Value')] : [];
    if (key !== undefined && value !== undefined) known.set(key, value);
    else unread.push(tag);
  }
  return { known, unread };
}
