/**
 * The fact `continuousBackup`: whether AWS Backup can restore a resource to any second, because one of its rules backs up
 * continuously and the type of the resource can be. Where the type can't, such a rule makes snapshots.
 *
 * https://docs.aws.amazon.com/aws-backup/latest/devguide/point-in-time-recovery.html
 */
import { backedUpTypes, backupSupport } from '../../aws/backup-support.ts';
import { propertyAt, type DraftNode } from '../../draft.ts';
import type { GraphContext } from '../../graph-context.ts';
import { isDeclaredHere, ruleType } from '../../relations/backup/plan-of-selection.ts';
import { derivedUnknown } from '../derived-unknown.ts';
import { isEqual, someOf, type YesNo } from '../yes-no.ts';

export function setContinuousBackups(context: GraphContext): void {
  for (const node of context.ofType(...backedUpTypes)) {
    node.facts.set('continuousBackup', isBackedUpContinuously(context, node));
  }
}

export function isBackedUpContinuously(context: GraphContext, node: DraftNode): YesNo {
  if (backupSupport(node)?.continuousLag === undefined) return false;
  const answers: YesNo[] = [];
  for (const { to, certain, because } of context.from('protectedBy', node)) {
    const rule = context.get(to);
    if (rule?.type !== ruleType) continue;
    const answer = isContinuousRule(rule);
    const subject = because ?? `whether ${rule.address} protects ${node.address} is not known`;
    answers.push(
      answer !== false && !certain ? derivedUnknown(`${node.id} continuous by ${rule.id}`, subject) : answer,
    );
  }
  return someOf(answers);
}

/** Whether a rule backs up continuously what can be. */
export function isContinuousRule(rule: DraftNode): YesNo {
  const written = propertyAt(rule, '/EnableContinuousBackup');
  if (written === undefined && !isDeclaredHere(rule)) {
    return derivedUnknown(`${rule.id} continuous`, `whether ${rule.address} backs up continuously`);
  }
  return isEqual(written, true);
}
