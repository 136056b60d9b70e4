/** Automated backups of a database instance that AWS keeps in another Region: recovery points without a plan. */
import { propertyAt } from '../draft.ts';
import type { GraphContext } from '../graph-context.ts';

const instance = 'AWS::RDS::DBInstance';

/** https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReplicateBackups.html */
export function relateReplicatedBackups(context: GraphContext): void {
  for (const node of context.ofType(instance)) {
    const region = propertyAt(node, '/AutomaticBackupReplicationRegion');
    if (region === undefined) continue;
    const backups = context.external(`replicated backups of ${node.id}`, instance, { region, account: node.account });
    context.relate('copiesTo', node, { node: backups, certain: true });
  }
}
