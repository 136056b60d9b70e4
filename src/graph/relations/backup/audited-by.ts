/**
 * From backup plans to what audits them: the frameworks and report plans of Backup Audit Manager in their account, wherever
 * these are declared.
 *
 * https://docs.aws.amazon.com/aws-backup/latest/devguide/aws-backup-audit-manager.html
 */
import type { GraphContext } from '../../graph-context.ts';
import { same } from '../../identity/same.ts';
import { existsWith } from './exists-with.ts';
import { isDeclaredHere, planType } from './plan-of-selection.ts';

const auditTypes = ['AWS::Backup::Framework', 'AWS::Backup::ReportPlan'] as const;

// One that is surely there suffices; more of an account would relate every plan of a large scan to every framework.
const mostAudits = 8;

export function relateAudits(context: GraphContext): void {
  const plans = context.ofType(planType).filter(isDeclaredHere);
  const audits = context.ofType(...auditTypes).slice(0, mostAudits);
  const unread = auditTypes.flatMap((type) =>
    context.unread.filter((each) => each.could(type)).map((each) => context.possible(each, type)),
  );
  for (const plan of plans) {
    for (const audit of audits) {
      const isHere = same(plan.account, audit.account);
      if (isHere === 'no') continue;
      const isSure = isHere === 'yes' && existsWith(audit, plan).truth === 'yes';
      const because = `whether ${audit.address} audits ${plan.address} is not known`;
      context.relate('checkedBy', plan, { node: audit, certain: isSure, ...(isSure ? {} : { because }) });
    }
    for (const node of unread.slice(0, 1)) {
      const because = `${node.address} could not be read and could declare a framework`;
      context.relate('checkedBy', plan, { node, certain: false, because });
    }
  }
}
