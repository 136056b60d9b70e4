/** Which lines of a text were taken away and added to make another one: as few as possible, by Myers' algorithm. */

export interface Line {
  readonly kind: ' ' | '-' | '+';
  /** With its line break, where it has one. */
  readonly text: string;
}

/** Time and memory grow with the square of the changes; beyond, every line counts as changed. */
const mostChanges = 2000;

export function compareLines(before: readonly string[], after: readonly string[]): readonly Line[] {
  const rounds = shortestWay(before, after);
  if (rounds === undefined) return [...before.map(taken), ...after.map(added)];
  const lines: Line[] = [];
  let [left, right] = [before.length, after.length];
  for (const [changes, round] of [...rounds.entries()].toReversed()) {
    const from = round.cameFrom(left - right, changes);
    const same = Math.min(left - from.left, right - from.right);
    for (const text of before.slice(left - same, left).toReversed()) lines.push({ kind: ' ', text });
    // Before the first change there is none.
    if (from.isAddition) lines.push(...after.slice(from.right, from.right + 1).map(added));
    else lines.push(...before.slice(from.left, from.left + 1).map(taken));
    ({ left, right } = from);
  }
  return lines.toReversed();
}

function taken(text: string): Line {
  return { kind: '-', text };
}

function added(text: string): Line {
  return { kind: '+', text };
}

/** For each number of changes how far one can get with one less; undefined where it takes too many. */
function shortestWay(before: readonly string[], after: readonly string[]): readonly Reach[] | undefined {
  const rounds: Reach[] = [];
  let reach = new Reach(0);
  for (let changes = 0; changes <= mostChanges; changes += 1) {
    rounds.push(reach);
    const next = new Reach(changes);
    for (let diagonal = -changes; diagonal <= changes; diagonal += 2) {
      let left = reach.isAddition(diagonal, changes) ? reach.at(diagonal + 1) : reach.at(diagonal - 1) + 1;
      while (left < before.length && left - diagonal < after.length && before[left] === after[left - diagonal])
        left += 1;
      next.set(diagonal, left);
      if (left >= before.length && left - diagonal >= after.length) return rounds;
    }
    reach = next;
  }
  return undefined;
}

/**
 * How many lines of the first text one can be past, on each diagonal: by how many more of them than of the second one is
 * past. After a number of changes, the diagonals differ by two.
 */
class Reach {
  readonly #farthest: Int32Array;
  readonly #changes: number;

  constructor(changes: number) {
    this.#changes = changes;
    this.#farthest = new Int32Array(2 * changes + 3);
  }

  at(diagonal: number): number {
    return this.#farthest[diagonal + this.#changes + 1] ?? 0;
  }

  set(diagonal: number, left: number): void {
    this.#farthest[diagonal + this.#changes + 1] = left;
  }

  /** Where one was before the last of so many changes led to a diagonal; without any, above the first line. */
  cameFrom(diagonal: number, changes: number): { left: number; right: number; isAddition: boolean } {
    const isAddition = this.isAddition(diagonal, changes);
    const before = isAddition ? diagonal + 1 : diagonal - 1;
    return { left: this.at(before), right: this.at(before) - before, isAddition };
  }

  /** Whether it is best to come to a diagonal, with the last of so many changes, by adding a line; else by taking one away. */
  isAddition(diagonal: number, changes: number): boolean {
    return diagonal === -changes || (diagonal !== changes && this.at(diagonal - 1) < this.at(diagonal + 1));
  }
}
