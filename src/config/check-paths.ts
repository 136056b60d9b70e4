/** The paths that a configuration names must lead somewhere: a forgotten variable file would change every answer silently. */
import type { Diagnostic } from '../core/diagnostic.ts';
import { pointerBelow } from '../core/pointer.ts';
import type { Config } from './config.ts';
import type { ConfigDocument, OneOrMore } from './config-document.ts';
import type { ConfigText } from './config-text.ts';
import { configMistake, spellPointer } from './schema-mistakes.ts';

/** @param realPath of a path relative to the working directory; undefined when there is nothing */
export function checkPaths(
  document: ConfigDocument,
  config: Config,
  text: ConfigText,
  realPath: (path: string) => string | undefined,
): readonly Diagnostic[] {
  const stated = [
    ...pair('/policies/extend', document.policies?.['extend'], config.policies.extend),
    ...config.deployments.flatMap((deployment, index) => {
      const pointer = `/deployments/${index}`;
      const written = document.deployments?.[index];
      return [
        [pointerBelow(pointer, 'path'), deployment.path] as const,
        ...pair(pointerBelow(pointer, 'varFiles'), written?.varFiles, deployment.varFiles),
        ...pair(pointerBelow(pointer, 'parameters'), written?.parameters, deployment.parameters),
      ];
    }),
  ];
  return stated
    .filter(([, path]) => realPath(withoutEnvironment(path)) === undefined)
    .map(([pointer, path]) => configMistake(text, pointer, `${spellPointer(pointer)}: there is no ${path}.`));
}

/** Of `samconfig.toml#prod` the file. */
function withoutEnvironment(path: string): string {
  return path.replace(/(samconfig\.(?:toml|ya?ml))#[^#]+$/u, '$1');
}

/** Each path with the pointer to where it is written, alone or in a list. */
function pair(
  pointer: string,
  written: OneOrMore | object | undefined,
  paths: readonly string[],
): readonly (readonly [pointer: string, path: string])[] {
  if (!Array.isArray(written)) return paths.map((path) => [pointer, path]);
  return paths.map((path, index) => [pointerBelow(pointer, index), path]);
}
