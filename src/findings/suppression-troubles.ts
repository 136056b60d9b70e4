/** What is wrong with a suppression itself: expired, without effect, without a reason, soon over. One trouble each, the gravest. */
import type { DiagnosticCode } from '../core/diagnostic.ts';
import { matchesGlob } from '../core/glob.ts';
import { printText } from '../core/print.ts';
import { suggest } from '../core/suggest.ts';
import type { JudgedPlaces } from './judged-places.ts';
import { describeSuppression, isDate, type SourceScope, type Suppression } from './suppression.ts';

export interface Trouble {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly help: string;
}

/** What was judged: nothing can be said about a suppression of what was not. */
export interface JudgedRun {
  /** The ids of the run's policies, former ones too, and the codes of diagnostics. */
  readonly policyIds: readonly string[];
  readonly places: JudgedPlaces;
}

/** `used`: it covers a failure, or a verdict that may turn out to be one. */
export function troubleWith(suppression: Suppression, used: boolean, run: JudgedRun): Trouble | undefined {
  if (suppression.expired) return expiredTrouble(suppression);
  if (!used) return unusedTrouble(suppression, run);
  if ((suppression.reason ?? '').trim() !== '') return suppression.endsSoon ? endingTrouble(suppression) : undefined;
  return {
    code: 'suppression/no-reason',
    message: `The suppression of ${describeSuppression(suppression)} gives no reason.`,
    help:
      suppression.scope.kind === 'configuration'
        ? 'Say with `reason:` why the risk is accepted.'
        : `Say why the risk is accepted: ${commentForm}.`,
  };
}

const commentForm = '`dr-lint-ignore rds/multi-az until=2027-06-01: why`, in metadata `reason`';

function expiredTrouble(suppression: Suppression): Trouble {
  const what = describeSuppression(suppression);
  const expires = suppression.expires ?? '';
  const message = isDate(expires)
    ? `The suppression of ${what} expired on ${expires} and no longer applies.`
    : `The suppression of ${what} has no valid expiry date ("${printText(expires)}"), so it does not apply.`;
  return {
    code: 'suppression/expired',
    message,
    help: `Fix what it hid and remove it, or write a new ${dayOf(suppression)}.`,
  };
}

function endingTrouble(suppression: Suppression): Trouble {
  const message = `The suppression of ${describeSuppression(suppression)} ends on ${suppression.expires ?? ''}.`;
  return {
    code: 'suppression/ending',
    message,
    help: `Fix what it hides by then, or write a new ${dayOf(suppression)}.`,
  };
}

function dayOf({ scope }: Suppression): string {
  return scope.kind === 'configuration' ? '`expires: YYYY-MM-DD`' : '`until` as YYYY-MM-DD';
}

function unusedTrouble(suppression: Suppression, run: JudgedRun): Trouble | undefined {
  const { policy, scope } = suppression;
  const code = 'suppression/unused';
  const what = describeSuppression(suppression);
  if (scope.kind === 'configuration') {
    const help = 'Remove it, or correct the policy, resource or path it names.';
    return { code, message: `The suppression of ${what} hides nothing: no such failure was found.`, help };
  }
  if (policy === '') {
    const message = 'This suppression names no policy, so it hides nothing.';
    return { code, message, help: `Name what is accepted, and why: ${commentForm}.` };
  }
  if (!run.policyIds.some((id) => matchesGlob(policy, id))) {
    // It may belong to policies that only other runs have; what is nearly the name of one of ours is a slip of the pen.
    const meant = suggest(policy, run.policyIds);
    if (meant === undefined) return undefined;
    const message = `The suppression of ${what} hides nothing: there is no such policy.`;
    return { code, message, help: `Did you mean "${meant}"?` };
  }
  if (scope.covers === undefined) {
    const help =
      'A comment stands above a block or argument or at its end; `dr-lint-ignore-file` above everything else.';
    return { code, message: `The suppression of ${what} stands where it covers nothing.`, help };
  }
  if (!policy.startsWith('input/') && !run.places.touch(scope.covers)) return undefined;
  const message = `The suppression of ${what} hides nothing: no such failure was found ${placeWords(scope)}.`;
  return { code, message, help: 'Remove it, or correct the policy it names.' };
}

function placeWords({ covers }: SourceScope): string {
  return covers?.start === 0 && covers.end === covers.file.text.length ? 'in this file' : 'there';
}
