/** CloudFormation templates: which files are some, and text to a tree in which every short form has become the long one. */
import type { Outcome } from '../../core/outcome.ts';
import type { SourceFile } from '../../core/source.ts';
import { type TemplateFile, type TemplateNode, valueOf } from '../template-node.ts';
import { readYamlOrJson } from '../yaml-json.ts';
import { longFormOfTag } from './intrinsic-tags.ts';

/** The keys of loops start with this; a loop may stand where a resource, a condition or a property does. */
export const loopPrefix = 'Fn::ForEach::';

/** The tree of a YAML or JSON file; also of one that is broken, as far as it could be read. */
export function loadTemplateFile(file: SourceFile): Outcome<TemplateFile> {
  return readYamlOrJson(file, longFormOfTag);
}

/** By its shape, never by its name: `Resources` holds at least one resource with a type such as `AWS::S3::Bucket`, or a loop. */
export function isCloudFormationTemplate(root: TemplateNode | undefined): boolean {
  const resources = valueOf(root, 'Resources');
  if (resources?.kind !== 'mapping') return false;
  return resources.entries.some(({ key, value }) => key.startsWith(loopPrefix) || hasResourceType(value));
}

function hasResourceType(resource: TemplateNode): boolean {
  const type = valueOf(resource, 'Type');
  return type?.kind === 'scalar' && typeof type.value === 'string' && type.value.includes('::');
}
