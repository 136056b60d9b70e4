/**
 * Version constraints of module calls, as stretches of versions: enough to tell which described release a call may mean.
 *
 * https://developer.hashicorp.com/terraform/language/expressions/version-constraints
 */

/** From `from` on, up to but not including `below`; undefined ends are open. */
export interface VersionRange {
  readonly from: Version | undefined;
  readonly below: Version | undefined;
}

type Version = readonly [major: number, minor: number, patch: number];

const anyVersion: VersionRange = { from: undefined, below: undefined };

const condition = /^\s*(?<operator>=|!=|>=|<=|>|<|~>|)\s*v?(?<version>\d+(?:\.\d+){0,2})\s*$/u;

/** The stretch that all conditions leave; undefined for what is no constraint, or names a pre-release. */
export function parseConstraint(text: string): VersionRange | undefined {
  let range = anyVersion;
  for (const part of text.split(',')) {
    const { operator = '', version = '' } = condition.exec(part)?.groups ?? {};
    if (version === '') return undefined;
    range = both(range, rangeOf(operator, version.split('.').map(Number)));
  }
  return range;
}

/** Whether some version lies in both. */
export function overlap(left: VersionRange, right: VersionRange): boolean {
  const { from, below } = both(left, right);
  return from === undefined || below === undefined || compareVersions(from, below) < 0;
}

/** Which of two stretches reaches further up, for sorting. */
export function compareRanges(left: VersionRange, right: VersionRange): number {
  return compareVersions(left.from ?? [0, 0, 0], right.from ?? [0, 0, 0]);
}

function rangeOf(operator: string, numbers: readonly number[]): VersionRange {
  const [major = 0, minor = 0, patch = 0] = numbers;
  const version: Version = [major, minor, patch];
  const next: Version = [major, minor, patch + 1];
  switch (operator) {
    case '>=':
      return { from: version, below: undefined };
    case '>':
      return { from: next, below: undefined };
    case '<':
      return { from: undefined, below: version };
    case '<=':
      return { from: undefined, below: next };
    case '!=':
      return anyVersion;
    case '~>':
      return { from: version, below: aboveLast(version, numbers.length) };
    default:
      return { from: version, below: next };
  }
}

/**
 * The last number that is written may rise, also when it is the only one.
 *
 * https://github.com/hashicorp/go-version/blob/main/constraint.go (constraintPessimistic)
 */
function aboveLast([major, minor]: Version, written: number): Version | undefined {
  if (written < 2) return undefined;
  return written === 2 ? [major + 1, 0, 0] : [major, minor + 1, 0];
}

function both(left: VersionRange, right: VersionRange): VersionRange {
  return {
    from: furthest(left.from, right.from, 1),
    below: furthest(left.below, right.below, -1),
  };
}

function furthest(left: Version | undefined, right: Version | undefined, sign: 1 | -1): Version | undefined {
  if (left === undefined || right === undefined) return left ?? right;
  return compareVersions(left, right) * sign > 0 ? left : right;
}

function compareVersions(left: Version, right: Version): number {
  return left[0] - right[0] || left[1] - right[1] || left[2] - right[2];
}
