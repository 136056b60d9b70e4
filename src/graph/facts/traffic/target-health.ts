/**
 * Of target groups and classic load balancers the facts `detection`, how long until a target that fails gets no more
 * requests, and `comeback`, how long until one that has recovered gets them again. Absent where AWS's defaults decide.
 */
import { duration, UnknownLeaf, type Document } from '../../../core/document.ts';
import { exactly, type Interval } from '../../../core/interval.ts';
import type { UnknownSymbol } from '../../../core/value.ts';
import { propertyAt, type DraftNode } from '../../draft.ts';
import type { GraphContext } from '../../graph-context.ts';

/** Where a type says how often it checks, and how many checks change its mind. */
const checks: readonly { type: string; interval: string; healthy: string; unhealthy: string }[] = [
  {
    type: 'AWS::ElasticLoadBalancingV2::TargetGroup',
    interval: '/HealthCheckIntervalSeconds',
    healthy: '/HealthyThresholdCount',
    unhealthy: '/UnhealthyThresholdCount',
  },
  {
    type: 'AWS::ElasticLoadBalancing::LoadBalancer',
    interval: '/HealthCheck/Interval',
    healthy: '/HealthCheck/HealthyThreshold',
    unhealthy: '/HealthCheck/UnhealthyThreshold',
  },
];

export function setTargetHealth(context: GraphContext): void {
  for (const { type, interval, healthy, unhealthy } of checks) {
    for (const node of context.ofType(type)) {
      setTime(node, 'detection', unhealthy, interval);
      setTime(node, 'comeback', healthy, interval);
    }
  }
}

// https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html
function setTime(node: DraftNode, fact: string, threshold: string, interval: string): void {
  const times = amount(propertyAt(node, threshold));
  const seconds = amount(propertyAt(node, interval));
  if (times === undefined || seconds === undefined) return;
  const product = { low: times.low * seconds.low, high: times.high * seconds.high };
  node.facts.set(fact, duration(product, times.because ?? seconds.because));
  const byDefault = node.normal?.origins.get(threshold)?.how === 'default';
  node.factSources.set(fact, byDefault ? [interval, threshold] : [threshold, interval]);
}

interface Amount extends Interval {
  readonly because: UnknownSymbol | undefined;
}

function amount(value: Document | undefined): Amount | undefined {
  if (value === undefined || value === null) return undefined;
  const count = typeof value === 'object' ? Number.NaN : Number(value);
  if (Number.isFinite(count)) return { ...exactly(count), because: undefined };
  // AWS allows nothing below 1.
  return { low: 1, high: Infinity, because: value instanceof UnknownLeaf ? value.symbol() : undefined };
}
