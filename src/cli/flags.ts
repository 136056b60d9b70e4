/** The flags that state a promise or Regions → their values, or every mistake in them. */
import { regionMistake, tierMistake } from '../config/name-mistakes.ts';
import type { ConfigFlags } from '../config/with-flags.ts';
import { parseDuration } from '../core/duration.ts';
import { parseRegion, type Region } from '../core/ids.ts';
import { done, mistaken, type Attempt } from './attempt.ts';
import type { OptionName, Options } from './options.ts';

/** @param tiers the names of all tiers, built in or configured */
export function readFlags(options: Options, tiers: readonly string[]): Attempt<ConfigFlags> {
  const tier = options.value('tier');
  const mistakes = [
    ...mistakesOf(options, 'tier', (text) => tierMistake(text, tiers)),
    ...durationMistakes(options, ['rto', 'rpo']),
    ...mistakesOf(options, 'region', regionMistake),
    ...mistakesOf(options, 'recovery-region', regionMistake),
  ];
  if (mistakes.length > 0) return mistaken(mistakes);
  return done({
    tier,
    rto: secondsOf(options.value('rto')),
    rpo: secondsOf(options.value('rpo')),
    region: regionsOf(options.values('region')).at(-1),
    recoveryRegions: regionsOf(options.values('recovery-region')),
  });
}

function mistakesOf(
  options: Options,
  name: OptionName,
  mistakeOf: (text: string) => string | undefined,
): readonly string[] {
  return options.values(name).flatMap((text) => {
    const mistake = mistakeOf(text);
    return mistake === undefined ? [] : [`--${name}: ${mistake}`];
  });
}

/** What is wrong with the durations that these options are given. */
export function durationMistakes(options: Options, names: readonly OptionName[]): readonly string[] {
  return names.flatMap((name) => mistakesOf(options, name, durationMistake));
}

export function durationMistake(text: string): string | undefined {
  const seconds = parseDuration(text);
  if (seconds !== undefined && Number.isFinite(seconds)) return undefined;
  return `"${text}" is not a length of time such as 90s, 15m, 24h or 7d.`;
}

/** Of a duration without mistake. */
export function secondsOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : parseDuration(text);
}

function regionsOf(codes: readonly string[]): readonly Region[] {
  return codes.flatMap((code) => parseRegion(code) ?? []);
}
