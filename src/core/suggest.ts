/** The nearest of the allowed names, for "did you mean": small edit distance only, so that it never suggests nonsense. */
export function suggest(name: string, allowed: Iterable<string>): string | undefined {
  const wanted = name.toLowerCase();
  let nearest: string | undefined;
  let smallest = Math.max(2, Math.floor(name.length / 3)) + 1;
  for (const candidate of allowed) {
    const distance = editDistance(wanted, candidate.toLowerCase(), smallest);
    if (distance < smallest) {
      smallest = distance;
      nearest = candidate;
    }
  }
  return nearest;
}

/** ` Did you mean "x"?`, or the allowed names when none is near; starts with a space so that it can be appended. */
export function didYouMean(name: string, allowed: readonly string[]): string {
  const nearest = suggest(name, allowed);
  if (nearest !== undefined) return ` Did you mean "${nearest}"?`;
  return allowed.length > 0 && allowed.length <= 20 ? ` Expected one of: ${allowed.join(', ')}.` : '';
}

function editDistance(left: string, right: string, limit: number): number {
  if (Math.abs(left.length - right.length) >= limit) return limit;
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const substitution = (previous[column - 1] ?? 0) + (left[row - 1] === right[column - 1] ? 0 : 1);
      current.push(Math.min(substitution, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[right.length] ?? limit;
}
