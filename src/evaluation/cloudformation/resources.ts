/** The `Resources` section: its entries in, the resources by logical id out, loops expanded; and what in it can't be read. */
import type { TemplateNode } from '../../loaders/template-node.ts';
import { valueOf } from '../../loaders/template-node.ts';
import { expandLoops, type ExpandedEntry } from './loops.ts';
import type { Scope, TemplateResource } from './scope.ts';

/** Far above CloudFormation's own bound of 500 resources a template. https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html */
const maximumResources = 10_000;

/** Adds the resources to the scope, where they can be referred to. */
export function collectResources(section: TemplateNode | undefined, scope: Scope): void {
  if (section?.kind !== 'mapping') return;
  for (const expanded of expandLoops(section.entries, scope)) {
    if (expanded.entry.key === 'Fn::Transform') continue;
    if (scope.resources.size >= maximumResources) {
      const message = `The template declares more than ${maximumResources} resources; from here on they are not read.`;
      scope.report({
        code: 'input/limit',
        level: 'error',
        message,
        help: 'Split the template.',
        range: expanded.entry.keyRange,
      });
      return;
    }
    const resource = readResource(expanded, scope);
    if (resource !== undefined && !scope.resources.has(resource.logicalId))
      scope.resources.set(resource.logicalId, resource);
  }
}

function readResource({ entry, repeatedBy }: ExpandedEntry, scope: Scope): TemplateResource | undefined {
  const { key: logicalId, keyRange: header, value: node } = entry;
  const type = valueOf(node, 'Type');
  if (node.kind !== 'mapping' || type?.kind !== 'scalar' || type.source === '') {
    scope.fault(header, `The resource "${logicalId}" has no type.`, 'Give it a "Type", such as AWS::S3::Bucket.');
    return undefined;
  }
  return { logicalId, type: type.source, header, node, repeatedBy };
}
