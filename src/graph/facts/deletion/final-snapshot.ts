/**
 * The fact `finalSnapshot`: whether deleting a database leaves a snapshot of it, or is refused. Terraform says so by
 * arguments, CloudFormation by the resource attribute `DeletionPolicy`, whose default depends on the type.
 */
import { SensitiveLeaf, UnknownLeaf, type Document } from '../../../core/document.ts';
import { toDocument } from '../../../core/to-document.ts';
import type { Value } from '../../../core/value.ts';
import { propertyAt, type DraftNode } from '../../draft.ts';
import type { GraphContext } from '../../graph-context.ts';

/** Type → whether CloudFormation takes a snapshot when no `DeletionPolicy` is written. */
// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-deletionpolicy.html
const snapshotByDefault: ReadonlyMap<string, boolean> = new Map([
  ['AWS::RDS::DBInstance', true],
  ['AWS::RDS::DBCluster', true],
  ['AWS::DocDB::DBCluster', false],
  ['AWS::Neptune::DBCluster', false],
]);

/** Under these deletion policies the resource stays, or a snapshot of it does. */
const keeping: ReadonlySet<Document> = new Set(['Snapshot', 'Retain', 'RetainExceptOnCreate']);

export function setFinalSnapshots(context: GraphContext): void {
  for (const [type, byDefault] of snapshotByDefault) {
    for (const node of context.ofType(type)) {
      // The data of a cluster's member is the cluster's.
      if (node.kind === 'looked-up' || node.facts.get('clusterMember') === true) continue;
      if (node.language === 'cloudformation') setByDeletionPolicy(node, byDefault);
      else setByArguments(node);
    }
  }
}

function setByDeletionPolicy(node: DraftNode, byDefault: boolean): void {
  const written = node.normal?.declared.lifecycle.deletionPolicy;
  node.facts.set('finalSnapshot', written === undefined ? byDefault : isKept(written));
  if (written?.range === undefined) return;
  node.factOrigins.set('finalSnapshot', {
    range: written.range,
    name: 'DeletionPolicy',
    how: 'written',
    ...(written.decidedAt === undefined ? {} : { decidedAt: written.decidedAt }),
  });
}

function isKept(policy: Value): Document {
  const value = toDocument(policy);
  return value instanceof UnknownLeaf ? value : keeping.has(value);
}

// Where a snapshot is asked for but has no name, the provider refuses to delete: nothing is lost either.
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance#skip_final_snapshot-1
function setByArguments(node: DraftNode): void {
  const written = propertyAt(node, '/SkipFinalSnapshot');
  const skips = written instanceof SensitiveLeaf ? written.reveal() : written;
  node.facts.set('finalSnapshot', typeof skips === 'boolean' ? !skips : (skips ?? undecided(node)));
  node.factSources.set('finalSnapshot', ['/SkipFinalSnapshot']);
}

/** The `awscc` provider has no such argument, and nothing documents what the deletion handler does then. */
function undecided(node: DraftNode): UnknownLeaf {
  const reason = {
    code: 'unsupported',
    subject: `whether ${node.sourceType} takes a final snapshot`,
    cure: 'declare it with the aws provider',
  } as const;
  return new UnknownLeaf({ key: `final snapshot of ${node.id}`, reason });
}
