/** The entry of a global table's `Replicas` that is the table of the stack's own Region: what that table says of itself stands there. */
import { valueOf, type MappingNode, type TemplateNode } from '../../loaders/template-node.ts';
import type { Holder } from './edit-template.ts';

/** Undefined where none, or more than one, is certainly it. */
export function ownReplica(resource: MappingNode, region: string | undefined): Holder | undefined {
  const replicas = valueOf(valueOf(resource, 'Properties'), 'Replicas');
  if (replicas?.kind !== 'sequence') return undefined;
  const [own, ...others] = replicas.items.filter((item) => isHere(valueOf(item, 'Region'), region));
  return own?.kind === 'mapping' && others.length === 0 ? { mapping: own, keyRange: own.range } : undefined;
}

function isHere(written: TemplateNode | undefined, region: string | undefined): boolean {
  if (written?.kind === 'scalar') return written.value === region;
  const reference = valueOf(written, 'Ref');
  return reference?.kind === 'scalar' && reference.value === 'AWS::Region';
}
