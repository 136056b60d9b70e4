/** Whether a selector of the configuration means a resource: by path, tag, module call and address, all that are given. */
import type { Selector } from '../../config/config.ts';
import { matchesGlob, matchesPathGlob } from '../../core/glob.ts';
import { pathWithin } from '../../core/paths.ts';
import type { Construct } from '../../evaluation/declared-resource.ts';
import type { GraphNode } from '../node.ts';

/** What a selector looks at, of a node that is being built or of a finished one; of a part, it is that of its owner. */
export interface Selectable extends Pick<GraphNode, 'address' | 'anchor' | 'deployment' | 'header'> {
  readonly construct: Construct | undefined;
  readonly tags: Readonly<Record<string, unknown>>;
}

/**
 * One without any criterion selects nothing.
 *
 * @param base the folder that its paths are relative to
 */
export function selects(selector: Selector, node: Selectable, base: string): boolean {
  const { include, exclude = [], modules = [], resources } = selector;
  const tags = Object.entries(selector.tags);
  if (include.length + exclude.length + modules.length + resources.length + tags.length === 0) return false;
  return (
    (include.length === 0 || liesIn(include, node, base)) &&
    !liesIn(exclude, node, base) &&
    (modules.length === 0 || modules.some((module) => isDeclaredBy(module, node))) &&
    (resources.length === 0 || resources.some((glob) => namesOf(node).some((name) => matchesGlob(glob, name)))) &&
    tags.every(([key, value]) => node.tags[key] === value)
  );
}

/** A file of its declaration, or the root that deploys it. */
function liesIn(globs: readonly string[], node: Selectable, base: string): boolean {
  const paths = [pathFrom(base, node.header?.file.path ?? node.deployment), pathFrom(base, node.deployment)];
  return globs.some((glob) => paths.some((path) => matchesPathGlob(glob, path)));
}

/** `module.orders` means each of its instances, `module.orders["eu"]` one; `Stack/` is what a nested stack declares. */
function isDeclaredBy(module: string, node: Selectable): boolean {
  return namesOf(node).some((name) => name.startsWith(`${module}.`) || name.startsWith(`${module}/`));
}

function namesOf({ address, anchor, construct }: Selectable): readonly string[] {
  return construct === undefined ? [address, anchor] : [address, anchor, construct.path];
}

/** As seen from the configuration; what lies outside of its folder keeps its own path. */
function pathFrom(base: string, path: string): string {
  return pathWithin(base, path) ?? path;
}
