/** Bodies of blocks: arguments evaluated, and every nested block an item of the list of its type. */
import { list, map, scalar, unknown, type MapValue, type UnknownValue, type Value } from '../../../core/value.ts';
import type { Block, Body } from '../../../loaders/hcl/ast.ts';
import { expandDynamic } from './dynamic-blocks.ts';
import type { Scope } from '../scope.ts';
import { BlockEntries } from '../values/block-entries.ts';
import { isNull } from '../values/convert.ts';

/** The arguments and nested blocks of a body by name; null arguments leave no entry. */
export function evaluateBody(body: Body, scope: Scope): Map<string, Value> {
  const entries = new BlockEntries();
  // The null of a model says that the module never sets it; what a model does not say is not known.
  const keepsNull = scope.module.model !== undefined;
  for (const attribute of body.attributes) {
    const value = scope.evaluate(attribute.value);
    if (keepsNull || !isNull(value)) entries.set(attribute.name, value);
  }
  for (const type of blockTypesOf(body)) {
    const blocks = evaluateBlocks(body, type, scope);
    if (blocks !== undefined) entries.set(type, blocks);
    else if (keepsNull) entries.set(type, scalar(null));
  }
  for (const name of body.unread ?? []) entries.set(name, unreadArgument(name, body));
  return entries;
}

/** An argument that stands there but could not be read: no default may be taken in its place. */
export function unreadArgument(name: string, { range }: Body): UnknownValue {
  const subject = `${name}, which could not be read`;
  return unknown(
    `${range.file.path}:${range.start} ${name}`,
    { code: 'unread', subject, cure: 'correct its syntax' },
    range,
  );
}

/** The types of the blocks in a body, those that `dynamic` generates included. */
export function blockTypesOf(body: Body): readonly string[] {
  return [...new Set(body.blocks.map((block) => generatedType(block)))];
}

/** All blocks of one type as a list of maps; undefined when there is none. An unknown item stands for any number of blocks. */
export function evaluateBlocks(body: Body, type: string, scope: Scope): Value | undefined {
  const items: (MapValue | UnknownValue)[] = [];
  let first: Block | undefined;
  for (const block of body.blocks) {
    if (generatedType(block) !== type) continue;
    first ??= block;
    if (block.type === 'dynamic') {
      for (const part of expandDynamic(block, scope)) {
        items.push(part.kind === 'unknown' ? part : contentOf(part.content, block, part.scope));
      }
    } else items.push(contentOf(block.body, block, scope));
  }
  return items.length === 0 || first === undefined ? undefined : list(items, first.headerRange);
}

function generatedType(block: Block): string {
  return block.type === 'dynamic' ? (block.labels[0]?.text ?? '') : block.type;
}

/** A label (`backend "s3"`, `provisioner "local-exec"`) stands as `type`. */
function contentOf(body: Body, { headerRange, type, labels }: Block, scope: Scope): MapValue {
  const entries = evaluateBody(body, scope);
  const label = type === 'dynamic' ? undefined : labels[0];
  if (label !== undefined && !entries.has('type')) entries.set('type', scalar(label.text, label.range));
  return map(entries, headerRange);
}
