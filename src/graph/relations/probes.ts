/** What a health check looks at, how long it takes to notice, and when clients have moved. */
import { duration, UnknownLeaf, type Document } from '../../core/document.ts';
import { exactly, sum, worst } from '../../core/interval.ts';
import { linksAt, propertyAt, type DraftNode } from '../draft.ts';
import { product, wholeNumber, type Amount } from '../facts/amount.ts';
import type { GraphContext } from '../graph-context.ts';
import { normalName } from './routes-to.ts';

const checkType = 'AWS::Route53::HealthCheck';
const config = '/HealthCheckConfig';

export function relateHealthChecks(context: GraphContext): void {
  for (const check of context.ofType(checkType)) {
    relateProbed(context, check);
    setTimes(context, check);
  }
}

const namePointer = `${config}/FullyQualifiedDomainName`;

/** A check of a declared endpoint looks at that endpoint's own name, of a declared record at the record's. */
function relateProbed(context: GraphContext, check: DraftNode): void {
  check.factSources.set('probedName', [namePointer]);
  const targets = linksAt(check, namePointer).flatMap((link) => context.get(link.to) ?? []);
  for (const target of targets) context.relate('probes', check, { node: target, certain: true });
  const record = targets.find((target) => target.type === 'AWS::Route53::RecordSet');
  const probed = record === undefined ? propertyAt(check, namePointer) : record.facts.get('name');
  if (probed !== undefined && (record !== undefined || targets.length === 0)) {
    check.facts.set('probedName', normalName(probed));
  }
}

/** Calculated checks and alarms notice when what they stand on does; that is not theirs to say. */
const probing: ReadonlySet<Document | undefined> = new Set([
  'HTTP',
  'HTTPS',
  'HTTP_STR_MATCH',
  'HTTPS_STR_MATCH',
  'TCP',
]);

/**
 * Interval × threshold, and on top of it what the slowest record behind the check is cached.
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/health-checks-creating-values.html
 */
function setTimes(context: GraphContext, check: DraftNode): void {
  const type = propertyAt(check, `${config}/Type`);
  if (!probing.has(type) && !(type instanceof UnknownLeaf)) return;
  const interval = wholeNumber(propertyAt(check, `${config}/RequestInterval`), 30);
  const threshold = wholeNumber(propertyAt(check, `${config}/FailureThreshold`), 3);
  const { because, ...detection } = product(interval, threshold);
  check.facts.set('detection', duration(detection, because));
  check.factSources.set('detection', [`${config}/FailureThreshold`, `${config}/RequestInterval`]);
  const cached = context.to('checkedBy', check).map((relation) => cachedFor(context.get(relation.from)));
  const longest = worst(...cached);
  check.facts.set(
    'switch',
    duration(sum(detection, longest), because ?? cached.find((each) => each.because !== undefined)?.because),
  );
  check.factSources.set('switch', [`${config}/FailureThreshold`]);
}

/**
 * An alias has no TTL of its own: a load balancer's is 60 seconds.
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-choosing-alias-non-alias.html
 */
function cachedFor(record: DraftNode | undefined): Amount {
  if (record === undefined) return { ...exactly(0), because: undefined };
  const isAlias = propertyAt(record, '/AliasTarget') !== undefined;
  return wholeNumber(propertyAt(record, '/TTL'), isAlias ? 60 : 0);
}
