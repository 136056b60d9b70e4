/**
 * What the stacks of one CDK app give each other: exports within a Region, and parameters that a custom resource writes in
 * another Region. Where such a value is an attribute of a resource, using it is a reference to that resource.
 */
import { nodeId, type Region } from '../../../core/ids.ts';
import { appendTo } from '../../../core/append-to.ts';
import type { SourceRange } from '../../../core/source.ts';
import { noMarks, type ReferenceValue } from '../../../core/value.ts';
import type { CdkAssembly, DeployedStack } from '../../../discovery/cdk-stack.ts';
import { type MappingEntry, type TemplateNode, valueOf } from '../../../loaders/template-node.ts';
import type { ReadTemplate } from '../nested-stacks.ts';

export interface SharedValues {
  /** What is exported under a name, as seen from `range`; undefined where no other stack of the app does so, plainly. */
  exported(name: string, range: SourceRange): ReferenceValue | undefined;
  /** What is written to the stack's Region under a name. */
  sent(name: string, range: SourceRange): ReferenceValue | undefined;
}

/** An attribute of a resource of another stack. */
interface Shared {
  readonly name: string;
  /** Where it can be used. */
  readonly region: string | undefined;
  readonly stack: DeployedStack;
  readonly logicalId: string;
  readonly attribute: string;
}

interface AssemblyValues {
  readonly exported: ReadonlyMap<string, readonly Shared[]>;
  readonly sent: ReadonlyMap<string, readonly Shared[]>;
}

/** Found once for the stacks of an app, by the first that asks. */
const valuesOfAssemblies = new WeakMap<CdkAssembly, AssemblyValues>();

export function sharedValues(
  assembly: CdkAssembly,
  region: Region | undefined,
  readTemplate: ReadTemplate,
): SharedValues {
  const values = (): AssemblyValues => {
    const found = valuesOfAssemblies.get(assembly) ?? valuesIn(assembly, readTemplate);
    valuesOfAssemblies.set(assembly, found);
    return found;
  };
  const only = (candidates: readonly Shared[] = [], range: SourceRange): ReferenceValue | undefined => {
    const here = candidates.filter((each) => each.region === region);
    const [shared] = here;
    return shared === undefined || here.length > 1 ? undefined : referenceTo(shared, range);
  };
  return {
    exported: (name, range) => only(values().exported.get(name), range),
    sent: (name, range) => only(values().sent.get(name), range),
  };
}

function referenceTo({ stack, logicalId, attribute }: Shared, range: SourceRange): ReferenceValue {
  const text = attribute === 'Ref' ? logicalId : `${logicalId}.${attribute}`;
  const resource = nodeId(stack.id, logicalId);
  return { kind: 'reference', resource, attribute, text, range, decidedAt: undefined, marks: noMarks };
}

function valuesIn({ deployed }: CdkAssembly, readTemplate: ReadTemplate): AssemblyValues {
  const exported = new Map<string, Shared[]>();
  const sent = new Map<string, Shared[]>();
  for (const stack of deployed) {
    const root = readTemplate(stack.template).value?.root;
    for (const each of exportsOf(root, stack)) appendTo(exported, each.name, each);
    for (const each of writtenBy(root, stack)) appendTo(sent, each.name, each);
  }
  return { exported, sent };
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/outputs-section-structure.html */
function exportsOf(root: TemplateNode | undefined, stack: DeployedStack): readonly Shared[] {
  return entriesOf(valueOf(root, 'Outputs')).flatMap(({ value: output }) => {
    const name = textOf(valueOf(valueOf(output, 'Export'), 'Name'));
    const value = name === undefined ? undefined : attributeIn(valueOf(output, 'Value'), root);
    return name === undefined || value === undefined ? [] : { name, region: stack.region, stack, ...value };
  });
}

/** https://github.com/aws/aws-cdk/tree/main/packages/aws-cdk-lib/core/lib/custom-resource-provider/cross-region-export-providers */
function writtenBy(root: TemplateNode | undefined, stack: DeployedStack): readonly Shared[] {
  return entriesOf(valueOf(root, 'Resources')).flatMap(({ value: resource }) => {
    if (textOf(valueOf(resource, 'Type')) !== 'Custom::CrossRegionExportWriter') return [];
    const written = valueOf(valueOf(resource, 'Properties'), 'WriterProps');
    const region = textOf(valueOf(written, 'region'));
    if (region === undefined) return [];
    return entriesOf(valueOf(written, 'exports')).flatMap(({ key: name, value }) => {
      const attribute = attributeIn(value, root);
      return attribute === undefined ? [] : { name, region, stack, ...attribute };
    });
  });
}

/** `Ref` or `Fn::GetAtt` of a resource, and nothing else. */
function attributeIn(
  value: TemplateNode | undefined,
  root: TemplateNode | undefined,
): Pick<Shared, 'logicalId' | 'attribute'> | undefined {
  const [call, ...others] = entriesOf(value);
  if (call === undefined || others.length > 0) return undefined;
  const [logicalId, attribute, ...more] = call.key === 'Ref' ? [textOf(call.value), 'Ref'] : argumentsOf(call);
  if (logicalId === undefined || attribute === undefined || more.length > 0) return undefined;
  const isResource = valueOf(valueOf(root, 'Resources'), logicalId) !== undefined;
  return isResource && !attribute.startsWith('Outputs.') ? { logicalId, attribute } : undefined;
}

function argumentsOf({ key, value }: MappingEntry): readonly (string | undefined)[] {
  return key === 'Fn::GetAtt' && value.kind === 'sequence' ? value.items.map(textOf) : [];
}

function entriesOf(node: TemplateNode | undefined): readonly MappingEntry[] {
  return node?.kind === 'mapping' ? node.entries : [];
}

function textOf(node: TemplateNode | undefined): string | undefined {
  return node?.kind === 'scalar' ? node.source : undefined;
}
