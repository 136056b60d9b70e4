/** A root moved into a local module that it calls: providers and settings stay, variables are handed through. */
import { posix } from 'node:path';
import { textOf } from '../../../src/core/source.ts';
import type { Attribute, Block, Body, Expression } from '../../../src/loaders/hcl/ast.ts';
import { attributeNamed, type TerraformModule } from '../../../src/loaders/terraform/terraform-module.ts';
import { edited, replaced, type Files, type SourceEdit } from '../../helpers/source-edits.ts';
import {
  localSourceOf,
  namesUsedIn,
  pathIn,
  readProject,
  topBlocks,
  type TerraformProject,
} from '../terraform-project.ts';
import { isOfSpelling, type Rewritten, type Transformation } from '../transformation.ts';
import { ofWhatMayNotExist } from './perhaps.ts';

export const inAModule: Transformation = {
  what: 'in a module',
  isExcepted: isOfSpelling,
  rewrite: (project) => wrapped(project, { name: 'inner', meta: '', suffix: '' }),
};

export const inACountedModule: Transformation = {
  what: 'in a module with count = 1',
  isExcepted: isOfSpelling,
  rewrite: (project) => wrapped(project, { name: 'inner', meta: 'count = 1', suffix: '[0]' }),
};

export const inAModuleByKey: Transformation = {
  what: 'in a module with for_each = toset(["a"])',
  isExcepted: isOfSpelling,
  rewrite: (project) => wrapped(project, { name: 'inner', meta: 'for_each = toset(["a"])', suffix: '["a"]' }),
};

export const inAModuleOfAModule: Transformation = {
  what: 'in a module of a module',
  isExcepted: isOfSpelling,
  rewrite: (project) => {
    const inner = wrapped(project, { name: 'inner', meta: '', suffix: '' });
    const outer = inner && wrapped(readProject(inner.files), { name: 'outer', meta: 'count = 1', suffix: '[0]' });
    return outer && { ...outer, addressBefore: (address) => withoutPrefix(address, 'module.outer[0].module.inner.') };
  },
};

export const inAModuleThatMayNotExist: Transformation = {
  what: 'in a module of which it is not known whether it is called',
  rewrite: (project) => {
    const call = { name: 'inner', meta: 'count = var.is_called ? 1 : 0', suffix: '[*]' };
    const [root, ...others] = project.roots;
    const wrapping = others.length === 0 ? wrapped(project, call) : undefined;
    const variable = root && { [pathIn(root, 'is-called.tf')]: 'variable "is_called" {\n  type = bool\n}\n' };
    return wrapping && { ...wrapping, files: { ...wrapping.files, ...variable } };
  },
  ...ofWhatMayNotExist,
  isExcepted: (judgement) => isOfSpelling(judgement) || ofWhatMayNotExist.isExcepted(judgement),
};

interface Call {
  readonly name: string;
  readonly meta: string;
  /** The instance key in addresses. */
  readonly suffix: string;
}

function wrapped({ files, roots }: TerraformProject, call: Call): Rewritten | undefined {
  const wrappable = roots.filter((root) => root.resources.size + root.calls.size > 0);
  if (wrappable.length === 0 || wrappable.some((root) => localsOfProviders(root) === undefined)) return undefined;
  const prefix = `module.${call.name}${call.suffix}.`;
  return {
    files: wrappable.reduce((soFar, root) => withWrapped(soFar, root, call), files),
    addressBefore: (address) => withoutPrefix(address, prefix),
  };
}

function withoutPrefix(address: string, prefix: string): string {
  return address.startsWith(prefix) ? address.slice(prefix.length) : address;
}

function providersOf(root: TerraformModule): readonly Block[] {
  return topBlocks(root).filter(({ type }) => type === 'provider');
}

/** The locals that provider blocks rest on; undefined where they rest on a resource, which only the module has. */
function localsOfProviders(root: TerraformModule): ReadonlyMap<string, Attribute> | undefined {
  const needed = new Map<string, Attribute>();
  const open: (Body | Expression)[] = providersOf(root).map(({ body }) => body);
  for (let tree = open.pop(); tree !== undefined; tree = open.pop()) {
    for (const { space, name } of namesUsedIn(tree)) {
      const local = space === 'local' ? root.locals.get(name) : undefined;
      if (local === undefined && space !== 'var') return undefined;
      if (local === undefined || needed.has(name)) continue;
      needed.set(name, local);
      open.push(local.value);
    }
  }
  return needed;
}

function withWrapped(files: Files, root: TerraformModule, call: Call): Files {
  const result: Record<string, string> = { ...files };
  const moved = edited(files, [...withoutRootBlocks(root), ...withMovedSources(root, call.name)]);
  for (const { file } of root.files) {
    delete result[file.path];
    const inner = posix.join(root.folder, call.name, posix.basename(file.path));
    result[inner] = moved[file.path] ?? '';
  }
  result[posix.join(root.folder, call.name, 'aliases.tf')] = aliasesNeeded(root);
  result[pathIn(root, 'main.tf')] = [...rootBlocks(root), callOf(root, call)].join('\n\n');
  return result;
}

function withoutRootBlocks(root: TerraformModule): readonly SourceEdit[] {
  return topBlocks(root)
    .filter(({ type }) => type === 'provider' || type === 'terraform' || type === 'import')
    .map(({ range }) => replaced(range, ''));
}

function withMovedSources(root: TerraformModule, name: string): readonly SourceEdit[] {
  return [...root.calls.values()].flatMap((call) => {
    const source = localSourceOf(call);
    return source === undefined ? [] : [replaced(source.range, `"${posix.relative(name, source.path)}"`)];
  });
}

function rootBlocks(root: TerraformModule): readonly string[] {
  const locals = [...(localsOfProviders(root)?.values() ?? [])].map(({ range }) => `  ${textOf(range)}`);
  const blocks = topBlocks(root)
    .filter(({ type }) => ['provider', 'terraform', 'import', 'variable'].includes(type))
    .map(({ range }) => textOf(range));
  return locals.length === 0 ? blocks : [...blocks, `locals {\n${locals.join('\n')}\n}`];
}

/** `aws`, `aws.dr`: those that are configured, and those that are used without being configured. */
function providerNames(root: TerraformModule): ReadonlySet<string> {
  const configured = root.providers.map(({ name, alias }) => (alias === undefined ? name : `${name}.${alias}`));
  const stated = topBlocks(root).flatMap(({ body }) => body.attributes.filter(({ name }) => name === 'provider'));
  const passed = [...root.calls.values()].flatMap((call) => {
    const providers = attributeNamed(call.body, 'providers')?.value;
    return providers?.kind === 'object' ? providers.items : [];
  });
  return new Set([...configured, ...[...stated, ...passed].map(({ value }) => textOf(value.range))]);
}

function aliasesNeeded(root: TerraformModule): string {
  const aliases = [...providerNames(root)].filter((name) => name.includes('.'));
  const names = [...new Set(aliases.map((alias) => alias.replace(/\..*/u, '')))];
  const entries = names.map((name) => {
    const list = aliases.filter((alias) => alias.startsWith(`${name}.`)).join(', ');
    return `    ${name} = { source = "hashicorp/${name}", configuration_aliases = [${list}] }`;
  });
  return `terraform {\n  required_providers {\n${entries.join('\n')}\n  }\n}\n`;
}

function callOf(root: TerraformModule, { name, meta }: Call): string {
  const providers = [...providerNames(root)].map((provider) => `    ${provider} = ${provider}`);
  const inputs = [...root.variables.keys()].map((variable) => `  ${variable} = var.${variable}`);
  const body = [`  source = "./${name}"`, `  ${meta}`, '  providers = {', ...providers, '  }', ...inputs];
  return `module "${name}" {\n${body.join('\n')}\n}\n`;
}
