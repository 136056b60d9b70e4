/** What a block depends on: the resources its values refer to or came through, and those its expressions and `depends_on` name. */
import { assertNever } from '../../../core/assert-never.ts';
import type { NodeId } from '../../../core/ids.ts';
import type { Value } from '../../../core/value.ts';
import type { Body } from '../../../loaders/hcl/ast.ts';
import { resourceNamesIn } from '../../../loaders/terraform/names-in.ts';
import { attributeNamed, type TerraformModule } from '../../../loaders/terraform/terraform-module.ts';
import type { Scope } from '../scope.ts';
import { summaryOf } from '../values/summary.ts';

export function dependenciesOf(body: Body, value: Value, scope: Scope, module: TerraformModule): ReadonlySet<NodeId> {
  const found = new Set<NodeId>();
  collect(value, found);
  const explicit = attributeNamed(body, 'depends_on')?.value;
  if (explicit?.kind === 'tuple') for (const item of explicit.items) collect(scope.evaluate(item), found);
  for (const name of resourceNamesIn(body)) {
    const resource = module.resources.get(name);
    if (resource !== undefined) collectNamed(scope.module.resource(name, resource.block.headerRange), found);
  }
  return withContents(found, scope);
}

// To depend on a module is to depend on everything in it. A larger one says nothing about a single resource.
const largestModule = 200;

function withContents(ids: ReadonlySet<NodeId>, scope: Scope): ReadonlySet<NodeId> {
  const resources = new Set<NodeId>();
  for (const id of ids) {
    const contents = scope.run.resources.get(id)?.contents?.() ?? [id];
    if (contents.length <= largestModule) for (const inner of contents) resources.add(inner);
  }
  return resources;
}

/** A resource that only a condition or a count names: all of its instances, unless the values lead to some of them already. */
function collectNamed(value: Value, found: Set<NodeId>): void {
  const instances = new Set<NodeId>();
  collect(value, instances);
  if ([...instances].some((id) => found.has(id))) return;
  for (const id of instances) found.add(id);
}

function collect(value: Value, found: Set<NodeId>): void {
  const { known, marks } = summaryOf(value);
  for (const id of marks.via) found.add(id);
  if (value.kind === 'reference') found.add(value.resource);
  if (!known) for (const part of partsOf(value)) collect(part, found);
}

function partsOf(value: Value): readonly Value[] {
  switch (value.kind) {
    case 'template':
      return value.parts.filter((part) => typeof part !== 'string');
    case 'list':
      return value.items;
    case 'map':
      return [...value.entries.values()];
    case 'reference':
    case 'scalar':
    case 'unknown':
      return [];
    default:
      return assertNever(value);
  }
}
