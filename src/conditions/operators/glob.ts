/**
 * Texts that are known in part: a list of characters and gaps, where a gap stands for any text. A pattern with `*` and a
 * text with unknown parts are both of this kind, so one comparison serves `like`, `equals` and templates.
 */

/** A character, or undefined for a gap. */
type Character = string | undefined;
type Glob = readonly Character[];

/** Comparing two of these costs the product of their lengths; beyond it the answer is not looked for. */
const maximumCost = 1_000_000;

/** A pattern in which `*` is a gap. */
export function patternGlob(pattern: string): Glob {
  return pattern.split('').map((character) => (character === '*' ? undefined : character));
}

/** Known pieces, and undefined for each unknown one between them. */
export function piecesGlob(pieces: readonly (string | undefined)[]): Glob {
  return pieces.flatMap((piece) => (piece === undefined ? [undefined] : piece.split('')));
}

/** Whether some text is described by both; true when that is too costly to find out. */
export function globsOverlap(left: Glob, right: Glob): boolean {
  return (
    left.length * right.length > maximumCost || fitTogether(left, right, (one, other) => isGap(one) || isGap(other))
  );
}

/** Whether every text that `text` describes is described by `pattern`; false when that is too costly to find out. */
export function globCovers(pattern: Glob, text: Glob): boolean {
  return pattern.length * text.length <= maximumCost && fitTogether(pattern, text, isGap);
}

/**
 * Lays the two beside each other, one row per position in `left`: a cell says whether what stands before it fits. Where
 * `stretches`, one side may take any stretch of the other, so whatever fits above or to the left still fits.
 */
function fitTogether(left: Glob, right: Glob, stretches: (one: Character, other: Character) => boolean): boolean {
  let above = [true];
  for (const [column, other] of right.entries()) above.push(above[column] === true && stretches('', other));
  for (const one of left) {
    const row = [above[0] === true && stretches(one, '')];
    for (const [column, other] of right.entries()) {
      const fits = stretches(one, other)
        ? above[column + 1] === true || row[column] === true
        : above[column] === true && one === other;
      row.push(fits);
    }
    above = row;
  }
  return above.at(-1) === true;
}

function isGap(character: Character): boolean {
  return character === undefined;
}
