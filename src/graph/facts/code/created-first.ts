/**
 * The fact `createdFirst`: whether Terraform, when it replaces a resource, creates the new one before it destroys the old one.
 * Absent where no replacement happens, and where the author of a registry module decides.
 */
import { toDocument } from '../../../core/to-document.ts';
import type { Value } from '../../../core/value.ts';
import type { DraftNode } from '../../draft.ts';
import type { GraphContext } from '../../graph-context.ts';
import { isDeclared } from '../../node.ts';
import { derivedUnknown } from '../derived-unknown.ts';
import { isEqual, someOf, type YesNo } from '../yes-no.ts';

const types = [
  'AWS::ElasticLoadBalancingV2::LoadBalancer',
  'AWS::ElasticLoadBalancingV2::TargetGroup',
  'AWS::AutoScaling::AutoScalingGroup',
  'AWS::CertificateManager::Certificate',
] as const;

export function setCreatedFirst(context: GraphContext): void {
  const first = createdFirstBecauseOfDependents(context);
  for (const node of context.ofType(...types)) {
    const neverReplaced = isNeverReplaced(node);
    if (!isDeclared(node) || node.language !== 'terraform' || neverReplaced === true) continue;
    const written = node.normal?.declared.lifecycle.createBeforeDestroy;
    const answers = [answerOf(written), ...(first.get(node) ?? []), ...unreadDependents(context, node)];
    node.facts.set('createdFirst', someOf([...answers, neverReplaced]));
    if (written?.range === undefined) continue;
    node.factOrigins.set('createdFirst', { range: written.range, name: 'create_before_destroy', how: 'written' });
  }
}

function answerOf(written: Value | undefined): YesNo {
  return isEqual(written === undefined ? undefined : toDocument(written), true);
}

/**
 * What a resource that is created first depends on is created first too, whatever it says itself.
 *
 * https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle#create_before_destroy
 */
function createdFirstBecauseOfDependents(context: GraphContext): ReadonlyMap<DraftNode, readonly YesNo[]> {
  const answers = new Map<DraftNode, Set<YesNo>>();
  const left = writtenAnswers(context);
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const [dependent, answer] = next;
    for (const node of dependenciesOf(dependent, context)) {
      const known = answers.get(node) ?? new Set();
      // One unknown is enough to know that it is not known.
      if (known.has(true) || (answer !== true && known.size > 0)) continue;
      answers.set(node, known.add(answer));
      left.push([node, answer]);
    }
  }
  return new Map([...answers].map(([node, known]) => [node, [...known]]));
}

function writtenAnswers(context: GraphContext): (readonly [node: DraftNode, answer: YesNo])[] {
  return [...context.nodes.values()].flatMap((node) => {
    const answer = answerOf(node.normal?.declared.lifecycle.createBeforeDestroy);
    return answer === false || node.part !== undefined ? [] : [[node, answer] as const];
  });
}

function dependenciesOf(dependent: DraftNode, context: GraphContext): readonly DraftNode[] {
  const ids = dependent.normal?.declared.dependsOn ?? [];
  return ids.flatMap((id) => context.nodes.get(id) ?? []);
}

/** What a module that is not on disk declares may be created first, and depends on it. */
function unreadDependents(context: GraphContext, node: DraftNode): readonly YesNo[] {
  return context.unread
    .filter(({ refersTo }) => refersTo.has(node.id))
    .map(({ node: call }) =>
      derivedUnknown(`first ${call.id}`, `whether ${call.address} creates first what it replaces`),
    );
}

/** Its replacement is refused; or it is an imported certificate, which is renewed in place; or a module's author decides. */
function isNeverReplaced(node: DraftNode): YesNo {
  const { declared, attributes } = node.normal ?? {};
  if (declared === undefined || declared.modelOf !== undefined) return true;
  return someOf([
    answerOf(declared.lifecycle.preventDestroy),
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lb#enable_deletion_protection-1
    isEqual(attributes?.['enable_deletion_protection'], true),
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/acm_certificate#certificate_body-1
    attributes?.['certificate_body'] !== undefined,
  ]);
}
