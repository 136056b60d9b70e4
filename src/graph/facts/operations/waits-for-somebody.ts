/**
 * The fact `waitsForSomebody` of functions, state machines and runbooks: whether nothing that is declared starts them. An
 * alarm, an event rule or a schedule does, over any number of hops. A topic, a queue, an address or a permission is a door:
 * who comes in by it may be declared elsewhere.
 */
import { appendTo } from '../../../core/append-to.ts';
import { existsGiven } from '../../../core/existence.ts';
import { tableOf } from '../../../normalization/tables.ts';
import { propertyAt, type DraftNode } from '../../draft.ts';
import type { GraphContext } from '../../graph-context.ts';
import { derivedUnknown } from '../derived-unknown.ts';
import { everyOf, inverseOf, isEqual, someOf, type YesNo } from '../yes-no.ts';

const lambda = 'AWS::Lambda::Function';
const topic = 'AWS::SNS::Topic';

/** What starts things by itself → the property by which it is switched off, and its value then. */
const starters: ReadonlyMap<string, readonly [pointer: string, off: string | boolean]> = new Map([
  ['AWS::CloudWatch::Alarm', ['/ActionsEnabled', false]],
  ['AWS::CloudWatch::CompositeAlarm', ['/ActionsEnabled', false]],
  ['AWS::Events::Rule', ['/State', 'DISABLED']],
  ['AWS::Scheduler::Schedule', ['/State', 'DISABLED']],
]);

/** Whatever starts one of these starts what it leads to or calls. */
const callers: ReadonlySet<string> = new Set([
  'AWS::Lambda::Alias',
  'AWS::Lambda::Version',
  'AWS::SSM::Document',
  'AWS::StepFunctions::StateMachine',
]);

/** They mention what they configure or watch, and never call it. */
const neverCalling: ReadonlySet<string> = new Set([
  'AWS::CloudWatch::Dashboard',
  'AWS::Lambda::EventInvokeConfig',
  'AWS::Logs::LogGroup',
  'aws_cloudwatch_log_group',
]);

export function setWaiting(context: GraphContext, node: DraftNode): void {
  node.facts.set('waitsForSomebody', inverseOf(isStarted(context, node, new Set())));
}

/** What is seen already is not asked again: what only starts itself is not started. */
function isStarted(context: GraphContext, node: DraftNode, seen: Set<DraftNode>): YesNo {
  if (seen.has(node)) return false;
  seen.add(node);
  const leading = [...context.to('routesTo', node), ...context.to('dependsOn', node)].flatMap(({ from, certain }) => {
    const user = context.get(from);
    return user === undefined ? [] : [everyOf([starts(context, user, node, seen), certain || whether(user, node)])];
  });
  const unmapped = mentions(context).get(node.id) ?? [];
  const unread = context.unread.filter((each) => each.refersTo.has(node.id));
  return someOf([
    ...leading,
    ...unmapped.map((user) => whether(user, node)),
    ...unread.map((each) => whether(each.node, node)),
  ]);
}

function starts(context: GraphContext, user: DraftNode, node: DraftNode, seen: Set<DraftNode>): YesNo {
  if (neverCalling.has(user.type)) return false;
  const there = existsGiven(user, node) === 'yes' || whether(user, node);
  const starter = starters.get(user.type);
  if (starter !== undefined) return everyOf([inverseOf(isEqual(propertyAt(user, starter[0]), starter[1])), there]);
  if (user.owner !== undefined) return starts(context, user.owner, node, seen);
  if (callers.has(user.type)) return everyOf([isStarted(context, user, seen), there]);
  // Whether a function calls another at all, its code says; and who publishes to a topic may be anybody.
  const started = user.type === lambda || user.type === topic ? isStarted(context, user, seen) : false;
  if (user.type === lambda) return everyOf([started, whether(user, node)]);
  return someOf([everyOf([started, there]), whether(user, node)]);
}

/** Node → what mentions it in a property that no table knows. */
function mentions(context: GraphContext): ReadonlyMap<string, readonly DraftNode[]> {
  return context.table('mentioned by what is not mapped', () => {
    const found = new Map<string, DraftNode[]>();
    for (const node of context.nodes.values()) {
      const declared = node.kind === 'declared' ? node.normal?.declared : undefined;
      if (declared === undefined || tableOf(declared) !== undefined || neverCalling.has(node.type)) continue;
      for (const id of declared.dependsOn) appendTo(found, id, node);
    }
    return found;
  });
}

function whether(user: DraftNode, node: DraftNode): YesNo {
  const cure = 'scan the alarm, the event rule or the schedule that starts it, too';
  return derivedUnknown(`${user.id} starts ${node.id}`, `whether ${user.address} starts ${node.address}`, cure);
}
