/**
 * One Terragrunt configuration file as seen from a unit: its names (`local`, `include`, `dependency`, `feature`, `values`)
 * are evaluated when they are asked for.
 *
 * https://terragrunt.gruntwork.io/docs/reference/hcl/
 */
import { posix } from 'node:path';
import type { SourceRange } from '../../core/source.ts';
import { map, unknown, type MapValue, type UnknownReason, type Value } from '../../core/value.ts';
import type { Attribute, Block, HclFile } from '../../loaders/hcl/ast.ts';
import { attributeNamed, blockNamed } from '../../loaders/terraform/terraform-module.ts';
import { evaluateBody } from '../terraform/resources/blocks.ts';
import type { TerraformFunction } from '../terraform/functions/function.ts';
import { LazyValues } from '../terraform/lazy-values.ts';
import { createScope, type ModuleNames, type Scope } from '../terraform/scope.ts';
import { isNull, toText } from '../terraform/values/convert.ts';
import { placedAt } from '../terraform/values/places.ts';
import { invalid } from '../terraform/values/symbols.ts';
import { configValue } from './config-value.ts';
import { terragruntFunctions } from './functions.ts';
import { includesOf, type Include } from './includes.ts';
import { pathFrom } from './paths.ts';
import { unitFolder, type UnitRun } from './unit-run.ts';

export interface ConfigPlace {
  readonly unit: UnitRun;
  readonly file: HclFile;
  /** The file whose folder functions speak of: this one, or the one that includes it. */
  readonly configPath: string;
}

export class TerragruntConfig implements ModuleNames {
  readonly unit: UnitRun;
  readonly file: HclFile;
  readonly configPath: string;
  readonly address = '';
  readonly folder: string;
  readonly model = undefined;
  readonly functions: ReadonlyMap<string, TerraformFunction>;
  readonly scope: Scope;
  readonly #values: LazyValues;
  readonly #locals: ReadonlyMap<string, Attribute>;
  #includes: readonly Include[] | undefined;

  constructor({ unit, file, configPath }: ConfigPlace) {
    this.unit = unit;
    this.file = file;
    this.configPath = configPath;
    this.folder = posix.dirname(file.file.path);
    this.functions = terragruntFunctions(this);
    this.scope = createScope(unit.run, this);
    this.#values = new LazyValues(unit.run);
    const locals = this.blocks('locals').flatMap(({ body }) => body.attributes);
    this.#locals = new Map(locals.map((attribute) => [attribute.name, attribute]));
  }

  /** Relative to the working directory. */
  get path(): string {
    return this.file.file.path;
  }

  /** Another file includes it. */
  get isIncluded(): boolean {
    return this.path !== this.configPath;
  }

  /** In the order they are written; Terragrunt knows a single level of them. */
  get includes(): readonly Include[] {
    if (this.#includes === undefined) {
      // The path of an include may not depend on what is included.
      this.#includes = [];
      this.#includes = this.isIncluded ? [] : includesOf(this);
    }
    return this.#includes;
  }

  /** As they are written. */
  get locals(): readonly Attribute[] {
    return [...this.#locals.values()];
  }

  blocks(type: string): readonly Block[] {
    return this.file.body.blocks.filter((block) => block.type === type);
  }

  /** A top-level argument; undefined when it is not written, or null. */
  attribute(name: string): Value | undefined {
    const written = attributeNamed(this.file.body, name);
    if (written === undefined) return undefined;
    const value = this.#values.get(name, written.range, () => this.scope.evaluate(written.value));
    return isNull(value) ? undefined : value;
  }

  /** The body of a block as a map. */
  blockValue(block: Block): MapValue {
    return map(evaluateBody(block.body, this.scope), block.headerRange);
  }

  variable(name: string, range: SourceRange): Value {
    return invalid(`Terragrunt knows no var.${name}.`, range);
  }

  moduleCall(name: string, range: SourceRange): Value {
    return invalid(`Terragrunt knows no module.${name}.`, range);
  }

  local(name: string, range: SourceRange): Value {
    const written = this.#locals.get(name);
    if (written === undefined) return invalid(`local.${name} is not declared in ${this.path}.`, range);
    const value = this.#values.get(`local.${name}`, range, () => this.scope.evaluate(written.value));
    return placedAt(value, range);
  }

  /** Two-part names that are neither variables nor locals: `include.root`, `dependency.vpc`, `feature.replicas`, `values.region`. */
  resource(key: string, range: SourceRange): Value {
    const [kind = '', name = ''] = key.split('.', 2);
    const value = this.#values.get(key, range, () => this.#named(kind, name, range));
    return placedAt(value, range);
  }

  #named(kind: string, name: string, range: SourceRange): Value {
    switch (kind) {
      case 'include':
        return this.#included(name, range);
      case 'dependency':
        return this.dependency(name, range);
      case 'feature':
        return this.#feature(name, range);
      case 'values':
        return this.#stackValue(name, range);
      default:
        return invalid(`There is nothing named ${kind}.${name} here.`, range);
    }
  }

  /** With the label of an include; of one without a label its members stand at `include` itself. */
  #included(name: string, range: SourceRange): Value {
    const labelled = this.includes.find((include) => include.name === name);
    const found = labelled ?? this.includes.find((include) => include.name === '');
    if (found === undefined) return invalid(`There is no include ${JSON.stringify(name)}.`, range);
    if (found.config === undefined) return unknown(`${this.unit.path}#include.${name}`, found.missing, range);
    const value = configValue(found.config);
    if (labelled !== undefined) return value;
    return value.entries.get(name) ?? invalid(`The included file has no ${name}.`, range);
  }

  /** Mocks stand in for outputs that don't exist yet; they say nothing about the ones that will. */
  dependency(name: string, range: SourceRange): Value {
    const block = this.#dependencyBlock(name);
    // A file that is merged deeply sees the dependencies of those that include it, too.
    if (block === undefined && !this.isIncluded) {
      return invalid(`There is no dependency ${JSON.stringify(name)}.`, range);
    }
    const written = block === undefined ? undefined : attributeNamed(block.body, 'config_path');
    const path = written === undefined ? undefined : toText(this.scope.evaluate(written.value));
    const unit =
      path === undefined ? `${this.unit.path}#dependency.${name}` : pathFrom(path, posix.dirname(this.configPath));
    const reason: UnknownReason = {
      code: 'data-source',
      subject: `an output of ${path === undefined ? `dependency ${JSON.stringify(name)}` : unit}`,
      cure: 'Outputs of another unit are known only once it is deployed; state what matters in a variable file of this deployment.',
    };
    const marks = { sensitive: false, via: [], perDeployment: true };
    const member = (key: string): Value => unknown(`${unit}#${key}`, reason, range, marks);
    // Where outputs are skipped, mocks are read instead.
    const isRead =
      path !== undefined && block !== undefined && attributeNamed(block.body, 'skip_outputs') === undefined;
    const known = isRead ? this.unit.run.others?.outputsOfUnit(unit, { key: `${unit}#outputs`, reason }) : undefined;
    return map(
      new Map([
        ['outputs', known ?? member('outputs')],
        ['inputs', member('inputs')],
      ]),
      range,
    );
  }

  #dependencyBlock(name: string): Block | undefined {
    const own = this.blocks('dependency').find(({ labels }) => labels[0]?.text === name);
    if (own !== undefined) return own;
    const configs = this.includes.flatMap(({ config }) => config ?? []);
    return configs.flatMap((config) => config.blocks('dependency')).find(({ labels }) => labels[0]?.text === name);
  }

  /** A flag may be set when Terragrunt is run; as with a variable, its default is what the code deploys. */
  #feature(name: string, range: SourceRange): Value {
    const configs = [this, ...this.includes.flatMap(({ config }) => config ?? [])];
    for (const config of configs) {
      const block = config.blocks('feature').find(({ labels }) => labels[0]?.text === name);
      const value = block === undefined ? undefined : config.blockValue(block).entries.get('default');
      if (value !== undefined) return map(new Map([['value', value]]), range);
    }
    return invalid(`There is no feature ${JSON.stringify(name)}.`, range);
  }

  /** What a stack hands to the unit, from the file that it writes beside it. */
  #stackValue(name: string, range: SourceRange): Value {
    const path = posix.join(unitFolder(this.unit), 'terragrunt.values.hcl');
    const file = this.unit.files.fileSystem.stat(path)?.kind === 'file' ? this.unit.files.load(path).value : undefined;
    const written = file === undefined ? undefined : attributeNamed(file.body, name);
    if (file === undefined || written === undefined) {
      const cure = 'Generate the stack with `terragrunt stack generate`, and scan what it wrote.';
      return unknown(`${this.unit.path}#values.${name}`, { code: 'input', subject: `values.${name}`, cure }, range);
    }
    return this.unit.open(file, path).scope.evaluate(written.value);
  }

  /** The one block of its type. */
  block(type: string): Block | undefined {
    return blockNamed(this.file.body, type);
  }
}
