/** An example of a policy: a file or folder of infrastructure code that says itself what must be reported about it. */
import { posix } from 'node:path';
import type { FileSystem } from '../core/file-system.ts';
import { readSource } from '../core/read-source.ts';

export interface Example {
  /** `fail-default.tf`, or the name of a folder: it starts with what the policy says of it. */
  readonly name: string;
  readonly languages: readonly ExampleLanguage[];
  /** Path relative to the example → text, configuration and expectations included. */
  readonly files: Readonly<Record<string, string>>;
  /** Files of parameters that it is linted with. */
  readonly parameters?: readonly string[] | undefined;
}

export type ExampleLanguage = 'terraform' | 'cloudformation';

/** The configuration that a folder may hold. */
export const exampleConfigName = '.dr-lint.yaml';

/** Folders within folders: more than any example needs. */
const maximumDepth = 16;

/** The examples in a folder, in the order of their names; none when there is no such folder. */
export function readExamples(fileSystem: FileSystem, folder: string): readonly Example[] {
  return (fileSystem.list(folder) ?? [])
    .filter(({ name }) => !name.endsWith('.expected'))
    .map(({ name, kind }) => readExample(fileSystem, folder, { name, isFolder: kind === 'directory' }));
}

function readExample(
  fileSystem: FileSystem,
  folder: string,
  { name, isFolder }: { readonly name: string; readonly isFolder: boolean },
): Example {
  const base = isFolder ? posix.join(folder, name) : folder;
  const paths = isFolder ? pathsBelow(fileSystem, base, '') : [name, `${name}.expected`];
  const files: Record<string, string> = {};
  for (const path of paths) {
    const { value } = readSource(fileSystem, posix.join(base, path));
    if (value !== undefined) files[path] = value.text;
  }
  return { name, files, languages: languagesOf(Object.keys(files)) };
}

function pathsBelow(fileSystem: FileSystem, base: string, below: string, depth: number = 0): readonly string[] {
  if (depth > maximumDepth) return [];
  return (fileSystem.list(posix.join(base, below)) ?? []).flatMap(({ name, kind }) => {
    const path = posix.join(below, name);
    return kind === 'directory' ? pathsBelow(fileSystem, base, path, depth + 1) : [path];
  });
}

function languagesOf(paths: readonly string[]): readonly ExampleLanguage[] {
  const code = paths.filter((path) => posix.basename(path) !== exampleConfigName);
  const isTerraform = code.some((path) => path.endsWith('.tf') || path.endsWith('.tf.json'));
  const isTemplate = code.some((path) => path.endsWith('.yaml') || /(?<!\.tf)\.json$/u.test(path));
  return [...(isTerraform ? (['terraform'] as const) : []), ...(isTemplate ? (['cloudformation'] as const) : [])];
}
