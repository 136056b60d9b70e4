/** How long a message that a function works on should be hidden from others: six times the timeout of the slowest function. */
import { duration, isLeaf, type Document } from '../../../core/document.ts';
import { exactly } from '../../../core/interval.ts';
import { propertyAt, type DraftNode } from '../../draft.ts';
import type { GraphContext } from '../../graph-context.ts';

const queue = 'AWS::SQS::Queue';
const lambda = 'AWS::Lambda::Function';
const alias = 'AWS::Lambda::Alias';
const mapping = 'AWS::Lambda::EventSourceMapping';

// https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html
const timesTheTimeout = 6;

/** Absent where no function takes its work from the queue. */
export function setVisibilityNeeded(context: GraphContext): void {
  for (const node of context.ofType(queue)) {
    const needed = neededFor(consumersOf(context, node));
    if (needed !== undefined) node.facts.set('visibilityNeeded', needed);
  }
}

function consumersOf(context: GraphContext, node: DraftNode): readonly DraftNode[] {
  const mappings = context
    .to('dependsOn', node)
    .flatMap(({ from, certain }) => (certain ? (context.get(from) ?? []) : []));
  return mappings
    .filter(({ type }) => type === mapping)
    .flatMap((each) => invokedBy(context, each))
    .flatMap((each) => (each.type === alias ? invokedBy(context, each) : each))
    .filter(({ type, kind }) => type === lambda && kind !== 'external' && kind !== 'looked-up');
}

function invokedBy(context: GraphContext, node: DraftNode): readonly DraftNode[] {
  return context.from('routesTo', node).flatMap(({ to, certain }) => (certain ? (context.get(to) ?? []) : []));
}

/** One timeout that is not known leaves open how long it takes. */
function neededFor(consumers: readonly DraftNode[]): Document | undefined {
  let longest: number | undefined;
  for (const consumer of consumers) {
    const timeout = propertyAt(consumer, '/Timeout');
    if (isLeaf(timeout)) return timeout;
    if (typeof timeout === 'number') longest = Math.max(longest ?? 0, timeout);
  }
  return longest === undefined ? undefined : duration(exactly(longest * timesTheTimeout));
}
