/** The names in a configuration of valid shape: tiers, policies, Regions and dates must exist, workloads be told apart. */
import { diagnosticCodes, type Diagnostic } from '../core/diagnostic.ts';
import { matchesGlob } from '../core/glob.ts';
import { pointerBelow } from '../core/pointer.ts';
import { listOf, type ConfigDocument, type OneOrMore } from './config-document.ts';
import type { ConfigText } from './config-text.ts';
import { checkOwnTiers } from './check-tiers.ts';
import { mistakesAt, policyMistake, regionMistake, tierMistake } from './name-mistakes.ts';
import { keyMistake } from './schema-mistakes.ts';

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
    ...checkOwnTiers(document, text, vocabulary),
    ...checkPolicies(document, text, vocabulary),
    ...checkRegions(document, text),
    ...checkWorkloadNames(document, text),
    ...checkDates(document, text),
  ];
}

function checkTiers(document: ConfigDocument, text: ConfigText, vocabulary: NameVocabulary): readonly Diagnostic[] {
  const stated: (readonly [pointer: string, tier: string | undefined])[] = [
    ['/tier', document.tier],
    ...(document.workloads ?? []).map(({ tier }, index) => [`/workloads/${index}/tier`, tier] as const),
  ];
  return stated.flatMap(([pointer, tier]) =>
    tier === undefined ? [] : mistakesAt(text, pointer, tierMistake(tier, vocabulary.tiers)),
  );
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
    const message = policyMistake(id, ['extend', ...policies]);
    mistakes.push(keyMistake(text, pointerBelow('/policies', id), message));
  }
  for (const [index, { policy }] of (document.suppress ?? []).entries()) {
    // A suppression may be for several policies: `s3/*`.
    if (suppressible.some((id) => matchesGlob(policy, id))) continue;
    mistakes.push(...mistakesAt(text, `/suppress/${index}/policy`, policyMistake(policy, suppressible)));
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
    region === undefined ? [] : mistakesAt(text, pointer, regionMistake(region)),
  );
  for (const [pointer, region] of pointersOf('/regions/recovery', document.regions?.recovery)) {
    if (region === primary)
      mistakes.push(
        ...mistakesAt(text, pointer, `"${region}" is the primary Region; a recovery Region is another one.`),
      );
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
    if (seen.has(name))
      mistakes.push(...mistakesAt(text, `/workloads/${index}/name`, `"${name}" names two workloads.`));
    seen.add(name);
  }
  return mistakes;
}

function checkDates(document: ConfigDocument, text: ConfigText): readonly Diagnostic[] {
  return (document.suppress ?? []).flatMap(({ expires }, index) => {
    if (expires === undefined || isDate(expires)) return [];
    return mistakesAt(text, `/suppress/${index}/expires`, `"${expires}" is not a day of the calendar.`);
  });
}

function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
