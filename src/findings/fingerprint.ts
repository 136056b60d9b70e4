/**
 * Fingerprints of findings: a hash of what is claimed about what, so that they stay the same when code is moved, renamed,
 * reformatted or rescaled. Equal ones of a run are numbered.
 */
import { createHash } from 'node:crypto';

/** Enough of the hash that two different findings of one repository never meet. */
const hexDigits = 16;

/** The fingerprint before numbering. `anchor` is the address without instance keys; a diagnostic has its file's path there. */
export function fingerprintOf(policy: string, anchor: string, part: string | undefined): string {
  const hash = createHash('sha256');
  for (const piece of [policy, anchor, part ?? '']) hash.update(piece).update('\0');
  return hash.digest('hex').slice(0, hexDigits);
}

/** The same findings, equal fingerprints told apart by `:2`, `:3` in the order given. */
export function numberFingerprints<F extends { readonly fingerprint: string }>(findings: readonly F[]): readonly F[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const count = (seen.get(finding.fingerprint) ?? 0) + 1;
    seen.set(finding.fingerprint, count);
    return count === 1 ? finding : { ...finding, fingerprint: `${finding.fingerprint}:${count}` };
  });
}
