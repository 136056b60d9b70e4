/**
 * Templates that are named by the URL they were uploaded to, and lie in the scanned tree, too. The URL of a template in a bucket
 * holds the path that it was uploaded from, so its end is looked for beside the nesting template and in the folders above it.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudformation-stack.html
 */
import { posix } from 'node:path';
import type { Value } from '../../core/value.ts';
import { type TemplateFile, valueOf } from '../../loaders/template-node.ts';
import { type TextPart, textOfScalar } from './text.ts';

/** Folders of a URL's path that are looked for; real ones hold a few. */
const mostSegments = 12;

/** What a URL ends with: the folders and the name, as far as they are known; empty for what is no URL. */
export function endOfUrl(location: Value | undefined): readonly string[] {
  if (location?.kind === 'scalar')
    return /^\w+:\/\/[^/]+\/(?<path>.+)$/u.exec(textOfScalar(location.value))?.groups?.['path']?.split('/') ?? [];
  return location?.kind === 'template' ? endOfParts(location.parts[0], location.parts.at(-1)) : [];
}

function endOfParts(first: TextPart | undefined, last: TextPart | undefined): readonly string[] {
  if (typeof last !== 'string') return [];
  if (typeof first === 'string') return /^\w+:/u.test(first) ? last.split('/') : [];
  // A path is written out, for what uploads the file follows no references: what begins with something unknown is a URL.
  return last.includes('/') ? last.slice(last.indexOf('/') + 1).split('/') : [];
}

/** Where the file of such an end may lie, the longest end first, then the nearest folder. A bare name counts beside the nesting template alone. */
export function* pathsOfUpload(end: readonly string[], nestedBy: string): Generator<string> {
  const segments = end.slice(-mostSegments);
  const folder = posix.dirname(nestedBy);
  for (let from = 0; from < segments.length; from += 1) {
    const rest = segments.slice(from);
    if (rest.some((segment) => segment === '' || segment === '.' || segment === '..')) continue;
    for (const above of rest.length === 1 ? [folder] : foldersUpFrom(folder)) yield posix.join(above, ...rest);
  }
}

function foldersUpFrom(folder: string): readonly string[] {
  return folder === '.' ? [folder] : [folder, ...foldersUpFrom(posix.dirname(folder))];
}

/** CloudFormation refuses a parameter that the template doesn't declare, and asks for those without a default. */
export function takesParameters({ root }: TemplateFile, passed: ReadonlySet<string>, isComplete: boolean): boolean {
  const section = valueOf(root, 'Parameters');
  const declared = new Map(section?.kind === 'mapping' ? section.entries.map(({ key, value }) => [key, value]) : []);
  if ([...passed].some((name) => !declared.has(name))) return false;
  const required = [...declared].filter(([, parameter]) => valueOf(parameter, 'Default') === undefined);
  return !isComplete || required.every(([name]) => passed.has(name));
}
