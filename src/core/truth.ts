/**
 * Three-valued logic after Kleene. Truth is three words, not a boolean, so that `!truth` and `if (truth)` do not compile
 * past the linter: an unknown that slips through a negation is how false findings are made.
 */
export type Truth = 'yes' | 'no' | 'unknown';

export function truthOf(value: boolean): Truth {
  return value ? 'yes' : 'no';
}

export function not(truth: Truth): Truth {
  if (truth === 'unknown') return 'unknown';
  return truth === 'yes' ? 'no' : 'yes';
}

/** `yes` when all are, `no` when one is, else unknown; of nothing: yes. */
export function and(...truths: readonly Truth[]): Truth {
  if (truths.includes('no')) return 'no';
  return truths.includes('unknown') ? 'unknown' : 'yes';
}

/** `yes` when one is, `no` when all are, else unknown; of nothing: no. */
export function or(...truths: readonly Truth[]): Truth {
  if (truths.includes('yes')) return 'yes';
  return truths.includes('unknown') ? 'unknown' : 'no';
}
