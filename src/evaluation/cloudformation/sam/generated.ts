/** What SAM's resources are before and after: a serverless resource with its globals, and the resources that are made of it. */
import type { SourceRange } from '../../../core/source.ts';
import type { UnknownValue } from '../../../core/value.ts';
import { type MappingEntry, type MappingNode, type TemplateNode, valueOf } from '../../../loaders/template-node.ts';
import type { ExpandedEntry } from '../loops.ts';
import { entriesOf, isCall, literal, madeBySam, pick, textOfNode } from './nodes.ts';

/** A resource of a type `AWS::Serverless::…`. */
export interface ServerlessResource {
  readonly logicalId: string;
  /** Without `AWS::Serverless::`. */
  readonly type: string;
  readonly header: SourceRange;
  readonly node: MappingNode;
  /** Its properties, merged with those of the `Globals` section. */
  readonly properties: MappingNode;
  readonly repeatedBy: UnknownValue | undefined;
}

export interface GeneratedResource {
  readonly logicalId: string;
  readonly type: string;
  readonly properties: readonly MappingEntry[];
  /** Attributes of its own (`DependsOn`, `DeletionPolicy`), which come before those of the serverless resource. */
  readonly attributes?: readonly MappingEntry[];
  /** The key that a finding about the whole resource points at; that of the serverless resource when undefined. */
  readonly header?: SourceRange;
}

// https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-resources-and-properties.html
const passedToAll: ReadonlySet<string> = new Set(['Condition', 'DeletionPolicy', 'UpdateReplacePolicy']);

const passedToItself: ReadonlySet<string> = new Set([...passedToAll, 'DependsOn', 'Metadata', 'UpdatePolicy']);

/** The entry of the `Resources` section. What has the logical id of the serverless resource is that resource itself. */
export function resourceEntry(generated: GeneratedResource, source: ServerlessResource): ExpandedEntry {
  const { logicalId, type, properties, attributes = [], header = source.header } = generated;
  const { range } = source.node;
  const brought = logicalId === source.logicalId ? broughtIn(source.properties) : [];
  const own = new Set(attributes.map(({ key }) => key));
  const passed = pick(source.node, logicalId === source.logicalId ? passedToItself : passedToAll);
  const stated = valueOf(source.node, 'Type')?.range ?? header;
  const entries: readonly MappingEntry[] = [
    { key: 'Type', keyRange: stated, value: literal(type, stated) },
    ...attributes,
    ...passed.filter(({ key }) => !own.has(key)),
    {
      key: 'Properties',
      keyRange: source.properties.range,
      value: { kind: 'mapping', entries: [...properties, ...brought], range: source.properties.range },
    },
  ];
  return {
    entry: { key: logicalId, keyRange: header, value: { kind: 'mapping', entries, range } },
    repeatedBy: source.repeatedBy,
  };
}

/** A macro or a loop among the properties, which may bring any of them: what it brings is found out when they are evaluated. */
function broughtIn(properties: MappingNode): readonly MappingEntry[] {
  return properties.entries.filter(({ key }) => key.startsWith('Fn::'));
}

/** What `PropagateTags` passes the tags of a resource on to. */
const taggedTypes: ReadonlySet<string> = new Set([
  'AWS::ApiGateway::DomainName',
  'AWS::ApiGateway::RestApi',
  'AWS::ApiGateway::Stage',
  'AWS::IAM::Role',
  'AWS::SNS::Topic',
  'AWS::SQS::Queue',
]);

// https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-function.html#sam-function-propagatetags
export function withPropagatedTags(
  generated: GeneratedResource,
  { properties }: ServerlessResource,
): GeneratedResource {
  const tags = tagList(valueOf(properties, 'Tags'));
  const isPropagated = textOfNode(valueOf(properties, 'PropagateTags')) === 'true';
  const isTagged = generated.properties.some(({ key }) => key === 'Tags');
  if (!isPropagated || isTagged || tags === undefined || !taggedTypes.has(generated.type)) return generated;
  return { ...generated, properties: [...generated.properties, ...entriesOf({ Tags: tags })] };
}

/** The lists of tags that were made, for those of the globals are shared by many resources. */
const tagLists = new WeakMap<TemplateNode, TemplateNode>();

/** `Tags` as a list of keys and values, which SAM writes as a mapping. */
export function tagList(tags: TemplateNode | undefined): TemplateNode | undefined {
  if (tags?.kind !== 'mapping') return tags;
  if (isCall(tags)) return madeBySam(`the tags at ${tags.range.start}`, tags.range);
  const list = tagLists.get(tags) ?? listOf(tags);
  tagLists.set(tags, list);
  return list;
}

function listOf({ entries, range }: MappingNode): TemplateNode {
  return {
    kind: 'sequence',
    range,
    items: entries.map(({ key, keyRange, value }) => ({
      kind: 'mapping',
      range: value.range,
      entries: [
        { key: 'Key', keyRange, value: literal(key, keyRange) },
        { key: 'Value', keyRange: value.range, value },
      ],
    })),
  };
}
