/** The tiers of a configuration: each is on top of one that exists, none of itself, and what it names exists, too. */
import type { Diagnostic } from '../core/diagnostic.ts';
import { parseDuration } from '../core/duration.ts';
import { pointerBelow } from '../core/pointer.ts';
import type { NameVocabulary } from './check-names.ts';
import type { ConfigDocument, RangeDocument, TierDocument } from './config-document.ts';
import type { ConfigText } from './config-text.ts';
import { mistakesAt, policyMistake, tierMistake } from './name-mistakes.ts';
import { keyMistake } from './schema-mistakes.ts';

export function checkOwnTiers(
  { tiers = {} }: ConfigDocument,
  text: ConfigText,
  { builtInTiers, tiers: allTiers, policies }: NameVocabulary,
): readonly Diagnostic[] {
  const mistakes: Diagnostic[] = [];
  for (const [name, tier] of Object.entries(tiers)) {
    const pointer = pointerBelow('/tiers', name);
    if (builtInTiers.includes(name)) {
      mistakes.push(keyMistake(text, pointer, `"${name}" is a built-in tier; give yours another name.`));
    }
    const others = allTiers.filter((each) => each !== name);
    const mistake = circleMistake(name, tiers) ?? tierMistake(tier.extends, others);
    mistakes.push(...mistakesAt(text, pointerBelow(pointer, 'extends'), mistake));
    mistakes.push(...checkRanges(tier, pointer, text), ...checkLevels(tier, pointer, text, policies));
  }
  return mistakes;
}

/** Each tier of a circle is told, for any of them may be the wrong one. */
function circleMistake(name: string, tiers: Readonly<Record<string, TierDocument>>): string | undefined {
  const way = [name];
  for (let at = tiers[name]?.extends; at !== undefined; at = tiers[at]?.extends) {
    if (at === name)
      return `${[...way, name].map((each) => `"${each}"`).join(' extends ')}: a tier can't be on top of itself.`;
    // A circle that it only leads into is told where it is.
    if (way.includes(at)) return undefined;
    way.push(at);
  }
  return undefined;
}

function checkRanges({ objectives }: TierDocument, pointer: string, text: ConfigText): readonly Diagnostic[] {
  const ranges = [
    ['rto', objectives?.rto],
    ['rpo', objectives?.rpo],
  ] as const;
  return ranges.flatMap(([name, range]) => {
    if (range === undefined || secondsOf(range.best) <= secondsOf(range.worst)) return [];
    const message = `the best, ${range.best}, takes longer than the worst, ${range.worst}.`;
    return mistakesAt(text, `${pointer}/objectives/${name}`, message);
  });
}

function secondsOf(duration: RangeDocument['best']): number {
  return parseDuration(String(duration)) ?? 0;
}

function checkLevels(
  { levels = {} }: TierDocument,
  pointer: string,
  text: ConfigText,
  policies: readonly string[],
): readonly Diagnostic[] {
  return Object.keys(levels).flatMap((id) => {
    if (policies.includes(id)) return [];
    return [keyMistake(text, pointerBelow(`${pointer}/levels`, id), policyMistake(id, policies))];
  });
}
