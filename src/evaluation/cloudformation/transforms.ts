/** The `Transform` section and `Fn::Transform` beside resources: which macros rewrite the template, and which of them add what its text doesn't show. */
import type { SourceRange } from '../../core/source.ts';
import { entryOf, type TemplateNode, valueOf } from '../../loaders/template-node.ts';

export interface Transform {
  readonly name: string;
  readonly range: SourceRange;
  /** It may add resources, parameters or values that are nowhere in the text. */
  readonly addsUnseen: boolean;
  /** Not one of AWS's own: it may add resources of any type. */
  readonly addsAnything: boolean;
}

/**
 * AWS's own macros. All but the language extensions, which dr-lint evaluates itself, add resources of their own services.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/transform-reference.html
 */
const ownTransforms = /^AWS::(?:LanguageExtensions|Serverless-|CodeDeployBlueGreen|SecretsManager-|ServiceCatalog)/u;

export function transformsOf(root: TemplateNode | undefined): readonly Transform[] {
  const section = valueOf(root, 'Transform');
  const stated = section?.kind === 'sequence' ? section.items : section === undefined ? [] : [section];
  const transforms = stated.map(readTransform);
  const beside = entryOf(valueOf(root, 'Resources'), 'Fn::Transform');
  return beside === undefined ? transforms : [...transforms, readTransform(beside.value)];
}

/** A name, or a mapping with `Name` and `Parameters`. */
function readTransform(node: TemplateNode): Transform {
  const nameNode = node.kind === 'mapping' ? (valueOf(node, 'Name') ?? node) : node;
  const name = nameNode.kind === 'scalar' ? nameNode.source : 'a macro';
  return {
    name,
    range: node.range,
    addsUnseen: name !== 'AWS::LanguageExtensions',
    addsAnything: !ownTransforms.test(name),
  };
}
