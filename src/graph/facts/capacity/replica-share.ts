/**
 * The fact `replicaShare`: how large a read replica of a database instance is beside its source, by the smaller of two ratios,
 * that of their classes and that of their storage (1: as large).
 */
import { MeasureLeaf, UnknownLeaf, type Document } from '../../../core/document.ts';
import type { Interval } from '../../../core/interval.ts';
import type { UnknownSymbol } from '../../../core/value.ts';
import { propertyAt, type DraftNode } from '../../draft.ts';
import type { GraphContext } from '../../graph-context.ts';
import { amountOf, shareOf } from './capacity.ts';

const instanceType = 'AWS::RDS::DBInstance';

export function setReplicaShares(context: GraphContext): void {
  for (const replica of context.ofType(instanceType)) {
    const [source] = context.to('replicatesTo', replica).flatMap(({ from }) => context.get(from) ?? []);
    if (source?.type !== instanceType) continue;
    replica.facts.set('replicaShare', shareOfInstance(replica, source));
    replica.factSources.set('replicaShare', ['/DBInstanceClass', '/AllocatedStorage']);
  }
}

function shareOfInstance(replica: DraftNode, source: DraftNode): MeasureLeaf {
  if (source.normal === undefined) return notKnown(`how large ${source.address} is`);
  return smaller(shareOfClass(replica, source), shareOfStorage(replica, source));
}

/** Of two figures the one that is certainly smaller, else the one that may be. */
function smaller(one: MeasureLeaf, other: MeasureLeaf): MeasureLeaf {
  const [left, right] = [one.interval(), other.interval()];
  const interval = { low: Math.min(left.low, right.low), high: Math.min(left.high, right.high) };
  return new MeasureLeaf('number', interval, one.because() ?? other.because());
}

/** A replica has the class of its source, unless it names one. */
function shareOfClass(replica: DraftNode, source: DraftNode): MeasureLeaf {
  const [own, its] = [replica, source].map((node) => propertyAt(node, '/DBInstanceClass'));
  if (own === undefined || (typeof own === 'string' && own === its)) return figure(1);
  const [mine, theirs] = [classOf(own), classOf(its)];
  // What classes of different kinds have in common is not their size alone.
  if (mine === undefined || theirs === undefined || mine.kind !== theirs.kind) return notComparable(own, its);
  return figure(mine.units / theirs.units);
}

interface InstanceClass {
  /** `m` of `db.m7g.large`: general purpose, memory, burstable. */
  readonly kind: string;
  readonly units: number;
}

/** Size → normalized units, of which one size has as many in every generation. */
// https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithReservedDBInstances.html
const smallSizes: ReadonlyMap<string, number> = new Map([
  ['micro', 0.5],
  ['small', 1],
  ['medium', 2],
  ['large', 4],
  ['xlarge', 8],
]);

function classOf(written: Document | undefined): InstanceClass | undefined {
  const [, kind, size = ''] =
    /^db\.([a-z]+)\d[a-z\d-]*\.(\w+)$/u.exec(typeof written === 'string' ? written : '') ?? [];
  const [, times] = /^(\d+)xlarge$/u.exec(size) ?? [];
  const units = times === undefined ? smallSizes.get(size) : Number(times) * 8;
  return kind === undefined || units === undefined ? undefined : { kind, units };
}

/** A replica has the storage of its source, unless it names its own. */
function shareOfStorage(replica: DraftNode, source: DraftNode): MeasureLeaf {
  const own = propertyAt(replica, '/AllocatedStorage');
  const its = propertyAt(source, '/AllocatedStorage');
  return own === undefined || its === undefined ? figure(1) : shareOf(amountOf(own), amountOf(its));
}

function figure(share: number): MeasureLeaf {
  return new MeasureLeaf('number', { low: share, high: share });
}

function notComparable(own: Document, its: Document | undefined): MeasureLeaf {
  const because = causeIn(own) ?? causeIn(its);
  if (because !== undefined) return new MeasureLeaf('number', anything, because);
  const [mine, theirs] = [own, its].map((each) => (typeof each === 'string' ? each : 'another class'));
  return notKnown(`how ${mine ?? ''} compares with ${theirs ?? ''}`);
}

function causeIn(written: Document | undefined): UnknownSymbol | undefined {
  return written instanceof UnknownLeaf ? written.symbol() : undefined;
}

const anything: Interval = { low: 0, high: Infinity };

function notKnown(subject: string): MeasureLeaf {
  return new MeasureLeaf('number', anything, { key: subject, reason: { code: 'derived', subject, cure: '' } });
}
