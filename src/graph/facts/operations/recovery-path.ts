/**
 * What switches a workload to another Region (`switches`), what the switch itself needs (`neededForRecovery`,
 * `neededBecause`): the automation, what starts it and what it reads; and the Regions that its changes depend on.
 */
import { documentMap, type DocumentMap } from '../../../core/document.ts';
import { propertyAt, textAt, type DraftNode } from '../../draft.ts';
import type { GraphContext } from '../../graph-context.ts';
import { changingCalls, controlPlanes, switchingCalls, wholeServices } from '../../aws/recovery-calls.ts';
import { automationTypes, callsOf } from './recovery-calls.ts';
import { checkConfig, checkType } from '../../relations/traffic/probes.ts';
import { inverseOf, isEqual, type YesNo } from '../yes-no.ts';
import { setWaiting } from './waits-for-somebody.ts';

/** Types that steer traffic themselves wherever they are declared. */
const steering = [
  'AWS::GlobalAccelerator::Accelerator',
  'AWS::Route53RecoveryControl::RoutingControl',
  'AWS::ARCRegionSwitch::Plan',
];

export function setRecoveryPath(context: GraphContext): void {
  for (const node of context.all()) node.facts.set('neededForRecovery', false);
  for (const node of context.ofType(...steering)) node.facts.set('switches', true);
  for (const node of context.ofType('AWS::Route53::RecordSet')) setRecord(context, node);
  for (const node of context.ofType('AWS::CloudFront::Distribution')) setDistribution(node);
  for (const check of context.ofType(checkType)) needAlarm(context, check);
  const switchTypes = new Set<string>();
  for (const node of context.ofType(...automationTypes)) {
    const allowed = node.kind === 'looked-up' ? [] : [...callsOf(context, node)].toSorted();
    const calls = switchedBy(node, allowed);
    if (calls.length === 0) continue;
    node.facts.set('switches', true);
    node.facts.set('controlPlanes', Object.freeze(allowed.flatMap((call) => boundTo(call))));
    need(node, `it may call ${calls.join(', ')}`);
    needStarters(context, node);
    needRead(context, node);
    switchTypes.add(node.type);
  }
  // Also of those of which nobody here knows what they call: they may be the copies of a switch.
  for (const node of context.ofType(...switchTypes)) setWaiting(context, node);
}

function boundTo(call: string): readonly DocumentMap[] {
  const region = controlPlanes.get(call);
  return region === undefined
    ? []
    : [
        documentMap([
          ['call', call],
          ['region', region],
        ]),
      ];
}

/** Records that answer by health: several of a name, with a health check or an evaluated target. */
function setRecord(context: GraphContext, record: DraftNode): void {
  const routing = record.facts.get('routing');
  if (routing !== 'failover' && routing !== 'active') return;
  const checked = context.from('checkedBy', record).length > 0 || propertyAt(record, '/HealthCheckId') !== undefined;
  record.facts.set('switches', checked || isEqual(propertyAt(record, '/AliasTarget/EvaluateTargetHealth'), true));
}

function setDistribution(node: DraftNode): void {
  const quantity = propertyAt(node, '/DistributionConfig/OriginGroups/Items');
  if (quantity !== undefined) node.facts.set('switches', !Array.isArray(quantity) || quantity.length > 0);
}

/**
 * The calls that make it a switch: those that nothing else makes, or, in what is called a failover, those that change things,
 * one by one or as all those of a service.
 */
function switchedBy(node: DraftNode, calls: readonly string[]): readonly string[] {
  const isNamed = isCalledSo(node);
  if (!isNamed && !calls.some((call) => switchingCalls.has(call))) return [];
  const isChange = (call: string): boolean =>
    switchingCalls.has(call) || changingCalls.has(call) || (isNamed && wholeServices.has(call));
  return calls.filter(isChange);
}

function isCalledSo(node: DraftNode): boolean {
  const names = ['/FunctionName', '/StateMachineName', '/Name'].map((pointer) => textAt(node, pointer) ?? '');
  return [node.address, ...names].some((name) => /fail-?_?over|switch-?_?over|disaster/iu.test(name));
}

function need(node: DraftNode, because: string, isNeeded: YesNo = true): void {
  if (isNeeded === false || node.facts.get('neededForRecovery') === true) return;
  node.facts.set('neededForRecovery', isNeeded);
  node.facts.set('neededBecause', because);
}

/**
 * Records that answer by a check of an alarm go by what CloudWatch last knew of it, or take it for healthy, when the Region of
 * the alarm is gone.
 * https://docs.aws.amazon.com/Route53/latest/APIReference/API_HealthCheckConfig.html
 */
function needAlarm(context: GraphContext, check: DraftNode): void {
  const isFollowed = context.to('checkedBy', check).some(({ from, certain }) => {
    const routing = context.get(from)?.facts.get('routing');
    return certain && (routing === 'failover' || routing === 'active');
  });
  if (!isFollowed) return;
  const trusted = inverseOf(isEqual(propertyAt(check, `${checkConfig}/InsufficientDataHealthStatus`), 'Unhealthy'));
  for (const { to, certain } of context.from('dependsOn', check)) {
    const alarm = context.get(to);
    const isAlarm = alarm?.type === 'AWS::CloudWatch::Alarm' || alarm?.type === 'AWS::CloudWatch::CompositeAlarm';
    if (isAlarm && certain) need(alarm, `${check.address} takes it for healthy while nothing is known of it`, trusted);
  }
}

/** Alarms, rules, topics and queues that lead to it, and machines that call it, over any number of hops. */
function needStarters(context: GraphContext, node: DraftNode): void {
  const open = [node];
  const seen = new Set(open);
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const callers = context.to('dependsOn', at).filter(({ from }) => isCaller(context.get(from)));
    for (const { from, certain } of [
      ...context.to('routesTo', at),
      ...callers,
      ...context.from('partOf', at).map(reversed),
    ]) {
      const starter = context.get(from);
      if (starter === undefined || !certain || seen.has(starter)) continue;
      seen.add(starter);
      need(starter, `it starts ${node.address}`);
      open.push(starter);
    }
  }
}

function isCaller(node: DraftNode | undefined): boolean {
  return node?.type === 'AWS::StepFunctions::StateMachine' || node?.type === 'AWS::SSM::Document';
}

/** A target is started by its rule. */
function reversed<T extends { readonly to: string; readonly certain: boolean }>({
  to,
  certain,
}: T): { readonly from: T['to']; readonly certain: boolean } {
  return { from: to, certain };
}

const read: ReadonlySet<string> = new Set([
  'AWS::S3::Bucket',
  'AWS::SSM::Parameter',
  'AWS::ECR::Repository',
  'AWS::SQS::Queue',
]);

function needRead(context: GraphContext, node: DraftNode): void {
  for (const { to, certain } of context.from('dependsOn', node)) {
    const used = context.get(to);
    if (used !== undefined && certain && read.has(used.type)) need(used, `${node.address} uses it`);
  }
}
