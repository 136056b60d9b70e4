/** The pattern of `format`: literal text and verbs. https://developer.hashicorp.com/terraform/language/functions/format#specification-syntax */
import { refuse, type Refusal } from './function.ts';

/** One verb: `%[2]s`, `%-8.3f`. */
export interface Verb {
  readonly letter: string;
  readonly plus: boolean;
  readonly minus: boolean;
  readonly sharp: boolean;
  readonly space: boolean;
  readonly zero: boolean;
  /** Characters; 0 when none is stated. */
  readonly width: number;
  readonly precision: number | undefined;
  /** Which argument it formats, counted from 0. */
  readonly argument: number;
}

const verbs = 'bdeEfgGoqstvxX';

const verbPattern = /%(?:%|([ +#0-]*)([1-9]\d{0,8})?(?:\.(\d{0,9}))?(?:\[([1-9]\d{0,8})\])?([a-zA-Z]))/gu;

/** Text and verbs in their order; every argument must be used by some verb. */
export function parseFormat(pattern: string, argumentCount: number): readonly (string | Verb)[] | Refusal {
  const pieces: (string | Verb)[] = [];
  let last = 0;
  let next = 0;
  let most = 0;
  for (const match of pattern.matchAll(verbPattern)) {
    const before = pattern.slice(last, match.index);
    if (before.includes('%')) break;
    pieces.push(before);
    last = match.index + match[0].length;
    if (match[0] === '%%') {
      pieces.push('%');
      continue;
    }
    const verb = verbOf(match, next);
    if (!verbs.includes(verb.letter)) return refuse(`There is no verb %${verb.letter}.`);
    next = verb.argument + 1;
    most = Math.max(most, next);
    pieces.push(verb);
  }
  const rest = pattern.slice(last);
  if (rest.includes('%')) return refuse('A percent sign starts no verb; %% stands for itself.');
  if (most > argumentCount) return refuse(`The format uses ${most} arguments, and there are ${argumentCount}.`);
  if (most < argumentCount) return refuse(`The format uses ${most} of ${argumentCount} arguments.`);
  return [...pieces, rest];
}

function verbOf(match: readonly (string | undefined)[], next: number): Verb {
  const [, flags = '', width, precision, position, letter = ''] = match;
  return {
    letter,
    plus: flags.includes('+'),
    minus: flags.includes('-'),
    sharp: flags.includes('#'),
    space: flags.includes(' '),
    zero: flags.includes('0'),
    width: Number(width ?? 0),
    precision: precision === undefined ? undefined : Number(precision),
    argument: position === undefined ? next : Number(position) - 1,
  };
}
