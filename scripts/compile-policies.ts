/**
 * Compiles `policies/` into `src/policy/built-in-policies.generated.ts`, so that a run reads and validates no YAML of ours:
 * `node scripts/run-script.mjs scripts/compile-policies.ts`. A mistake in a policy is printed with its place and fails.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { format } from 'prettier';
import { parse } from 'yaml';
import { compileCondition } from '../src/conditions/compile.ts';
import type { Diagnostic } from '../src/core/diagnostic.ts';
import { locationOf, SourceFile } from '../src/core/source.ts';
import { groupsFromFile } from '../src/policy/groups.ts';
import { knownTypes } from '../src/policy/known-types.ts';
import { loadPolicy } from '../src/policy/load-policies.ts';
import type { GroupsFile } from '../src/policy/policy-file.ts';
import { vocabularyOf, type PolicyVocabulary } from '../src/policy/policy-vocabulary.ts';
import { tiersFromFile } from '../src/policy/tiers-from-file.ts';
import { compileRecommendations, recommendationsPath } from './compile-recommendations.ts';
import { compileMechanisms, generatedMechanismsPath } from './compile-mechanisms.ts';

export const generatedPath = 'src/policy/built-in-policies.generated.ts';

export interface CompiledPolicies {
  /** The text of the generated module. */
  readonly text: string;
  /** The text of that of the mechanisms. */
  readonly mechanismsText: string;
  readonly mistakes: readonly Diagnostic[];
}

/** `root` is the folder of the checkout. */
export async function compilePolicies(root: string): Promise<CompiledPolicies> {
  const folder = join(root, 'policies');
  const tiers: unknown = parse(readFileSync(join(folder, 'tiers.yaml'), 'utf8'));
  const groups: unknown = parse(readFileSync(join(folder, 'groups.yaml'), 'utf8'));
  // The data of the checkout itself: the tests check its shape.
  const vocabulary: PolicyVocabulary = {
    tiers: tiersFromFile(Object(tiers)),
    groups: groupsFromFile(Object(groups)),
    types: knownTypes(),
  };
  const files: Record<string, unknown> = {};
  const mistakes: Diagnostic[] = [...groupMistakes(Object(groups), vocabulary)];
  for (const path of policyPaths(folder)) {
    const id = relative(folder, path)
      .replaceAll('\\', '/')
      .replace(/\.yaml$/u, '');
    const source = new SourceFile(`policies/${id}.yaml`, readFileSync(path, 'utf8'));
    const { value, diagnostics } = await loadPolicy(id, source, vocabulary);
    mistakes.push(...diagnostics);
    if (value !== undefined) files[id] = value.file;
  }
  const mechanisms = await compileMechanisms(join(folder, 'mechanisms'), { ...vocabulary, groupFiles: Object(groups) });
  return {
    text: await moduleText({ policyFiles: files, tierFiles: tiers, groupFiles: groups }),
    mechanismsText: mechanisms.text,
    mistakes: [...mistakes, ...mechanisms.mistakes],
  };
}

/** The conditions of groups, which are no policies and so not loaded as such. */
function groupMistakes(groups: GroupsFile, vocabulary: PolicyVocabulary): readonly Diagnostic[] {
  return Object.entries(groups).flatMap(([name, members]) =>
    members.flatMap((member) => {
      if (typeof member === 'string') return [];
      const names = vocabularyOf({ subjects: [member.type], params: {} }, vocabulary);
      return compileCondition(member.where, names).problems.map(({ message }) => ({
        code: 'config/invalid' as const,
        level: 'error' as const,
        message: `${name}, ${member.type}: ${message}`,
        help: '',
        path: 'policies/groups.yaml',
      }));
    }),
  );
}

/** `policies/<service>/<check>.yaml`, sorted; mechanisms are no policies. */
function policyPaths(folder: string): readonly string[] {
  const services = readdirSync(folder, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && entry.name !== 'mechanisms',
  );
  const paths = services.flatMap((service) =>
    readdirSync(join(folder, service.name))
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => join(folder, service.name, name)),
  );
  return paths.toSorted();
}

const types: Readonly<Record<string, string>> = {
  policyFiles: 'Readonly<Record<string, PolicyFile>>',
  tierFiles: 'Readonly<Record<string, TierFile>>',
  groupFiles: 'GroupsFile',
};

async function moduleText(data: Readonly<Record<string, unknown>>): Promise<string> {
  const constants = Object.entries(data).map(
    ([name, value]) => `export const ${name}: ${types[name]} = ${JSON.stringify(value)};\n`,
  );
  const text = [
    '/** Generated from policies/ by scripts/compile-policies.ts; do not edit. */',
    '/* oxlint-disable max-lines -- a table of all policies */',
    "import type { GroupsFile, PolicyFile, TierFile } from './policy-file.ts';\n",
    ...constants,
  ].join('\n');
  return await format(text, { parser: 'typescript', printWidth: 120, singleQuote: true });
}

async function main(): Promise<void> {
  const { text, mechanismsText, mistakes } = await compilePolicies(process.cwd());
  for (const { message, path, range } of mistakes) {
    const place = range === undefined ? undefined : locationOf(range);
    console.error(`${path}:${place?.line ?? 1}:${place?.column ?? 1} ${message}`);
  }
  if (mistakes.length > 0) process.exitCode = 1;
  else {
    writeFileSync(generatedPath, text);
    writeFileSync(generatedMechanismsPath, mechanismsText);
  }
  writeFileSync(recommendationsPath, await compileRecommendations(process.cwd()));
}

const [, started = ''] = process.argv;
if (/compile-policies\.(?:ts|mjs)$/u.test(started) || import.meta.url === pathToFileURL(started).href) await main();
