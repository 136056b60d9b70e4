/**
 * How long until a failure is noticed, and until clients have moved: `detection` of health checks and alarms, `switch` of
 * health checks, and of records `detection` and `cached`, how long resolvers go on answering as before.
 *
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/health-checks-creating-values.html
 */
import { duration, MeasureLeaf, UnknownLeaf, type Document } from '../../../core/document.ts';
import { exactly, sum, worst } from '../../../core/interval.ts';
import { itemsAt, propertyAt, type DraftNode } from '../../draft.ts';
import type { GraphContext } from '../../graph-context.ts';
import { checkConfig, checkType } from '../../relations/traffic/probes.ts';
import { isDeclared } from '../../node.ts';
import { product, wholeNumber, type Amount } from '../capacity/amount.ts';
import { derivedUnknown } from '../derived-unknown.ts';

export function setDetection(context: GraphContext): void {
  for (const alarm of context.ofType('AWS::CloudWatch::Alarm')) setAlarmDetection(alarm);
  const silent = new Set<DraftNode>();
  for (const check of context.ofType(checkType)) setCheckDetection({ context, silent }, check, 0);
  for (const record of context.ofType('AWS::Route53::RecordSet')) setRecordTimes(context, record);
  for (const check of context.ofType(checkType)) setSwitch(context, check);
}

/** An alarm goes off once so many periods were bad. */
// https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-evaluation.html
function setAlarmDetection(alarm: DraftNode): void {
  const needed = propertyAt(alarm, '/DatapointsToAlarm') === undefined ? '/EvaluationPeriods' : '/DatapointsToAlarm';
  if (propertyAt(alarm, '/Period') === undefined || propertyAt(alarm, needed) === undefined) return;
  const time = product(wholeNumber(propertyAt(alarm, '/Period'), 0), wholeNumber(propertyAt(alarm, needed), 0));
  setTime(alarm, 'detection', time, [needed, '/Period']);
}

/** Checks of an endpoint; those of an unknown type may be such. */
const probing: ReadonlySet<Document | undefined> = new Set([
  'HTTP',
  'HTTPS',
  'HTTP_STR_MATCH',
  'HTTPS_STR_MATCH',
  'TCP',
]);

/** Checks of checks do not nest deeper than this in earnest; a circle of them would. */
const deepest = 8;

interface Checks {
  readonly context: GraphContext;
  /** Those that notice nothing, as far as they were looked at. */
  readonly silent: Set<DraftNode>;
}

/** A routing control notices nothing: somebody turns it, and with it what stands on nothing else. */
function setCheckDetection(checks: Checks, check: DraftNode, depth: number): void {
  const { context, silent } = checks;
  if (check.facts.has('detection') || silent.has(check) || depth > deepest) return;
  const type = propertyAt(check, `${checkConfig}/Type`);
  if (probing.has(type) || type instanceof UnknownLeaf) setProbeDetection(check);
  else if (type === 'CALCULATED') setCalculatedDetection(checks, check, depth);
  else if (type === 'CLOUDWATCH_METRIC') setDetectionOfAlarm(context, check);
  else if (type === 'RECOVERY_CONTROL') silent.add(check);
}

const never: Amount = { ...exactly(Infinity), because: undefined };

function setProbeDetection(check: DraftNode): void {
  const interval = wholeNumber(propertyAt(check, `${checkConfig}/RequestInterval`), 30);
  const threshold = wholeNumber(propertyAt(check, `${checkConfig}/FailureThreshold`), 3);
  const sources = [`${checkConfig}/FailureThreshold`, `${checkConfig}/RequestInterval`];
  setTime(check, 'detection', product(interval, threshold), sources);
}

/**
 * It fails once fewer of its children are healthy than it wants: when an outage stops all of them, at the one that leaves
 * too few. With none wanted it never fails, with more than there are it always has.
 * https://docs.aws.amazon.com/Route53/latest/APIReference/API_HealthCheckConfig.html#Route53-Type-HealthCheckConfig-HealthThreshold
 */
function setCalculatedDetection(checks: Checks, check: DraftNode, depth: number): void {
  const { context, silent } = checks;
  const children = itemsAt(check, `${checkConfig}/ChildHealthChecks`);
  const nodes = context.from('dependsOn', check).flatMap(({ to }) => context.get(to) ?? []);
  const asked = nodes.filter(({ type }) => type === checkType);
  for (const node of asked) setCheckDetection(checks, node, depth + 1);
  const times = asked.map((node) => (silent.has(node) ? never : timeOf(node.facts.get('detection'))));
  const wanted = propertyAt(check, `${checkConfig}/HealthThreshold`);
  const sources = [`${checkConfig}/HealthThreshold`, `${checkConfig}/ChildHealthChecks`];
  if (times.length !== children.length || times.length === 0) return;
  if (asked.every((node) => silent.has(node))) {
    silent.add(check);
    return;
  }
  if (typeof wanted !== 'number') {
    const unknown = wholeNumber(wanted ?? null, 0);
    return setTime(check, 'detection', unknown, sources);
  }
  const last = times.length - wanted;
  const nth = (end: 'low' | 'high'): number =>
    times.map((time) => time[end]).toSorted((a, b) => a - b)[last] ?? Infinity;
  if (last < 0) return;
  // Where it waits for routing controls, nothing is meant to be noticed; where none is wanted, something is, and never will be.
  if (wanted > 0 && nth('low') === Infinity) {
    silent.add(check);
    return;
  }
  const because = times.find((time) => time.because !== undefined)?.because;
  setTime(check, 'detection', { low: nth('low'), high: nth('high'), because }, sources);
}

function setDetectionOfAlarm(context: GraphContext, check: DraftNode): void {
  for (const { to } of context.from('dependsOn', check)) {
    const alarm = context.get(to);
    if (alarm !== undefined) setTime(check, 'detection', timeOfAlarm(alarm), [checkConfig]);
  }
}

function timeOfAlarm(alarm: DraftNode): Amount {
  const detection = alarm.facts.get('detection');
  if (detection !== undefined) return timeOf(detection);
  const cure = isDeclared(alarm) ? '' : 'scan the code that declares it, too';
  const unknown = derivedUnknown(`detection ${alarm.id}`, `how soon the alarm ${alarm.address} goes off`, cure);
  return { ...timeOf(undefined), because: unknown.symbol() };
}

/** Also of a record that goes by the health of what it leads to, as far as that is known. */
function setRecordTimes(context: GraphContext, record: DraftNode): void {
  const pointer = propertyAt(record, '/AliasTarget') === undefined ? '/TTL' : '/AliasTarget';
  setTime(record, 'cached', cachedFor(context, record, 0), [pointer]);
  const checks = context.from('checkedBy', record).flatMap(({ to }) => context.get(to)?.facts.get('detection') ?? []);
  const [first] = checks;
  if (first !== undefined) setTime(record, 'detection', timeOf(first), ['/HealthCheckId']);
}

/**
 * An alias has no TTL of its own: it has that of the record that it leads to, and a load balancer's is 60 seconds.
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-choosing-alias-non-alias.html
 */
function cachedFor(context: GraphContext, record: DraftNode, depth: number): Amount {
  if (propertyAt(record, '/AliasTarget') === undefined) return wholeNumber(propertyAt(record, '/TTL'), 0);
  const behind = context
    .from('routesTo', record)
    .flatMap(({ to }) => context.get(to) ?? [])
    .find(({ type }) => type === record.type);
  if (behind !== undefined && depth < deepest) return cachedFor(context, behind, depth + 1);
  return wholeNumber(undefined, 60);
}

/** Detection, and on top of it what the slowest record behind the check is cached. */
function setSwitch(context: GraphContext, check: DraftNode): void {
  const detection = check.facts.get('detection');
  if (detection === undefined) return;
  const own = timeOf(detection);
  const cached = context
    .to('checkedBy', check)
    .map(({ from }) => timeOf(context.get(from)?.facts.get('cached') ?? duration(exactly(0))));
  const because = own.because ?? cached.find((each) => each.because !== undefined)?.because;
  // What is not known of a record stands at the record.
  const sources = because === own.because ? (check.factSources.get('detection') ?? []) : [];
  setTime(check, 'switch', { ...sum(own, worst(...cached)), because }, sources);
}

function setTime(node: DraftNode, fact: string, time: Amount, sources: readonly string[]): void {
  const { because, low, high } = time;
  node.facts.set(fact, duration({ low, high }, because));
  node.factSources.set(fact, sources);
}

/** A time that is there already; anything where it is not. */
function timeOf(fact: Document | undefined): Amount {
  if (fact instanceof MeasureLeaf) return { ...fact.interval(), because: fact.because() };
  return { low: 0, high: Infinity, because: undefined };
}
