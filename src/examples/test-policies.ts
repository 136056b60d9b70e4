/**
 * Tests policies by their examples. A folder of policies keeps those of `<service>/<check>.yaml` in
 * `examples/<service>/<check>/`; a folder without policies holds examples of known ones, `<service>/<check>/`.
 */
import { posix } from 'node:path';
import { pathWithin } from '../core/paths.ts';
import type { FileSystem } from '../core/file-system.ts';
import type { Policy } from '../policy/policy.ts';
import { coverageGaps } from './coverage.ts';
import { readExamples, type Example } from './example.ts';
import { judgeExample, type JudgedExample } from './judge-example.ts';

export interface TestedPolicies {
  readonly policies: number;
  readonly examples: number;
  /** `path:line: message`, with paths relative to the working directory. */
  readonly troubles: readonly string[];
}

/** Where the examples of a policy lie. */
interface Tested {
  readonly policy: Policy;
  readonly folder: string;
}

/**
 * @param folders of policies, or of examples
 * @param policies all known ones, those of the folders among them
 */
export async function testPolicies(
  folders: readonly string[],
  policies: readonly Policy[],
  fileSystem: FileSystem,
): Promise<TestedPolicies> {
  const troubles: string[] = [];
  let [tested, examples] = [0, 0];
  for (const folder of folders) {
    const found = testedIn(folder, policies, fileSystem);
    if (found.tested.length === 0) troubles.push(`${folder}: there are no policies in it, and no examples of any.`);
    troubles.push(...found.strays);
    for (const each of found.tested) {
      const read = readExamples(fileSystem, each.folder);
      tested += 1;
      examples += read.length;
      troubles.push(...(await troublesOf(each, read, fileSystem)));
    }
  }
  return { policies: tested, examples, troubles };
}

function testedIn(
  folder: string,
  policies: readonly Policy[],
  fileSystem: FileSystem,
): { readonly tested: readonly Tested[]; readonly strays: readonly string[] } {
  const own = policies.filter(
    ({ source }) => source !== undefined && pathWithin(folder, source.file.path) !== undefined,
  );
  const base = own.length > 0 ? posix.join(folder, 'examples') : folder;
  const ids = exampleFolders(base, fileSystem);
  const judged = own.length > 0 ? own : policies.filter(({ id }) => ids.includes(id));
  const known = new Set<string>(judged.map(({ id }) => id));
  return {
    tested: judged.map((policy) => ({ policy, folder: posix.join(base, policy.id) })),
    strays: judged.length === 0 ? [] : ids.filter((id) => !known.has(id)).map((id) => strayIn(base, id)),
  };
}

function strayIn(base: string, id: string): string {
  return `${posix.join(base, id)}: there is no policy ${id} that these could be examples of.`;
}

/** `<service>/<check>` for each folder of examples. */
function exampleFolders(base: string, fileSystem: FileSystem): readonly string[] {
  const foldersIn = (path: string): readonly string[] =>
    (fileSystem.list(path) ?? []).filter(({ kind }) => kind === 'directory').map(({ name }) => name);
  return foldersIn(base).flatMap((service) =>
    foldersIn(posix.join(base, service)).map((check) => posix.join(service, check)),
  );
}

async function troublesOf(
  { policy, folder }: Tested,
  examples: readonly Example[],
  fileSystem: FileSystem,
): Promise<readonly string[]> {
  const judged: JudgedExample[] = [];
  for (const example of examples) judged.push(await judgeExample(example, policy));
  const differences = judged.flatMap(({ example, differences: found }) =>
    found.map(({ place, message }) => `${placeIn(folder, example, place, fileSystem)}: ${message}`),
  );
  return [...differences, ...coverageGaps(policy, judged).map((gap) => `${folder}: ${policy.id}: ${gap}`)];
}

/** Places are relative to the example: the folder that it is, or the folder that it lies in. */
function placeIn(folder: string, { name }: Example, place: string, fileSystem: FileSystem): string {
  const path = posix.join(folder, name);
  if (place === '' || place === 'nowhere') return path;
  return posix.join(fileSystem.stat(path)?.kind === 'directory' ? path : folder, place);
}
