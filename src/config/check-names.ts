/** The names in a configuration of valid shape: tiers, policies, Regions and dates must exist, workloads be told apart. */
import { isPlausibleRegion, knownRegions } from '../core/aws-regions.ts';
import { diagnosticCodes, type Diagnostic } from '../core/diagnostic.ts';
import { matchesGlob } from '../core/glob.ts';
import { parseRegion } from '../core/ids.ts';
import { pointerBelow } from '../core/pointer.ts';
import { didYouMean, suggest } from '../core/suggest.ts';
import { listOf, type ConfigDocument, type OneOrMore } from './config-document.ts';
import type { ConfigText } from './config-text.ts';
import { configMistake, keyMistake, spellPointer } from './schema-mistakes.ts';

export interface NameVocabulary {
  /** Built in or declared by this configuration. */
  readonly tiers: readonly string[];
  readonly builtInTiers: readonly string[];
  readonly policies: readonly string[];
}

export function checkNames(
  document: ConfigDocument,
  text: ConfigText,
  vocabulary: NameVocabulary,
): readonly Diagnostic[] {
  return [
    ...checkTiers(document, text, vocabulary),
    ...checkPolicies(document, text, vocabulary),
    ...checkRegions(document, text),
    ...checkWorkloadNames(document, text),
    ...checkDates(document, text),
  ];
}

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

function checkTiers(document: ConfigDocument, text: ConfigText, vocabulary: NameVocabulary): readonly Diagnostic[] {
  const stated: (readonly [pointer: string, tier: string | undefined])[] = [
    ['/tier', document.tier],
    ...(document.workloads ?? []).map(({ tier }, index) => [`/workloads/${index}/tier`, tier] as const),
  ];
  const mistakes = stated.flatMap(([pointer, tier]) =>
    tier === undefined ? [] : at(text, pointer, tierMistake(tier, vocabulary.tiers)),
  );
  for (const [name, tier] of Object.entries(document.tiers ?? {})) {
    const pointer = pointerBelow('/tiers', name);
    if (vocabulary.builtInTiers.includes(name)) {
      mistakes.push(keyMistake(text, pointer, `"${name}" is a built-in tier; give yours another name.`));
    }
    mistakes.push(...at(text, pointerBelow(pointer, 'extends'), tierMistake(tier.extends, vocabulary.builtInTiers)));
  }
  return mistakes;
}

function checkPolicies(
  document: ConfigDocument,
  text: ConfigText,
  { policies }: NameVocabulary,
): readonly Diagnostic[] {
  const known = new Set(policies);
  const suppressible = [...policies, ...diagnosticCodes];
  const mistakes: Diagnostic[] = [];
  for (const id of Object.keys(document.policies ?? {})) {
    if (id === 'extend' || known.has(id)) continue;
    const message = `"${id}" is not a policy.${didYouMean(id, ['extend', ...policies])}`;
    mistakes.push(keyMistake(text, pointerBelow('/policies', id), message));
  }
  for (const [index, { policy }] of (document.suppress ?? []).entries()) {
    // A suppression may be for several policies: `s3/*`.
    if (suppressible.some((id) => matchesGlob(policy, id))) continue;
    mistakes.push(
      ...at(text, `/suppress/${index}/policy`, `"${policy}" is not a policy.${didYouMean(policy, suppressible)}`),
    );
  }
  return mistakes;
}

function checkRegions(document: ConfigDocument, text: ConfigText): readonly Diagnostic[] {
  const primary = document.regions?.primary;
  const stated: (readonly [pointer: string, region: string | undefined])[] = [
    ['/regions/primary', primary],
    ...pointersOf('/regions/recovery', document.regions?.recovery),
    ...(document.deployments ?? []).map(({ region }, index) => [`/deployments/${index}/region`, region] as const),
    ...residencies(document),
  ];
  const mistakes = stated.flatMap(([pointer, region]) =>
    region === undefined ? [] : at(text, pointer, regionMistake(region)),
  );
  for (const [pointer, region] of pointersOf('/regions/recovery', document.regions?.recovery)) {
    if (region === primary)
      mistakes.push(...at(text, pointer, `"${region}" is the primary Region; a recovery Region is another one.`));
  }
  return mistakes;
}

function residencies(document: ConfigDocument): readonly (readonly [string, string])[] {
  const found: (readonly [string, string])[] = [];
  for (const [index, { needs }] of (document.workloads ?? []).entries()) {
    for (const [at, need] of (needs ?? []).entries()) {
      const regions = typeof need === 'string' ? undefined : need['data-residency'];
      const pointer = `/workloads/${index}/needs/${at}/data-residency`;
      if (typeof regions === 'string') found.push([pointer, regions]);
      if (Array.isArray(regions)) found.push(...pointersOf(pointer, regions.map(String)));
    }
  }
  return found;
}

function pointersOf(pointer: string, value: OneOrMore | undefined): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[pointer, value]];
  return listOf(value).map((item, index) => [pointerBelow(pointer, index), item]);
}

function checkWorkloadNames(document: ConfigDocument, text: ConfigText): readonly Diagnostic[] {
  const seen = new Set<string>();
  const mistakes: Diagnostic[] = [];
  for (const [index, { name }] of (document.workloads ?? []).entries()) {
    if (seen.has(name)) mistakes.push(...at(text, `/workloads/${index}/name`, `"${name}" names two workloads.`));
    seen.add(name);
  }
  return mistakes;
}

function checkDates(document: ConfigDocument, text: ConfigText): readonly Diagnostic[] {
  return (document.suppress ?? []).flatMap(({ expires }, index) => {
    if (expires === undefined || isDate(expires)) return [];
    return at(text, `/suppress/${index}/expires`, `"${expires}" is not a day of the calendar.`);
  });
}

function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function at(text: ConfigText, pointer: string, message: string | undefined): readonly Diagnostic[] {
  return message === undefined ? [] : [configMistake(text, pointer, `${spellPointer(pointer)}: ${message}`)];
}
