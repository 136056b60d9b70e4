/** What a policy says of one node. */
import type { Disruption } from '../assessment/assessment.ts';
import type { NodeId, PolicyId } from '../core/ids.ts';
import type { SourceRange } from '../core/source.ts';
import type { UnknownSymbol } from '../core/value.ts';
import type { FindingLevel } from '../core/level.ts';

export interface Verdict {
  readonly policy: PolicyId;
  readonly node: NodeId;
  readonly verdict: 'pass' | 'fail' | 'unknown' | 'not-applicable';
  /** Of the check that decided, at the node's tier; `off` verdicts are told only on request. */
  readonly level: FindingLevel | 'off';
  /** The index of the check that failed or was unknown; undefined for pass and not-applicable. */
  readonly check: number | undefined;
  /** Already formatted and escaped: for a failure the policy's own words, for an unknown what could not be known and what to supply. */
  readonly message: string;
  /** The place that decided: the property, the failing item, or the header when something is missing. */
  readonly place: SourceRange | undefined;
  readonly related: readonly RelatedPlace[];
  /** The promises that it breaks, where an estimate decided: the gravest first. */
  readonly missed?: readonly MissedObjective[];
  /** What could not be known; only for `unknown`. */
  readonly unknowns: readonly UnknownSymbol[];
}

/** What a resource misses alike after each of these disruptions. */
export interface MissedObjective {
  readonly disruptions: readonly Disruption[];
  readonly level: FindingLevel | 'off';
  /** A sentence of the verdict's message. */
  readonly message: string;
}

export interface RelatedPlace {
  readonly range: SourceRange;
  /** "passed here", "default here", "replica is in eu-west-1 too" */
  readonly label: string;
}

/** One policy has one verdict on a node. */
export function verdictKey({ policy, node }: Pick<Verdict, 'policy' | 'node'>): string {
  return `${policy} ${node}`;
}
