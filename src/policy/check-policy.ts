/** What a policy of valid shape may still get wrong: names of subjects, tiers, relations, facts, parameters, bound items. */
import { topFrame } from '../conditions/compile.ts';
import { compilePlace, type Problem } from '../conditions/compile-path.ts';
import type { Vocabulary } from '../conditions/vocabulary.ts';
import { didYouMean, suggest } from '../core/suggest.ts';
import { compilePolicy, editKeys } from './compile-policy.ts';
import { generalSubjects } from './groups.ts';
import { editTarget, resourceAttributeNames } from './edit-target.ts';
import type { Edit, Policy } from './policy.ts';
import { vocabularyOf, type PolicyVocabulary } from './policy-vocabulary.ts';

/** Every mistake, with the keys that lead to it from the root of the policy's file. */
export function checkPolicy(policy: Policy, vocabulary: PolicyVocabulary): readonly Problem[] {
  const names = vocabularyOf(policy, vocabulary);
  return [
    ...policy.subjects.flatMap((subject, index) => checkSubject(subject, index, policy, vocabulary)),
    ...checkTierNames(policy, vocabulary.tiers.names),
    ...checkParameters(policy, vocabulary.tiers.names),
    ...compilePolicy(policy, names).problems,
    ...policy.fix.edits.flatMap((edit, index) => checkEdit(edit, names, editKeys(policy, index))),
  ];
}

function checkEdit({ set, to }: Edit, names: Vocabulary, at: Problem['at']): readonly Problem[] {
  const problems: Problem[] = [];
  const report = (key: 'set' | 'to', message: string): void => void problems.push({ at: [...at, key], message });
  const target = editTarget(set);
  if (target?.kind !== 'resource-attribute') {
    compilePlace(
      set,
      topFrame(names, ({ message }) => report('set', message)),
    );
  }
  if (target === undefined && problems.length === 0) {
    report(
      'set',
      `An edit sets $.properties or one of ${resourceAttributeNames.map((name) => `$.lifecycle.${name}`).join(', ')}.`,
    );
  }
  if (typeof to !== 'boolean' && typeof to !== 'number') {
    const path = typeof to === 'string' && to.startsWith('$') ? to : undefined;
    if (typeof to !== 'string') report('to', 'An edit sets a text, a number, a boolean, or a path to one.');
    else if (path !== undefined) checkEditedValue(path, names, (message) => report('to', message));
  }
  return problems;
}

/** The path of a threshold, or of a fact. */
function checkEditedValue(to: string, names: Vocabulary, report: (message: string) => void): void {
  const place = compilePlace(
    to,
    topFrame(names, ({ message }) => report(message)),
  );
  if (place === undefined) return;
  const { root, keys } = place;
  const isFact = root.kind === 'current' && keys[0] === 'facts';
  if (!isFact && root.kind !== 'tier' && root.kind !== 'params' && root.kind !== 'workload') {
    report('An edit takes its value from $tier, $params, $workload or $.facts.');
  }
}

/** `AWS::Service::Resource`, with `.Part` for a part. */
const typeForm = /^AWS::\w+::\w+(?:\.\w+)?$/u;

function checkSubject(
  subject: string,
  index: number,
  policy: Policy,
  { groups, types }: PolicyVocabulary,
): readonly Problem[] {
  const isGeneral = generalSubjects.some((each) => each === subject);
  if (isGeneral || groups.has(subject) || types?.has(subject) === true) return [];
  if (types === undefined && typeForm.test(subject)) return [];
  const at = policy.subjects.length === 1 ? ['for'] : ['for', index];
  const names = [...generalSubjects, ...groups.keys(), ...(types?.keys() ?? [])];
  const near = suggest(subject, names);
  const help = near === undefined ? '' : ` Did you mean "${near}"?`;
  return [{ at, message: `"${subject}" is no type, part or group that can be judged.${help}` }];
}

function checkTierNames(policy: Policy, tiers: readonly string[]): readonly Problem[] {
  const places: (readonly [readonly (string | number)[], Readonly<Record<string, unknown>>])[] = [
    [['level'], policy.level],
    ...Object.entries(policy.params).map(([name, byTier]) => [['params', name], byTier] as const),
    ...policy.checks.flatMap(({ level }, index) =>
      typeof level === 'object' ? [[['checks', index, 'level'], level] as const] : [],
    ),
  ];
  return places.flatMap(([at, byTier]) =>
    Object.keys(byTier)
      .filter((tier) => !tiers.includes(tier))
      .map((tier) => ({
        at: [...at, tier],
        message: `"${tier}" is not a tier.${didYouMean(tier, tiers)}`,
        onKey: true as const,
      })),
  );
}

/** A tier without a value takes that of the next higher one, so the highest tier that the policy judges needs one. */
function checkParameters(policy: Policy, tiers: readonly string[]): readonly Problem[] {
  const highest = tiers.findLast((tier) => (policy.level[tier] ?? 'off') !== 'off');
  if (highest === undefined) return [];
  const upwards = tiers.slice(tiers.indexOf(highest));
  return Object.entries(policy.params)
    .filter(([, byTier]) => !upwards.some((tier) => Object.hasOwn(byTier, tier)))
    .map(([name]) => ({ at: ['params', name], message: `The parameter "${name}" has no value for ${highest}.` }));
}
