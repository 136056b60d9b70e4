/** `dynamic` blocks: one block per item of a collection, with the item bound to the iterator's name. */
import { map, type UnknownValue, type Value } from '../../../core/value.ts';
import type { Block, Body } from '../../../loaders/hcl/ast.ts';
import { attributeNamed, blockNamed } from '../../../loaders/terraform/terraform-module.ts';
import { membersOf } from '../expressions/for-expressions.ts';
import { maximumInstances } from '../limits.ts';
import type { Scope } from '../scope.ts';
import { asSecretAs, placedAt } from '../values/places.ts';
import { derived, invalid, isInvalid, keyOf } from '../values/symbols.ts';

/** A body to evaluate in a scope; or unknown: any number of blocks. */
export type GeneratedBlock = { readonly kind: 'block'; readonly content: Body; readonly scope: Scope } | UnknownValue;

/** https://developer.hashicorp.com/terraform/language/expressions/dynamic-blocks */
export function expandDynamic(block: Block, scope: Scope): readonly GeneratedBlock[] {
  const content = blockNamed(block.body, 'content');
  const forEach = attributeNamed(block.body, 'for_each');
  if (content === undefined || forEach === undefined)
    return [invalid('A dynamic block takes for_each and a content block.', block.headerRange)];
  const collection = scope.evaluate(forEach.value);
  const members = isInvalid(collection) ? 'unknown' : membersOf(collection);
  if (members === 'unknown') return [anyNumberOf(collection, block)];
  if (members === undefined)
    return [invalid('This can not be gone through: it is no list, set or map.', forEach.range)];
  if (members.length > maximumInstances) {
    return [scope.run.atLimit(forEach.range, `a dynamic block generates more than ${maximumInstances} blocks`)];
  }
  const iterator = iteratorOf(block);
  return members.map(([key, value]) => {
    const item = map(
      new Map([
        ['key', key],
        ['value', value],
      ]),
    );
    return { kind: 'block', content: content.body, scope: scope.with([[iterator, asSecretAs(item, [collection])]]) };
  });
}

function anyNumberOf(collection: Value, { headerRange }: Block): UnknownValue {
  if (collection.kind === 'unknown') return placedAt(collection, headerRange);
  return derived(`${keyOf(collection)}[*]`, [collection], headerRange);
}

/** The `iterator` argument, a bare name; else the type of the blocks. */
function iteratorOf(block: Block): string {
  const stated = attributeNamed(block.body, 'iterator')?.value;
  return stated?.kind === 'variable' ? stated.name : (block.labels[0]?.text ?? '');
}
