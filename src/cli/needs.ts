/** `--need NAME[=VALUE]` → needs with their values, or every mistake in them. */
import type { NeedData } from '../assessment/recommendation-data.ts';
import type { NeedValue } from '../assessment/recommend.ts';
import { regionMistake } from '../config/name-mistakes.ts';
import { didYouMean } from '../core/suggest.ts';
import { done, mistaken, type Attempt } from './attempt.ts';
import { durationMistake, secondsOf } from './flags.ts';

/** @param known the needs by their names */
export function readNeeds(
  written: readonly string[],
  known: Readonly<Record<string, NeedData>>,
): Attempt<ReadonlyMap<string, NeedValue>> {
  const needs = new Map<string, NeedValue>();
  const mistakes: string[] = [];
  for (const text of written) {
    const [name = '', ...values] = text.split('=');
    const kind = Object.hasOwn(known, name) ? known[name]?.value : undefined;
    if (kind === undefined) {
      mistakes.push(`--need: "${name}" is not a need.${didYouMean(name, Object.keys(known))}`);
      continue;
    }
    const value = values.length === 0 ? undefined : values.join('=');
    const mistake = valueMistake(kind, name, value);
    if (mistake === undefined) needs.set(name, valueOf(kind, value ?? ''));
    else mistakes.push(`--need: ${mistake}`);
  }
  return mistakes.length > 0 ? mistaken(mistakes) : done(needs);
}

const examples = {
  none: '',
  duration: '60s',
  days: '30',
  regions: 'eu-central-1,eu-west-1',
} as const satisfies Record<NeedData['value'], string>;

function valueMistake(kind: NeedData['value'], name: string, value: string | undefined): string | undefined {
  if (kind === 'none') return value === undefined ? undefined : `${name} takes no value.`;
  if (value === undefined || value === '') return `${name} needs a value: ${name}=${examples[kind]}.`;
  const mistake = mistakeIn(kind, value);
  return mistake === undefined ? undefined : `${name}: ${mistake}`;
}

function mistakeIn(kind: Exclude<NeedData['value'], 'none'>, value: string): string | undefined {
  if (kind === 'duration') return durationMistake(value);
  if (kind === 'regions')
    return value
      .split(',')
      .map(regionMistake)
      .find((mistake) => mistake !== undefined);
  return /^[1-9]\d{0,4}$/u.test(value) ? undefined : `"${value}" is not a number of days such as 30.`;
}

function valueOf(kind: NeedData['value'], value: string): NeedValue {
  if (kind === 'none') return true;
  if (kind === 'regions') return value.split(',');
  return kind === 'days' ? Number(value) : (secondsOf(value) ?? 0);
}
