/** How much a serving group runs and may run: Auto Scaling groups, ECS services and node groups of EKS. */
import { documentMap, MeasureLeaf, UnknownLeaf, type Document } from '../../../core/document.ts';
import type { Interval } from '../../../core/interval.ts';
import type { UnknownSymbol } from '../../../core/value.ts';
import { propertyAt, type DraftNode } from '../../draft.ts';
import type { GraphContext } from '../../graph-context.ts';
import { scaledServices } from './service-scaling.ts';

export function setCapacities(context: GraphContext): void {
  for (const group of context.ofType('AWS::AutoScaling::AutoScalingGroup')) {
    // Without DesiredCapacity a group starts with its minimum.
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-autoscaling-autoscalinggroup.html
    const desired = propertyAt(group, '/DesiredCapacity') === undefined ? '/MinSize' : '/DesiredCapacity';
    setCapacity(group, { desired, minimum: '/MinSize', maximum: '/MaxSize' });
  }
  for (const service of context.ofType('AWS::ECS::Service')) {
    setCapacity(service, { desired: '/DesiredCount', minimum: '/DesiredCount', maximum: undefined });
  }
  for (const [service, target] of scaledServices(context)) setScaled(service, target);
  for (const nodes of context.ofType('AWS::EKS::Nodegroup')) {
    const sizes = '/ScalingConfig';
    const desired =
      propertyAt(nodes, `${sizes}/DesiredSize`) === undefined ? `${sizes}/MinSize` : `${sizes}/DesiredSize`;
    setCapacity(nodes, { desired, minimum: `${sizes}/MinSize`, maximum: `${sizes}/MaxSize` });
  }
}

/** What is scaled is kept between its bounds, whatever number was written first. */
// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-auto-scaling.html
function setScaled(service: DraftNode, target: DraftNode): void {
  const desired = propertyAt(service, '/DesiredCount');
  const minimum = propertyAt(target, '/MinCapacity');
  const isBelow = typeof desired === 'number' && typeof minimum === 'number' && desired < minimum;
  service.facts.set(
    'capacity',
    documentMap([
      ['desired', isBelow || desired instanceof UnknownLeaf ? minimum : desired],
      ['minimum', minimum],
      ['maximum', propertyAt(target, '/MaxCapacity')],
    ]),
  );
}

interface Pointers {
  readonly desired: string;
  readonly minimum: string;
  /** Undefined: nothing bounds it. */
  readonly maximum: string | undefined;
}

function setCapacity(node: DraftNode, pointers: Pointers): void {
  node.facts.set(
    'capacity',
    documentMap([
      ['desired', propertyAt(node, pointers.desired)],
      ['minimum', propertyAt(node, pointers.minimum)],
      ['maximum', pointers.maximum === undefined ? undefined : propertyAt(node, pointers.maximum)],
    ]),
  );
  for (const [name, pointer] of Object.entries(pointers)) {
    if (pointer !== undefined) node.factSources.set(`capacity.${name}`, [pointer]);
  }
}

export interface Amount {
  readonly interval: Interval;
  readonly because: UnknownSymbol | undefined;
}

/** A capacity as an interval: anything from 0 where it is not known. */
export function amountOf(value: Document | undefined): Amount {
  if (typeof value === 'number') return { interval: { low: value, high: value }, because: undefined };
  const because = value instanceof UnknownLeaf ? value.symbol() : undefined;
  return { interval: { low: 0, high: Infinity }, because };
}

/** How much of the primary's amount the recovery's is: all of it where the primary has none. */
export function shareOf(recovery: Amount, primary: Amount): MeasureLeaf {
  const { low, high } = primary.interval;
  const share =
    high === 0
      ? { low: 1, high: 1 }
      : {
          low: high === Infinity ? 0 : recovery.interval.low / high,
          high: low === 0 ? Infinity : recovery.interval.high / low,
        };
  return new MeasureLeaf('number', share, recovery.because ?? primary.because);
}
