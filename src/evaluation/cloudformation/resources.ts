/** The `Resources` section: its entries in, the resources by logical id out, loops expanded; and what in it can't be read. */
import { directivePrefix } from '../../loaders/cloudformation/intrinsic-tags.ts';
import { type TemplateNode, valueOf } from '../../loaders/template-node.ts';
import { expandLoops, type ExpandedEntry } from './loops.ts';
import type { Scope, TemplateResource } from './scope.ts';

/** Far above CloudFormation's own bound of 500 resources a template. https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html */
export const maximumResources = 10_000;

/** The entries of the section, loops expanded. */
export function resourceEntries(section: TemplateNode | undefined, scope: Scope): readonly ExpandedEntry[] {
  return section?.kind === 'mapping' ? expandLoops(section.entries, scope) : [];
}

/** Adds the resources to the scope, where they can be referred to. */
export function collectResources(entries: readonly ExpandedEntry[], scope: Scope): void {
  for (const expanded of entries) {
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
  const type = readType(node);
  if (node.kind !== 'mapping' || type === undefined) {
    scope.fault(header, `The resource "${logicalId}" has no type.`, 'Give it a "Type", such as AWS::S3::Bucket.');
    return undefined;
  }
  return { logicalId, ...type, header, node, repeatedBy };
}

/** A module of a preprocessor states its file in place of a type: `Type: !Rain::Module vpc.yml`. */
function readType(node: TemplateNode): Pick<TemplateResource, 'type' | 'isModule'> | undefined {
  const stated = valueOf(node, 'Type');
  const directive =
    stated?.kind === 'mapping' ? stated.entries.find(({ key }) => key.startsWith(directivePrefix)) : undefined;
  const type = directive === undefined ? stated : directive.value;
  if (type?.kind !== 'scalar' || type.source === '') return undefined;
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/modules.html
  return { type: type.source, isModule: directive !== undefined || type.source.endsWith('::MODULE') };
}
