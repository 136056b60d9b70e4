/**
 * The blocks of a module by kind and name. Of two of the same name the first counts, unless the second stands in an
 * override file.
 */
import type { Diagnostic } from '../../core/diagnostic.ts';
import type { Attribute, Block, Expression } from '../hcl/ast.ts';
import { mergeBlock, withoutOverridden } from './overrides.ts';
import { attributeNamed, type ProviderBlock, type ResourceBlock, type TerraformModule } from './terraform-module.ts';

type Collected = Pick<
  TerraformModule,
  'resources' | 'variables' | 'locals' | 'outputs' | 'calls' | 'providers' | 'settings' | 'overridesOfNothing'
>;

export class BlockCollector {
  readonly #resources = new Map<string, ResourceBlock>();
  readonly #variables = new Map<string, Block>();
  readonly #locals = new Map<string, Attribute>();
  readonly #outputs = new Map<string, Block>();
  readonly #calls = new Map<string, Block>();
  readonly #providers = new Map<string, ProviderBlock>();
  #settings: Block[] = [];
  readonly #overridesOfNothing: Diagnostic[] = [];

  collected(): Collected {
    return {
      resources: this.#resources,
      variables: this.#variables,
      locals: this.#locals,
      outputs: this.#outputs,
      calls: this.#calls,
      providers: [...this.#providers.values()],
      settings: this.#settings,
      overridesOfNothing: this.#overridesOfNothing,
    };
  }

  add(block: Block, override: boolean): void {
    const [name] = block.labels.map((label) => label.text);
    if (block.type === 'locals') for (const attribute of block.body.attributes) this.#addLocal(attribute, override);
    if (block.type === 'terraform') this.#addSettings(block, override);
    if (name !== undefined) this.#addNamed(name, block, override);
  }

  #addNamed(name: string, block: Block, override: boolean): void {
    switch (block.type) {
      case 'resource':
      case 'data':
        return this.#addResource(block.type, name, block, override);
      case 'variable':
        return this.#addBlock(this.#variables, name, block, override);
      case 'output':
        return this.#addBlock(this.#outputs, name, block, override);
      case 'module':
        return this.#addBlock(this.#calls, name, block, override);
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
    if (known === undefined && override) this.#noteMissing(block);
    const merged = known === undefined ? block : mergeBlock(known.block, block);
    this.#resources.set(address, { kind, type, name, address, block: merged });
  }

  #addProvider(name: string, block: Block, override: boolean): void {
    const alias = aliasOf(attributeNamed(block.body, 'alias')?.value);
    const key = alias === undefined ? name : `${name}.${alias}`;
    const known = this.#providers.get(key);
    if (known !== undefined && !override) return;
    // A default configuration that is not written is there, and empty.
    if (known === undefined && override && alias !== undefined) this.#noteMissing(block);
    this.#providers.set(key, { name, alias, block: known === undefined ? block : mergeBlock(known.block, block) });
  }

  #addSettings(block: Block, override: boolean): void {
    if (override) this.#settings = this.#settings.map((base) => withoutOverridden(base, block));
    this.#settings.push(block);
  }

  #addLocal(attribute: Attribute, override: boolean): void {
    if (override || !this.#locals.has(attribute.name)) this.#locals.set(attribute.name, attribute);
  }

  #addBlock(blocks: Map<string, Block>, name: string, block: Block, override: boolean): void {
    const known = blocks.get(name);
    if (known === undefined && override) this.#noteMissing(block);
    if (known === undefined) blocks.set(name, block);
    else if (override) blocks.set(name, mergeBlock(known, block));
  }

  #noteMissing({ type, labels, headerRange }: Block): void {
    const name = [type, ...labels.map(({ text }) => text)].join('.');
    this.#overridesOfNothing.push({
      code: 'input/syntax',
      level: 'error',
      message: `This overrides ${name}, which no other file of the module declares; Terraform refuses it.`,
      help: 'Correct the name, or declare it in a file whose name does not end in "override".',
      range: headerRange,
      path: headerRange.file.path,
    });
  }
}

/** An alias is a literal text; Terraform accepts nothing else. */
function aliasOf(expression: Expression | undefined): string | undefined {
  const part = expression?.kind === 'template' ? expression.parts[0] : undefined;
  return part?.kind === 'text' ? part.text : undefined;
}
