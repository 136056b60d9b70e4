/** A Terraform fixture with its syntax trees, and the names in them: what transformations work on. */
import { posix } from 'node:path';
import { memoryFileSystem } from '../../src/core/file-system-memory.ts';
import type { SourceRange } from '../../src/core/source.ts';
import type { AttributeAccess, Block, Body, Expression } from '../../src/loaders/hcl/ast.ts';
import { loadModule } from '../../src/loaders/terraform/configuration.ts';
import { attributeNamed, type TerraformModule } from '../../src/loaders/terraform/terraform-module.ts';
import type { Files } from '../helpers/source-edits.ts';
import { expressionsIn, literalText } from '../helpers/walk-hcl.ts';

export interface TerraformProject {
  readonly files: Files;
  /** Folder → the module in it; override files are left as they are, and their folder is not among them. */
  readonly modules: ReadonlyMap<string, TerraformModule>;
  /** Those that no other module calls. */
  readonly roots: readonly TerraformModule[];
}

export function readProject(files: Files): TerraformProject {
  const fileSystem = memoryFileSystem(files);
  const paths = Object.keys(files).filter((path) => path.endsWith('.tf'));
  const folders = new Set(paths.map((path) => posix.dirname(path)));
  const modules = new Map<string, TerraformModule>();
  for (const folder of folders) modules.set(folder, loadModule(folder, fileSystem).value);
  const called = new Set([...modules.values()].flatMap((module) => calledFolders(module)));
  return { files, modules, roots: [...modules.values()].filter(({ folder }) => !called.has(folder)) };
}

function calledFolders({ folder, calls }: TerraformModule): readonly string[] {
  return [...calls.values()].flatMap((call) => {
    const source = localSourceOf(call);
    return source === undefined ? [] : [posix.join(folder, source.path)];
  });
}

/** The folder that a call names, relative to the caller's; undefined for what lies in a registry. */
export function localSourceOf(call: Block): { readonly path: string; readonly range: SourceRange } | undefined {
  const source = attributeNamed(call.body, 'source')?.value;
  const path = literalText(source);
  return source !== undefined && path?.startsWith('.') === true ? { path, range: source.range } : undefined;
}

/** The blocks at the top of a module's files. */
export function topBlocks(module: TerraformModule): readonly Block[] {
  return module.files.flatMap(({ body }) => body.blocks);
}

export interface NameUse {
  /** `var`, `local`, `module`, `data.aws_ami`, or the type of a resource. */
  readonly space: string;
  readonly name: string;
  readonly range: SourceRange;
}

/** Where `var.x`, `local.x`, `module.x`, `data.type.x` and `type.x` stand in a tree; names of loop variables may be among them. */
export function namesUsedIn(tree: Expression | Body): readonly NameUse[] {
  return expressionsIn(tree).flatMap((expression) => {
    const space = expression.kind === 'attribute' ? spaceOf(expression) : undefined;
    return space === undefined || expression.kind !== 'attribute'
      ? []
      : [{ space, name: expression.name, range: expression.range }];
  });
}

function spaceOf({ target }: AttributeAccess): string | undefined {
  if (target.kind === 'variable') return target.name === 'data' ? undefined : target.name;
  const isData = target.kind === 'attribute' && target.target.kind === 'variable' && target.target.name === 'data';
  return isData ? `data.${target.name}` : undefined;
}

/** The uses of a module's own resources and data sources. */
export function resourcesUsedIn(tree: Expression | Body, module: TerraformModule): readonly NameUse[] {
  return namesUsedIn(tree).filter(({ space, name }) => module.resources.has(`${space}.${name}`));
}

/** A path in a module's folder. */
export function pathIn({ folder }: TerraformModule, name: string): string {
  return posix.join(folder, name);
}
