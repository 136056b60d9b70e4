/**
 * The transform `AWS::Serverless-2016-10-31`: the resources of a template in, the same with each serverless one replaced by those that
 * SAM makes of it. The types that are not in the table stay as they are.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources.html
 */
import type { SourceRange } from '../../../core/source.ts';
import { type MappingEntry, type MappingNode, type TemplateNode, valueOf } from '../../../loaders/template-node.ts';
import type { ExpandedEntry } from '../loops.ts';
import { maximumResources } from '../resources.ts';
import type { Scope } from '../scope.ts';
import { expandApi } from './api.ts';
import { withCalls } from './api-calls.ts';
import { expandApplication } from './application.ts';
import { expandCapacityProvider } from './capacity-provider.ts';
import { embeddedConnectors, expandConnector } from './connector.ts';
import { Expansion, type RecordsOfZone } from './expansion.ts';
import { expandFunction } from './function.ts';
import { type GeneratedResource, resourceEntry, type ServerlessResource, withPropagatedTags } from './generated.ts';
import { withGlobals } from './globals.ts';
import { expandHttpApi } from './http-api.ts';
import { implicitApis } from './implicit-apis.ts';
import { expandLayerVersion } from './layer-version.ts';
import { entriesOf, isCall, mapping, sequence, textOfNode, withEntry } from './nodes.ts';
import { expandSimpleTable } from './simple-table.ts';
import { expandStateMachine } from './state-machine.ts';
import { expandWebSocketApi } from './web-socket-api.ts';

type Expand = (source: ServerlessResource, expansion: Expansion) => readonly GeneratedResource[];

const types: ReadonlyMap<string, Expand> = new Map<string, Expand>([
  ['Api', expandApi],
  ['Application', expandApplication],
  ['CapacityProvider', expandCapacityProvider],
  ['Connector', expandConnector],
  ['Function', expandFunction],
  ['HttpApi', expandHttpApi],
  ['LayerVersion', expandLayerVersion],
  ['SimpleTable', expandSimpleTable],
  ['StateMachine', expandStateMachine],
  ['WebSocketApi', expandWebSocketApi],
]);

const typePrefix = 'AWS::Serverless::';

export function expandServerless(
  entries: readonly ExpandedEntry[],
  globals: TemplateNode | undefined,
  scope: Scope,
): readonly ExpandedEntry[] {
  const expansion = new Expansion(entries, globals, scope);
  const expanded: ExpandedEntry[] = [];
  for (const entry of entries) {
    // Globals can make many of each one. What is more than the bound is told of, and not read.
    if (expanded.length > maximumResources) break;
    for (const made of expandEntry(entry, expansion)) expanded.push(made);
  }
  const implicit = implicitApis(expansion).flatMap((entry) => expandEntry(entry, expansion));
  const records = [...expansion.recordGroups.values()].map(recordGroup);
  return [...expanded, ...implicit, ...records].map((entry) =>
    withCalls(withNotifications(entry, expansion), expansion),
  );
}

function expandEntry(expanded: ExpandedEntry, expansion: Expansion): readonly ExpandedEntry[] {
  const embedded = connectorsAt(expanded, expansion);
  return [...replaced(expanded, expansion), ...embedded];
}

function replaced(expanded: ExpandedEntry, expansion: Expansion): readonly ExpandedEntry[] {
  const { entry, repeatedBy } = expanded;
  const { key: logicalId, keyRange: header, value: node } = entry;
  const stated = textOfNode(valueOf(node, 'Type'));
  if (node.kind !== 'mapping' || stated?.startsWith(typePrefix) !== true) return [expanded];
  expansion.scope.serverlessIds.add(logicalId);
  const type = stated.slice(typePrefix.length);
  const expand = types.get(type);
  if (expand === undefined) return [expanded];
  const given = propertiesOf(node, header);
  if (given === undefined) return [expanded];
  const properties = withGlobals(given, type, valueOf(node, 'IgnoreGlobals'), expansion);
  const source = { logicalId, type, header, node, properties, repeatedBy };
  const generated = expand(source, expansion);
  return generated.map((each) => resourceEntry(withPropagatedTags(each, source), source));
}

/** The policies of the connectors at a resource, which have the attributes of their connector. */
function connectorsAt({ entry, repeatedBy }: ExpandedEntry, expansion: Expansion): readonly ExpandedEntry[] {
  return embeddedConnectors(entry, expansion).flatMap(({ connector, policies }) => {
    const { key, keyRange: header, value: node } = connector;
    if (node.kind !== 'mapping') return [];
    const properties = mapping({}, header);
    const source = { logicalId: key, type: 'Connector', header, node, properties, repeatedBy };
    return policies.map((policy) => resourceEntry(policy, source));
  });
}

/** Undefined where a function gives all of them, which SAM refuses. */
function propertiesOf(node: TemplateNode, header: SourceRange): MappingNode | undefined {
  const stated = valueOf(node, 'Properties');
  if (stated === undefined || (stated.kind === 'scalar' && stated.value === null)) return mapping({}, header);
  return stated.kind === 'mapping' && (!isCall(stated) || stated.entries.every(isInclude)) ? stated : undefined;
}

function isInclude({ key }: MappingEntry): boolean {
  return key === 'Fn::Transform';
}

function recordGroup({ group, records }: RecordsOfZone): ExpandedEntry {
  const sets = sequence(records, group.header);
  const properties = [...group.properties, ...entriesOf({ RecordSets: sets })];
  return resourceEntry({ ...group, type: 'AWS::Route53::RecordSetGroup', properties }, group.source);
}

/** A bucket with what the events of functions add to its notifications. */
function withNotifications(expanded: ExpandedEntry, expansion: Expansion): ExpandedEntry {
  const { entry } = expanded;
  const added = expansion.notifications.get(entry.key);
  const { value: node } = entry;
  if (added === undefined || node.kind !== 'mapping') return expanded;
  const { range } = node;
  const properties = valueOf(node, 'Properties') ?? mapping({}, entry.keyRange);
  const configuration = valueOf(properties, 'NotificationConfiguration') ?? mapping({}, entry.keyRange);
  const stated = valueOf(configuration, 'LambdaConfigurations');
  // SAM can't add to what a function gives.
  if ([properties, configuration].some(isCall)) return expanded;
  const items = [...(stated?.kind === 'sequence' ? stated.items : []), ...added];
  const list = { kind: 'sequence', items, range: stated?.range ?? range } as const;
  const notified = withEntry(configuration, 'LambdaConfigurations', list);
  const value = withEntry(node, 'Properties', withEntry(properties, 'NotificationConfiguration', notified));
  return { ...expanded, entry: { ...entry, value } };
}
