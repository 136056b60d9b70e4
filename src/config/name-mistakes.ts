/** What is said about a name that does not exist, in the configuration as on the command line. */
import { isPlausibleRegion, knownRegions } from '../core/aws-regions.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import { parseRegion } from '../core/ids.ts';
import { didYouMean, suggest } from '../core/suggest.ts';
import type { ConfigText } from './config-text.ts';
import { configMistake, spellPointer } from './schema-mistakes.ts';

/** The mistake of a tier's name, for flags as for the configuration; undefined when it is one. */
export function tierMistake(tier: string, tiers: readonly string[]): string | undefined {
  return tiers.includes(tier) ? undefined : `"${tier}" is not a tier.${didYouMean(tier, tiers)}`;
}

/** The mistake of a Region's code, for flags as for the configuration; undefined when it can be one. */
export function regionMistake(code: string): string | undefined {
  if (parseRegion(code) !== undefined && isPlausibleRegion(code)) return undefined;
  const nearest = suggest(code, knownRegions);
  return `"${code}" is not an AWS Region.${nearest === undefined ? ' Expected a code such as us-east-1.' : ` Did you mean "${nearest}"?`}`;
}

/** What is wrong with a name that is no policy's. */
export function policyMistake(id: string, policies: readonly string[]): string {
  return `"${id}" is not a policy.${didYouMean(id, policies)}`;
}

/** The mistake at a value, told with its key; none without a message. */
export function mistakesAt(text: ConfigText, pointer: string, message: string | undefined): readonly Diagnostic[] {
  return message === undefined ? [] : [configMistake(text, pointer, `${spellPointer(pointer)}: ${message}`)];
}
