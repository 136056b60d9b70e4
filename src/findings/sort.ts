/** The order in which findings are told: by file, line, column, policy. The same input gives the same order. */
import type { Finding } from './finding.ts';

/** The parts of a finding that decide its order. */
type Sorted = Pick<Finding, 'path' | 'place' | 'policy' | 'state' | 'message'>;

export function sortFindings<F extends Sorted>(findings: readonly F[]): readonly F[] {
  return findings.toSorted(compareFindings);
}

/** The first that differs decides. */
const comparisons: readonly ((left: Sorted, right: Sorted) => number)[] = [
  (left, right) => compareTexts(left.path, right.path),
  (left, right) => (left.place?.start ?? 0) - (right.place?.start ?? 0),
  (left, right) => compareTexts(left.policy, right.policy),
  // Open findings go first, so that suppressing one instance of a line renumbers no other.
  (left, right) => Number(left.state !== 'open') - Number(right.state !== 'open'),
  (left, right) => (left.place?.end ?? 0) - (right.place?.end ?? 0),
  (left, right) => compareTexts(left.message, right.message),
];

function compareFindings(left: Sorted, right: Sorted): number {
  for (const compare of comparisons) {
    const order = compare(left, right);
    if (order !== 0) return order;
  }
  return 0;
}

/** By code unit: the order must not depend on the machine's language. */
export function compareTexts(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
