/** Examples as people read them: the shortest ones that fail a policy's gravest check or pass, with what is expected in words. */
import { posix } from 'node:path';
import type { FileSystem } from '../core/file-system.ts';
import type { Policy } from '../policy/policy.ts';
import type { ShownExample, ShownFile } from '../reporters/policy-account.ts';
import { readExamples, type Example } from './example.ts';
import { expectationComment } from './expectations.ts';

const order: readonly Pick<ShownExample, 'kind' | 'language'>[] = [
  { kind: 'fail', language: 'terraform' },
  { kind: 'fail', language: 'cloudformation' },
  { kind: 'pass', language: 'terraform' },
  { kind: 'pass', language: 'cloudformation' },
];

/** One that fails and one that passes for each language that has any. */
export async function shownExamples(policy: Policy, examples: readonly Example[]): Promise<readonly ShownExample[]> {
  const shown: ShownExample[] = [];
  for (const { kind, language } of order) {
    const ofKind = examples
      .filter(
        ({ name, languages }) => name.startsWith(`${kind}-`) && languages.length === 1 && languages[0] === language,
      )
      .toSorted((one, other) => lengthOf(one) - lengthOf(other));
    const example = kind === 'fail' ? await gravest(policy, ofKind) : ofKind[0];
    if (example !== undefined) shown.push({ kind, language, files: filesOf(example) });
  }
  return shown;
}

/** The first that fails the first check, which is the gravest; the first of all when none does. */
async function gravest(policy: Policy, failing: readonly Example[]): Promise<Example | undefined> {
  if (policy.checks.length === 1 || failing.length === 1) return failing[0];
  const { lintExample } = await import('./lint-example.ts');
  for (const example of failing) {
    const linted = await lintExample(example, [policy]);
    const verdicts = linted.kind === 'linted' ? linted.report.verdicts : [];
    if (verdicts.some(({ verdict, check }) => verdict === 'fail' && check === 0)) return example;
  }
  return failing[0];
}

/** Those of a built-in policy as they were compiled in, those of another from the folder beside it. */
export async function examplesToShow(policy: Policy, fileSystem: FileSystem): Promise<readonly ShownExample[]> {
  const { id, source } = policy;
  if (source !== undefined) {
    const folder = source.file.path.slice(0, source.file.path.lastIndexOf(id));
    return shownExamples(policy, readExamples(fileSystem, posix.join(folder, 'examples', id)));
  }
  const { builtInExamples } = await import('./built-in-examples.generated.ts');
  return Object.hasOwn(builtInExamples, id) ? (builtInExamples[id] ?? []) : [];
}

/** In lines; JSON, in which nothing can be said about a line, only where there is nothing else. */
function lengthOf({ files }: Example): number {
  const isJson = Object.keys(files).some((path) => path.endsWith('.json'));
  const lines = Object.values(files).map((text) => text.split('\n').length);
  return lines.reduce((sum, count) => sum + count, isJson ? 10_000 : 0);
}

function filesOf({ files }: Example): readonly ShownFile[] {
  return Object.entries(files)
    .filter(([path]) => !path.endsWith('.expected'))
    .map(([path, text]) => ({ path, text: inWords(text).trim() }));
}

/** `# tier: pilot-light` says how the example is linted, `# expect: <id>` what is reported. */
function inWords(text: string): string {
  return text
    .split(/\r?\n/u)
    .flatMap((line, index, lines) => {
      const expected = expectationComment.exec(line)?.groups;
      // Each line below says the same.
      if (expected !== undefined && expectationComment.test(lines[index + 1] ?? '')) return [];
      if (expected !== undefined) {
        const said = expected['unknown'] === undefined ? 'The next line is reported.' : 'The next line is undecided.';
        return [`${expected['indent']}# ${said}`];
      }
      const [, setting = '', value = ''] = /^# (tier|region|recovery-region): (.+)$/u.exec(line) ?? [];
      const words = settingsInWords.get(setting);
      return [words === undefined ? line : `# ${words}: ${value}`];
    })
    .join('\n');
}

const settingsInWords: ReadonlyMap<string, string> = new Map([
  ['tier', 'Promised'],
  ['region', 'Deployed to'],
  ['recovery-region', 'Recovery Region'],
]);
