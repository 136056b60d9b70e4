/**
 * The fact `usedBy` of functions, the first thing that calls one or needs it, and `staysHere`: whether something uses them, and
 * all that does is of use to this Region or stack alone, or takes care of copies itself. What rotates a secret, ships logs,
 * answers AWS Config, listens to pipelines, serves a template, or runs at the edge; and what only such functions call.
 */
import { appendTo } from '../../../core/append-to.ts';
import { isLeaf, UnknownLeaf } from '../../../core/document.ts';
import { truthOf, type Truth } from '../../../core/truth.ts';
import { isCustomType } from '../../aws/custom-resources.ts';
import { itemsAt, propertyAt, type DraftNode } from '../../draft.ts';
import type { GraphContext } from '../../graph-context.ts';

const lambda = 'AWS::Lambda::Function';
const permission = 'AWS::Lambda::Permission';

/** Under these names functions are called; what uses the name uses the function. */
const names: ReadonlySet<string> = new Set(['AWS::Lambda::Alias', 'AWS::Lambda::Version']);

/** What configures a function, and is no use of it. */
const settings: ReadonlySet<string> = new Set(['AWS::Lambda::EventInvokeConfig']);

const localUsers: ReadonlySet<string> = new Set(['AWS::CloudFront::Distribution', 'AWS::CloudFormation::Macro']);

/** Services that call a function for the sake of what lies in their own Region. */
// https://docs.aws.amazon.com/lambda/latest/dg/lambda-services.html
const localCallers = /^(?:secretsmanager|config|codecommit|edgelambda|logs(?:\.[a-z\d-]+)?)\.amazonaws\.com$/u;

const ruleType = 'AWS::Events::Rule';
const deliveryServices: ReadonlySet<string> = new Set([
  'aws.codebuild',
  'aws.codecommit',
  'aws.codedeploy',
  'aws.codepipeline',
]);

export function setStayingHere(context: GraphContext): void {
  const users = new Map(context.ofType(lambda).map((node) => [node, usesOf(context, node)]));
  const certainly = leaving(users, (user) => isLocalUse(context, user) === 'no');
  const perhaps = leaving(users, (user) => isLocalUse(context, user) !== 'yes');
  for (const [node, [user]] of users) {
    if (user !== undefined) node.facts.set('usedBy', user.address);
    node.facts.set('staysHere', certainly.has(node) === perhaps.has(node) ? !perhaps.has(node) : notKnown(node));
  }
}

/** The functions that something uses which may be elsewhere, that nothing here uses, or that such functions call. */
function leaving(
  users: ReadonlyMap<DraftNode, readonly DraftNode[]>,
  isElsewhere: (user: DraftNode) => boolean,
): ReadonlySet<DraftNode> {
  const called = new Map<DraftNode, DraftNode[]>();
  const found = new Set<DraftNode>();
  for (const [node, all] of users) {
    for (const user of all) if (user.type === lambda) appendTo(called, user, node);
    if (all.length === 0 || all.some((user) => user.type !== lambda && isElsewhere(user))) found.add(node);
  }
  // What is added on the way is visited, too.
  for (const node of found) for (const other of called.get(node) ?? []) found.add(other);
  return found;
}

/** Everything that calls it or depends on it, itself or by one of its names. */
function usesOf(context: GraphContext, node: DraftNode): readonly DraftNode[] {
  const users = [...context.to('routesTo', node), ...context.to('dependsOn', node)].flatMap(({ from }) => {
    const user = context.get(from);
    if (user === undefined || user === node || settings.has(user.type)) return [];
    return names.has(user.type) ? usesOfName(context, user) : [user];
  });
  return [...new Set(users)];
}

function usesOfName(context: GraphContext, name: DraftNode): readonly DraftNode[] {
  return [...context.to('routesTo', name), ...context.to('dependsOn', name)]
    .flatMap(({ from }) => context.get(from) ?? [])
    .filter(({ type }) => !settings.has(type));
}

function isLocalUse(context: GraphContext, user: DraftNode): Truth {
  if (user.type !== permission)
    return truthOf(localUsers.has(user.type) || isCustomType(user.type) || isOfDelivery(user));
  const principal = propertyAt(user, '/Principal');
  if (principal === 'events.amazonaws.com') {
    const rules = context.linked(user, '/SourceArn');
    return truthOf(rules.length > 0 && rules.every((rule) => isOfDelivery(rule)));
  }
  return isLeaf(principal) ? 'unknown' : truthOf(typeof principal === 'string' && localCallers.test(principal));
}

/** A rule for what pipelines tell of themselves, in the Region in which they run. */
// https://docs.aws.amazon.com/eventbridge/latest/ref/events.html
function isOfDelivery(rule: DraftNode): boolean {
  const sources = rule.type.startsWith(ruleType) ? itemsAt(rule.owner ?? rule, '/EventPattern/source') : [];
  return sources.length > 0 && sources.every((source) => typeof source === 'string' && deliveryServices.has(source));
}

function notKnown({ id, address }: DraftNode): UnknownLeaf {
  const cure = 'write who may call it in its permissions';
  const reason = { code: 'derived', subject: `what calls ${address}`, cure } as const;
  return new UnknownLeaf({ key: `stays ${id}`, reason });
}
