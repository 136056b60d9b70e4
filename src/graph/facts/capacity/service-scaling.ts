/** Which ECS services Application Auto Scaling keeps between a least and a most number of tasks. */
import { propertyAt, textAt, type DraftNode } from '../../draft.ts';
import type { GraphContext } from '../../graph-context.ts';

const serviceType = 'AWS::ECS::Service';

/** Service → the scalable target that it is. */
export function scaledServices(context: GraphContext): ReadonlyMap<DraftNode, DraftNode> {
  const byName = new Map(
    context.ofType(serviceType).flatMap((service) => {
      const name = textAt(service, '/ServiceName');
      return name === undefined ? [] : [[name, service] as const];
    }),
  );
  const scaled = new Map<DraftNode, DraftNode>();
  for (const target of context.ofType('AWS::ApplicationAutoScaling::ScalableTarget')) {
    const linked = context.linked(target, '/ResourceId');
    const service = linked.find(({ type }) => type === serviceType) ?? byName.get(serviceName(target));
    if (service !== undefined && service.deployment === target.deployment) scaled.set(service, target);
  }
  return scaled;
}

/** Of `service/CLUSTER/NAME`. */
// https://docs.aws.amazon.com/autoscaling/application/APIReference/API_RegisterScalableTarget.html
function serviceName(target: DraftNode): string {
  const id = propertyAt(target, '/ResourceId');
  return typeof id === 'string' ? (/^service\/[^/]+\/(.+)$/u.exec(id)?.[1] ?? '') : '';
}
