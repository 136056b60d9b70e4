/** One instance by `count` or `for_each` is the resource itself: every resource gets one, and every reference its key. */
import {
  attributeNamed,
  type ResourceBlock,
  type TerraformModule,
} from '../../../src/loaders/terraform/terraform-module.ts';
import { added, edited, insertedAfter } from '../../helpers/source-edits.ts';
import { pathIn, resourcesUsedIn, topBlocks, type TerraformProject } from '../terraform-project.ts';
import type { Rewritten, Transformation } from '../transformation.ts';
import { ofWhatMayNotExist } from './perhaps.ts';

export const counted: Transformation = {
  what: 'count = 1 on every resource',
  rewrite: (project) => withKeys(project, 'count = 1', '[0]'),
};

export const byKey: Transformation = {
  what: 'for_each = toset(["a"]) on every resource',
  rewrite: (project) => withKeys(project, 'for_each = toset(["a"])', '["a"]'),
};

export const perhaps: Transformation = {
  what: 'count = var.create ? 1 : 0 on every resource',
  rewrite: (project) => {
    const [root, ...others] = project.roots;
    const resources = root === undefined ? [] : [...root.resources.values()];
    const isWhole = others.length === 0 && root?.calls.size === 0 && resources.every((each) => isSingle(each));
    const counting = isWhole ? withKeys(project, 'count = var.create ? 1 : 0', '[0]', '[*]') : undefined;
    const variable = root && { [pathIn(root, 'create.tf')]: 'variable "create" {\n  type = bool\n}\n' };
    return counting && { ...counting, files: { ...counting.files, ...variable } };
  },
  ...ofWhatMayNotExist,
};

function withKeys(
  { files, modules }: TerraformProject,
  meta: string,
  key: string,
  inAddresses = key,
): Rewritten | undefined {
  const names = new Set<string>();
  const edits = [...modules.values()].flatMap((module) => {
    const single = [...module.resources.values()].filter((resource) => isSingle(resource));
    const own = new Set(single.map(({ address }) => address));
    for (const name of own) names.add(name);
    const uses = usesIn(module).filter(({ space, name }) => own.has(`${space}.${name}`));
    return [
      ...single.flatMap(({ block }) => added(block, [meta])),
      ...uses.map(({ range }) => insertedAfter(range, key)),
    ];
  });
  if (edits.length === 0) return undefined;
  return { files: edited(files, edits), addressBefore: (address) => withoutKey(address, inAddresses, names) };
}

function isSingle({ block: { body } }: ResourceBlock): boolean {
  return attributeNamed(body, 'count') === undefined && attributeNamed(body, 'for_each') === undefined;
}

function usesIn(module: TerraformModule) {
  return topBlocks(module).flatMap(({ body }) => resourcesUsedIn(body, module));
}

/** `module.a.aws_x.y[0]` → `module.a.aws_x.y`, where that is what was given the key. */
function withoutKey(address: string, key: string, names: ReadonlySet<string>): string {
  if (!address.endsWith(key)) return address;
  const before = address.slice(0, -key.length);
  const name = before.replace(/^(?:module\.[^.[]+(?:\[(?:\d+|\*|"[^"]*")\])?\.)*/u, '');
  return names.has(name) ? before : address;
}
