/**
 * The way of a request through a load balancer: balancer → listener → target group → what answers. Rules of a listener
 * lead it to further groups; a classic load balancer leads to what answers at once.
 */
import { existsGiven } from '../../../core/existence.ts';
import type { GraphContext } from '../../graph-context.ts';
import { namedBy, relateWritten, type WrittenRelation } from '../written.ts';

const balancer = 'AWS::ElasticLoadBalancingV2::LoadBalancer';
const classic = 'AWS::ElasticLoadBalancing::LoadBalancer';
const listener = 'AWS::ElasticLoadBalancingV2::Listener';
const listenerRule = 'AWS::ElasticLoadBalancingV2::ListenerRule';
const targetGroup = 'AWS::ElasticLoadBalancingV2::TargetGroup';
const group = 'AWS::AutoScaling::AutoScalingGroup';
const service = 'AWS::ECS::Service';
const instance = 'AWS::EC2::Instance';

/** Where an action names target groups. */
const groupsOfActions = ['/[each]/TargetGroupArn', '/[each]/ForwardConfig/TargetGroups/[each]/TargetGroupArn'];

const ways: readonly WrittenRelation[] = [
  { type: listener, at: '/LoadBalancerArn', names: [balancer], backwards: true },
  ...groupsOfActions.map((at) => ({ type: listener, at: `/DefaultActions${at}`, names: [targetGroup] })),
  ...groupsOfActions.map((at) => ({ type: listenerRule, at: `/Actions${at}`, names: [targetGroup] })),
  { type: targetGroup, at: '/Targets/[each]/Id', names: [instance, 'AWS::Lambda::Function', balancer] },
  { type: group, at: '/TargetGroupARNs/[each]', names: [targetGroup], backwards: true },
  { type: group, at: '/TrafficSources/[each]/Identifier', names: [targetGroup, classic], backwards: true },
  { type: group, at: '/LoadBalancerNames/[each]', names: [classic], backwards: true },
  { type: service, at: '/LoadBalancers/[each]/TargetGroupArn', names: [targetGroup], backwards: true },
  { type: service, at: '/LoadBalancers/[each]/LoadBalancerName', names: [classic], backwards: true },
  { type: classic, at: '/Instances/[each]', names: [instance] },
];

export function relateBalancers(context: GraphContext): void {
  relateWritten(context, 'routesTo', ways);
  relateWritten(context, 'memberOf', [{ type: listenerRule, at: '/ListenerArn', names: [listener] }]);
  for (const rule of context.ofType(listenerRule)) {
    const groups = groupsOfActions.flatMap((at) =>
      namedBy(context, rule, { at: `/Actions${at}`, names: [targetGroup] }),
    );
    for (const from of namedBy(context, rule, { at: '/ListenerArn', names: [listener] })) {
      const exists = existsGiven(rule, from.node);
      for (const end of groups) {
        const certain = exists === 'yes' && from.certain && end.certain;
        context.relate('routesTo', from.node, { ...end, certain });
      }
    }
  }
}
