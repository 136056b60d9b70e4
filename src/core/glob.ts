/**
 * Globs as the configuration uses them, matched in time proportional to pattern × text: a pattern comes from a stranger's
 * file and must not be able to stall a run, as a regular expression made from it could.
 */

/** `*` stands for any characters, `?` for one; everything else, brackets included, for itself. For addresses and policy ids. */
export function matchesGlob(pattern: string, text: string): boolean {
  const firstWildcard = pattern.search(/[*?]/u);
  if (firstWildcard === -1) return pattern === text;
  // Most patterns differ from most texts in what stands before the wildcard.
  if (!text.startsWith(pattern.slice(0, firstWildcard))) return false;
  return matchesWithStars(pattern.split(''), text.split(''), {
    isStar: (token) => token === '*',
    matches: (token, character) => token === '?' || token === character,
  });
}

/** As `matchesGlob`, for paths: `*` and `?` stay inside a segment, `**` spans any number of segments; a folder's path matches all below it. */
export function matchesPathGlob(pattern: string, path: string): boolean {
  const segments = pattern.split('/').filter((segment) => segment !== '' && segment !== '.');
  if (segments.length === 0) return true;
  return matchesWithStars([...segments, '**'], path.split('/'), {
    isStar: (token) => token === '**',
    matches: matchesGlob,
  });
}

interface TokenRules {
  readonly isStar: (token: string) => boolean;
  readonly matches: (token: string, item: string) => boolean;
}

/** Only the latest star needs to be remembered: what an earlier one took can always be taken by the later one. */
function matchesWithStars(tokens: readonly string[], items: readonly string[], rules: TokenRules): boolean {
  let token = 0;
  let item = 0;
  let star: { readonly token: number; item: number } | undefined;
  while (item < items.length) {
    const wanted = tokens[token];
    if (wanted !== undefined && rules.isStar(wanted)) {
      star = { token, item };
      token += 1;
    } else if (wanted !== undefined && rules.matches(wanted, items[item] ?? '')) {
      token += 1;
      item += 1;
    } else if (star === undefined) {
      return false;
    } else {
      star.item += 1;
      token = star.token + 1;
      item = star.item;
    }
  }
  return tokens.slice(token).every(rules.isStar);
}
