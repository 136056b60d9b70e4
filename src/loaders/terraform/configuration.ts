/** A folder's `.tf` files → one module. Override files are merged into what they override. */
import { posix } from 'node:path';
import type { Diagnostic } from '../../core/diagnostic.ts';
import type { FileSystem } from '../../core/file-system.ts';
import { outcome, type Outcome } from '../../core/outcome.ts';
import { readSource } from '../../core/read-source.ts';
import type { Attribute, Block, Expression, HclFile } from '../hcl/ast.ts';
import { suppressionsInHcl } from '../hcl/hcl-suppressions.ts';
import { parseHcl } from '../hcl/parse-hcl.ts';
import { mergeBlock } from './overrides.ts';
import { attributeNamed, type ProviderBlock, type ResourceBlock, type TerraformModule } from './terraform-module.ts';

/** Loads the modules of a run, each folder once. */
export interface ModuleLoader {
  readonly fileSystem: FileSystem;
  /** The same outcome, the very same diagnostics, each time a folder is asked for. */
  load(folder: string): Outcome<TerraformModule>;
}

export function createModuleLoader(fileSystem: FileSystem): ModuleLoader {
  const loaded = new Map<string, Outcome<TerraformModule>>();
  return {
    fileSystem,
    load: (folder) => {
      const known = loaded.get(folder) ?? loadModule(folder, fileSystem);
      loaded.set(folder, known);
      return known;
    },
  };
}

export function loadModule(folder: string, fileSystem: FileSystem): Outcome<TerraformModule> {
  const diagnostics: Diagnostic[] = [];
  const files: HclFile[] = [];
  const names = configurationFiles(folder, fileSystem);
  for (const name of names) {
    const source = readSource(fileSystem, posix.join(folder, name));
    diagnostics.push(...source.diagnostics);
    if (source.value === undefined) continue;
    const parsed = parseHcl(source.value);
    diagnostics.push(...parsed.diagnostics);
    files.push(parsed.value);
  }
  return outcome(moduleOf(folder, files, diagnostics.length > 0), diagnostics);
}

/** Override files come last. https://developer.hashicorp.com/terraform/language/files/override */
function configurationFiles(folder: string, fileSystem: FileSystem): readonly string[] {
  const names = (fileSystem.list(folder) ?? [])
    .filter((entry) => entry.kind === 'file' && /^[^.].*\.tf$/u.test(entry.name))
    .map((entry) => entry.name);
  return [...names.filter((name) => !isOverride(name)), ...names.filter((name) => isOverride(name))];
}

function isOverride(name: string): boolean {
  return name === 'override.tf' || name.endsWith('_override.tf');
}

/** The module that these files make together. */
export function moduleOf(folder: string, files: readonly HclFile[], incomplete: boolean): TerraformModule {
  const collector = new BlockCollector();
  for (const file of files) {
    const override = isOverride(posix.basename(file.file.path));
    for (const block of file.body.blocks) collector.add(block, override);
  }
  return { folder, files, ...collector.collected(), incomplete, suppressions: files.flatMap(suppressionsInHcl) };
}

/** Sorts blocks by kind and name. Of two of the same name the first counts, unless the second stands in an override file. */
class BlockCollector {
  readonly #resources = new Map<string, ResourceBlock>();
  readonly #variables = new Map<string, Block>();
  readonly #locals = new Map<string, Attribute>();
  readonly #outputs = new Map<string, Block>();
  readonly #calls = new Map<string, Block>();
  readonly #providers = new Map<string, ProviderBlock>();
  readonly #settings: Block[] = [];

  collected(): Omit<TerraformModule, 'folder' | 'files' | 'incomplete' | 'suppressions'> {
    return {
      resources: this.#resources,
      variables: this.#variables,
      locals: this.#locals,
      outputs: this.#outputs,
      calls: this.#calls,
      providers: [...this.#providers.values()],
      settings: this.#settings,
    };
  }

  add(block: Block, override: boolean): void {
    const [name] = block.labels.map((label) => label.text);
    if (block.type === 'locals') for (const attribute of block.body.attributes) this.#addLocal(attribute, override);
    if (block.type === 'terraform') this.#settings.push(block);
    if (name !== undefined) this.#addNamed(name, block, override);
  }

  #addNamed(name: string, block: Block, override: boolean): void {
    switch (block.type) {
      case 'resource':
      case 'data':
        return this.#addResource(block.type, name, block, override);
      case 'variable':
        return addBlock(this.#variables, name, block, override);
      case 'output':
        return addBlock(this.#outputs, name, block, override);
      case 'module':
        return addBlock(this.#calls, name, block, override);
      case 'provider':
        return this.#addProvider(name, block, override);
      default:
    }
  }

  #addResource(kind: 'resource' | 'data', type: string, block: Block, override: boolean): void {
    const name = block.labels[1]?.text;
    if (name === undefined) return;
    const address = kind === 'data' ? `data.${type}.${name}` : `${type}.${name}`;
    const known = this.#resources.get(address);
    if (known !== undefined && !override) return;
    const merged = known === undefined ? block : mergeBlock(known.block, block);
    this.#resources.set(address, { kind, type, name, address, block: merged });
  }

  #addProvider(name: string, block: Block, override: boolean): void {
    const alias = aliasOf(attributeNamed(block.body, 'alias')?.value);
    const key = alias === undefined ? name : `${name}.${alias}`;
    const known = this.#providers.get(key);
    if (known !== undefined && !override) return;
    this.#providers.set(key, { name, alias, block: known === undefined ? block : mergeBlock(known.block, block) });
  }

  #addLocal(attribute: Attribute, override: boolean): void {
    if (override || !this.#locals.has(attribute.name)) this.#locals.set(attribute.name, attribute);
  }
}

function addBlock(blocks: Map<string, Block>, name: string, block: Block, override: boolean): void {
  const known = blocks.get(name);
  if (known === undefined) blocks.set(name, block);
  else if (override) blocks.set(name, mergeBlock(known, block));
}

/** An alias is a literal text; Terraform accepts nothing else. */
function aliasOf(expression: Expression | undefined): string | undefined {
  const part = expression?.kind === 'template' ? expression.parts[0] : undefined;
  return part?.kind === 'text' ? part.text : undefined;
}
