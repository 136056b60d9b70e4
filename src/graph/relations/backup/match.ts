/** Whether a resource meets one part of a backup selection; where that is not known, why. */
export type Match = { readonly truth: 'yes' | 'no' } | { readonly truth: 'unknown'; readonly because: string };

export const matches: Match = Object.freeze({ truth: 'yes' });
export const differs: Match = Object.freeze({ truth: 'no' });

/** @param because a phrase: "the tag value var.backup is not known" */
export function perhaps(because: string): Match {
  return { truth: 'unknown', because };
}

export function matchOf(truth: Match['truth'], because: () => string): Match {
  if (truth === 'unknown') return perhaps(because());
  return truth === 'yes' ? matches : differs;
}

/** All must hold (of nothing: they do); the first reason stands for all. Later ones are not asked after a no. */
export function allOf(parts: Iterable<Match>): Match {
  let result = matches;
  for (const part of parts) {
    if (part.truth === 'no') return differs;
    if (part.truth === 'unknown' && result.truth === 'yes') result = part;
  }
  return result;
}

/** One must hold (of nothing: none does). Later ones are not asked after a yes. */
export function anyOf(parts: Iterable<Match>): Match {
  let result = differs;
  for (const part of parts) {
    if (part.truth === 'yes') return matches;
    if (part.truth === 'unknown' && result.truth === 'no') result = part;
  }
  return result;
}

export function inverse(match: Match): Match {
  if (match.truth === 'unknown') return match;
  return match.truth === 'yes' ? differs : matches;
}
