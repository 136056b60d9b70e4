/**
 * Copies that a custom resource of a template makes: surely those that CDK makes so, perhaps those of one that is given what
 * can be replicated together with another Region.
 */
import { isDocumentMap, type Document } from '../../../core/document.ts';
import { parseRegion } from '../../../core/ids.ts';
import { isCustomType } from '../../aws/custom-resources.ts';
import { linksAt, propertyAt, type DraftNode } from '../../draft.ts';
import { derivedUnknown } from '../../facts/derived-unknown.ts';
import type { GraphContext } from '../../graph-context.ts';
import { resolve } from '../../identity/resolve.ts';
import { same } from '../../identity/same.ts';

const table = 'AWS::DynamoDB::Table';
// https://github.com/aws/aws-cdk/blob/v2.180.0/packages/aws-cdk-lib/aws-dynamodb/lib/table.ts: `replicationRegions`
const tableReplica = 'Custom::DynamoDBReplica';

export function relateCustomReplication(context: GraphContext, replicable: ReadonlySet<string>): void {
  for (const custom of context.nodes.values()) {
    if (custom.type === tableReplica) relateTableReplica(context, custom);
    else if (isCustomType(custom.type) && namesAnotherRegion(custom)) relateGiven(context, custom, replicable);
  }
}

function relateTableReplica(context: GraphContext, custom: DraftNode): void {
  const region = propertyAt(custom, '/Region');
  if (region === undefined || propertyAt(custom, '/TableName') === undefined) return;
  for (const end of resolve(context, custom, '/TableName', [table])) {
    const replica = context.external(`replica of ${end.node.id} by ${custom.id}`, table, {
      region,
      account: custom.account,
      address: custom.address,
    });
    context.relate('replicatesTo', end.node, { ...end, node: replica });
  }
}

/** A property that holds a Region, or is called after one, that is not surely its own. */
function namesAnotherRegion({ properties, region }: DraftNode): boolean {
  return entriesOf(properties).some(([name, value]) => {
    const isCalledSo = /regions?$/iu.test(name);
    const named = Array.isArray(value) ? value : [value];
    return named.some((each) => {
      const isRegion = isCalledSo || (typeof each === 'string' && parseRegion(each) !== undefined);
      return isRegion && (region === undefined || same(each, region) !== 'yes');
    });
  });
}

function relateGiven(context: GraphContext, custom: DraftNode, replicable: ReadonlySet<string>): void {
  for (const [name] of entriesOf(custom.properties)) {
    for (const { to } of linksAt(custom, `/${name}`)) {
      const given = context.get(to);
      if (given === undefined || !replicable.has(given.type)) continue;
      const cure = 'state it with a suppression and its reason, for code that a custom resource runs is not read';
      const region = derivedUnknown(
        `${custom.id} replicates`,
        `what ${custom.address} does with ${given.address}`,
        cure,
      );
      const copy = context.external(`what ${custom.id} makes of ${given.id}`, given.type, {
        region,
        account: region,
        address: custom.address,
      });
      const because = `${custom.address} is given ${given.address} and another Region, and may replicate it`;
      context.relate('replicatesTo', given, { node: copy, certain: false, because });
    }
  }
}

function entriesOf(properties: Document): readonly (readonly [string, Document])[] {
  return isDocumentMap(properties) ? Object.entries(properties) : [];
}
