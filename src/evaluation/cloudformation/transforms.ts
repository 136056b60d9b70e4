/** The `Transform` section and `Fn::Transform` beside resources: which macros rewrite the template, and which of them add what its text doesn't show. */
import type { SourceRange } from '../../core/source.ts';
import { directivePrefix } from '../../loaders/cloudformation/intrinsic-tags.ts';
import { entryOf, type TemplateFile, type TemplateNode, valueOf } from '../../loaders/template-node.ts';

export interface Transform {
  readonly name: string;
  readonly range: SourceRange;
  /** It may add resources, parameters or values that are nowhere in the text. */
  readonly addsUnseen: boolean;
  /** Not one of AWS's own: it may add resources of any type. */
  readonly addsAnything: boolean;
}

/**
 * AWS's own macros. Those that dr-lint doesn't evaluate itself add resources of their own services.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/transform-reference.html
 */
const ownTransforms = /^AWS::(?:LanguageExtensions|Serverless-|CodeDeployBlueGreen|SecretsManager-|ServiceCatalog)/u;

const serverless = 'AWS::Serverless-2016-10-31';

export function transformsOf(root: TemplateNode | undefined): readonly Transform[] {
  const section = valueOf(root, 'Transform');
  const stated = section?.kind === 'sequence' ? section.items : section === undefined ? [] : [section];
  return [...stated, ...besideEntries(root)].map(readTransform);
}

/** `Fn::Transform` as a key of the template or of its resources, whose entries it replaces or adds to. */
function besideEntries(root: TemplateNode | undefined): readonly TemplateNode[] {
  const nodes = [valueOf(root, 'Fn::Transform'), valueOf(valueOf(root, 'Resources'), 'Fn::Transform')];
  return nodes.filter((node) => node !== undefined);
}

/** Whether SAM makes resources of the template's serverless ones. */
export function isServerless(root: TemplateNode | undefined): boolean {
  return transformsOf(root).some(({ name }) => name === serverless);
}

/** Whether something rewrites the text before CloudFormation reads it: a macro, also one in a section only, or a preprocessor. */
export function isRewritten({ file, root }: TemplateFile): boolean {
  if (file.text.includes(directivePrefix)) return true;
  const sections = root?.kind === 'mapping' ? root.entries.map(({ value }) => value) : [];
  if (sections.some((section) => entryOf(section, 'Fn::Transform') !== undefined)) return true;
  return transformsOf(root).some(({ addsUnseen }) => addsUnseen);
}

/** A name, or a mapping with `Name` and `Parameters`. */
function readTransform(node: TemplateNode): Transform {
  const nameNode = node.kind === 'mapping' ? (valueOf(node, 'Name') ?? node) : node;
  const name = nameNode.kind === 'scalar' ? nameNode.source : 'a macro';
  return {
    name,
    range: node.range,
    addsUnseen: name !== 'AWS::LanguageExtensions' && name !== serverless,
    addsAnything: !ownTransforms.test(name),
  };
}
