/**
 * The fact `selectsNothing` of a snapshot policy (Data Lifecycle Manager): that no volume or instance that is declared has a tag
 * which it targets. Absent where it targets nothing by tag, and where nothing is declared that it could be about.
 */
import { itemsAt, propertyAt, type DraftNode } from '../../draft.ts';
import type { GraphContext } from '../../graph-context.ts';
import { isReachable } from '../../relations/backup/selection.ts';
import { derivedUnknown } from '../derived-unknown.ts';
import { policyType } from '../backup/snapshot-times.ts';
import type { YesNo } from '../yes-no.ts';

const targets = ['/PolicyDetails/TargetTags'] as const;
const candidates = ['AWS::EC2::Volume', 'AWS::EC2::Instance'] as const;

/** What may start instances and make volumes with tags that nothing here says. */
const launchers = [
  'AWS::AutoScaling::AutoScalingGroup',
  'AWS::AutoScaling::LaunchConfiguration',
  'AWS::EC2::LaunchTemplate',
  'AWS::EKS::Cluster',
  'AWS::EKS::Nodegroup',
] as const;

export function setTargetsNothing(context: GraphContext): void {
  for (const policy of context.ofType(policyType)) {
    const answer = targetsNothing(context, policy);
    if (answer === undefined) continue;
    policy.facts.set('selectsNothing', answer);
    policy.factSources.set('selectsNothing', targets);
  }
}

function targetsNothing(context: GraphContext, policy: DraftNode): YesNo | undefined {
  if (propertyAt(policy, targets[0]) === undefined || itemsAt(policy, targets[0]).length === 0) return undefined;
  const protects = context.to('protectedBy', policy);
  if (protects.some(({ certain }) => certain)) return false;
  const isHere = (node: DraftNode): boolean => isReachable(policy, node).truth !== 'no';
  const isOpen =
    protects.length > 0 ||
    context.ofType(...launchers).some(isHere) ||
    context.unread.some((unread) => candidates.some((type) => unread.could(type)));
  if (isOpen) return derivedUnknown(`${policy.id} targets`, `what ${policy.address} targets`);
  return context.ofType(...candidates).some(isHere) ? true : undefined;
}
