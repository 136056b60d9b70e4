/**
 * The fact `spotOnly` of a service, by its own strategy, and of a cluster, by its default one: whether every task is started on
 * Spot capacity. Absent where there is no strategy.
 */
import { isDocumentMap, isLeaf, UnknownLeaf, type Document } from '../../../core/document.ts';
import { and, not, or, truthOf, type Truth } from '../../../core/truth.ts';
import { itemsAt, propertyAt, type DraftNode } from '../../draft.ts';
import type { GraphContext } from '../../graph-context.ts';
import { resolve } from '../../identity/resolve.ts';
import { isDeclared } from '../../node.ts';

const providerType = 'AWS::ECS::CapacityProvider';
const groupType = 'AWS::AutoScaling::AutoScalingGroup';

/** Type → where its strategy stands. */
const strategies: ReadonlyMap<string, string> = new Map([
  ['AWS::ECS::Service', '/CapacityProviderStrategy'],
  ['AWS::ECS::Cluster', '/DefaultCapacityProviderStrategy'],
]);

/** After groups were related to their launch templates. */
export function setSpotOnly(context: GraphContext): void {
  for (const [type, pointer] of strategies) {
    for (const node of context.ofType(type)) {
      const whole = propertyAt(node, pointer);
      if (whole === undefined) continue;
      node.facts.set('spotOnly', isLeaf(whole) ? whole : factOf(node, spotOnly(context, node, pointer)));
      node.factSources.set('spotOnly', [itemsAt(node, pointer).length > 0 ? `${pointer}/0` : pointer]);
    }
  }
}

function factOf(node: DraftNode, truth: Truth): Document {
  if (truth !== 'unknown') return truth === 'yes';
  const subject = `whether ${node.address} starts every task on Spot capacity`;
  const cure = 'scan the code of its capacity providers, too';
  return new UnknownLeaf({ key: `spot ${node.id}`, reason: { code: 'derived', subject, cure } });
}

/** All providers that get tasks are Spot, and one at least does. */
function spotOnly(context: GraphContext, node: DraftNode, pointer: string): Truth {
  const items = itemsAt(node, pointer).map((item, index) => ({
    used: isUsed(item),
    spot: isSpot(context, node, `${pointer}/${index}/CapacityProvider`),
  }));
  return and(or(...items.map(({ used }) => used)), ...items.map(({ used, spot }) => or(not(used), spot)));
}

// https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html
function isUsed(item: Document): Truth {
  if (!isDocumentMap(item)) return 'unknown';
  return or(...[item['Weight'], item['Base']].map((share) => not(isNumber(share, 0))));
}

function isNumber(value: Document | undefined, wanted: number): Truth {
  return isLeaf(value) ? 'unknown' : truthOf(value === wanted);
}

function isSpot(context: GraphContext, node: DraftNode, pointer: string): Truth {
  const name = propertyAt(node, pointer);
  if (name === 'FARGATE' || name === 'FARGATE_SPOT') return truthOf(name === 'FARGATE_SPOT');
  const [provider] = resolve(context, node, pointer, [providerType]);
  return provider?.certain === true && isDeclared(provider.node) ? isSpotProvider(context, provider.node) : 'unknown';
}

function isSpotProvider(context: GraphContext, provider: DraftNode): Truth {
  const option = propertyAt(provider, '/ManagedInstancesProvider/InstanceLaunchTemplate/CapacityOptionType');
  if (option !== undefined) return isLeaf(option) ? 'unknown' : truthOf(option === 'SPOT');
  if (propertyAt(provider, '/AutoScalingGroupProvider') === undefined) return 'no';
  const [group] = resolve(context, provider, '/AutoScalingGroupProvider/AutoScalingGroupArn', [groupType]);
  return group?.certain === true && isDeclared(group.node) ? isSpotGroup(context, group.node) : 'unknown';
}

/** By its own mix of instances, else by what its launch template asks for. */
// https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-mixed-instances-groups.html
function isSpotGroup(context: GraphContext, group: DraftNode): Truth {
  const distribution = '/MixedInstancesPolicy/InstancesDistribution';
  if (propertyAt(group, '/MixedInstancesPolicy') !== undefined) {
    const onDemand = ['OnDemandBaseCapacity', 'OnDemandPercentageAboveBaseCapacity'];
    return and(...onDemand.map((name) => isNumber(propertyAt(group, `${distribution}/${name}`), 0)));
  }
  const templates = context.from('dependsOn', group).flatMap(({ to }) => context.get(to) ?? []);
  const [template] = templates.filter(({ type }) => type === 'AWS::EC2::LaunchTemplate');
  if (template === undefined) return 'no';
  if (!isDeclared(template)) return 'unknown';
  const market = propertyAt(template, '/LaunchTemplateData/InstanceMarketOptions/MarketType');
  return isLeaf(market) ? 'unknown' : truthOf(market === 'spot');
}
