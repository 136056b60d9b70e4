/**
 * The root module that Terragrunt runs for a unit: the files of its source, over them those of the unit's own folder, and
 * over both what it generates.
 */
import { posix } from 'node:path';
import type { Diagnostic } from '../../core/diagnostic.ts';
import type { SourceRange } from '../../core/source.ts';
import type { MapValue, Value } from '../../core/value.ts';
import type { Block, HclFile } from '../../loaders/hcl/ast.ts';
import { parseHcl } from '../../loaders/hcl/parse-hcl.ts';
import { moduleOf, type ModuleLoader } from '../../loaders/terraform/configuration.ts';
import type { TerraformModule } from '../../loaders/terraform/terraform-module.ts';
import { GeneratedFile } from '../../loaders/terragrunt/generated-file.ts';
import { toBoolean, toText } from '../terraform/values/convert.ts';
import { generatedText, HandedValues } from './handed-values.ts';
import type { UnitConfiguration } from './merged-config.ts';
import { unitSource, type UnitSource } from './unit-source.ts';

export interface UnitModule {
  readonly module: TerraformModule;
  /** Values that it is handed beside the unit's inputs. */
  readonly handed: HandedValues;
  /** The folder of the scanned tree that it comes from; undefined when its source is not there. */
  readonly sourceFolder: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

export interface UnitPlace {
  /** Of the unit. */
  readonly folder: string;
  /** The whole of its file. */
  readonly range: SourceRange;
}

export function unitModule(
  configuration: UnitConfiguration,
  { folder, range }: UnitPlace,
  loader: ModuleLoader,
): UnitModule {
  const source = unitSource(configuration.source, folder, loader.fileSystem);
  const at = source.kind === 'folder' ? source.folder : folder;
  const handed = new HandedValues();
  const files = new UnitFiles();
  const origin = configuration.source?.decidedAt ?? configuration.source?.range ?? range;
  const loaded = [...new Set(source.kind === 'folder' ? [at, folder] : [folder])].map((each) => loader.load(each));
  for (const { value } of loaded) for (const file of value.files) files.add(posix.basename(file.file.path), file, true);
  if (source.kind === 'elsewhere') files.generate('', callText(source, configuration, handed), origin, true);
  const wholly = configuration.generated.map((body) => generate(body, files, handed)).every(Boolean);
  const settings = stateOf(configuration, files, handed, range);
  const incomplete = !configuration.complete || !wholly || loaded.some(({ value }) => value.incomplete);
  const module = moduleOf(at, files.all, incomplete);
  return {
    module: {
      ...module,
      settings: [...module.settings, ...settings],
      variables: new Map([...module.variables, ...handed.variables(range)]),
    },
    handed,
    sourceFolder: source.kind === 'folder' ? source.folder : undefined,
    diagnostics: [...loaded.flatMap(({ diagnostics }) => diagnostics), ...files.diagnostics],
  };
}

/** Files by name: of one name the last holds, unless it may not replace another. */
class UnitFiles {
  readonly #files = new Map<string, HclFile>();
  readonly #diagnostics: Diagnostic[] = [];

  get all(): readonly HclFile[] {
    return [...this.#files.values()];
  }

  get diagnostics(): readonly Diagnostic[] {
    return this.#diagnostics;
  }

  add(name: string, file: HclFile, overwrite: boolean): void {
    if (overwrite || !this.#files.has(name)) this.#files.set(name, file);
  }

  generate(name: string, text: string, origin: SourceRange, overwrite: boolean): void {
    const parsed = parseHcl(new GeneratedFile(text, origin));
    this.#diagnostics.push(...parsed.diagnostics);
    this.add(name, parsed.value, overwrite);
  }
}

/** Whether it is known what is generated. https://terragrunt.gruntwork.io/docs/reference/hcl/blocks/#generate */
function generate(body: MapValue, files: UnitFiles, handed: HandedValues): boolean {
  const [path, contents, ifExists, disabled] = ['path', 'contents', 'if_exists', 'disable'].map((name) =>
    body.entries.get(name),
  );
  if (disabled !== undefined && toBoolean(disabled) === true) return true;
  const name = path === undefined ? undefined : toText(path);
  // Other files are no part of the module.
  if (name !== undefined && !/^[^/]+\.(?:tf|tofu)$/u.test(posix.normalize(name))) return true;
  const text = contents === undefined ? undefined : generatedText(contents, handed);
  const origin = contents?.decidedAt ?? contents?.range;
  if (name === undefined || text === undefined || origin === undefined) return false;
  files.generate(posix.normalize(name), text, origin, ifExists === undefined || toText(ifExists) !== 'skip');
  return true;
}

/** A call of the module that is not there, with the inputs of the unit. */
function callText(
  { source, version }: Extract<UnitSource, { kind: 'elsewhere' }>,
  { inputs }: UnitConfiguration,
  handed: HandedValues,
): string {
  const name = /(?<name>[A-Za-z][\w-]*)(?:\.git)?$/u.exec(source.replace(/\?.*$/u, ''))?.groups?.['name'] ?? 'unit';
  const given = inputs.kind === 'map' ? [...inputs.entries] : [];
  const lines = [
    `source = ${quoted(source)}`,
    ...(version === undefined ? [] : [`version = ${quoted(version)}`]),
    ...given.flatMap(([input, value]) => (isName(input) ? [`${input} = ${handed.expressionFor(value)}`] : [])),
  ];
  return `module "${name}" {\n${lines.join('\n')}\n}\n`;
}

function isName(text: string): boolean {
  return /^[A-Za-z_][\w-]*$/u.test(text) && !['source', 'version', 'providers'].includes(text);
}

function quoted(text: string): string {
  return JSON.stringify(text).replaceAll(/([$%])\{/gu, '$1$1{');
}

/** `remote_state` as the settings that it becomes; unknown where an include that is not there may state it. */
function stateOf(
  { remoteState, complete }: UnitConfiguration,
  files: UnitFiles,
  handed: HandedValues,
  range: SourceRange,
): readonly Block[] {
  const backend = remoteState?.entries.get('backend');
  const type = backend === undefined ? undefined : toText(backend);
  if (type === undefined || !/^[a-z]+$/u.test(type)) {
    return remoteState === undefined && complete ? [] : [unreadSettings(range)];
  }
  const config = remoteState?.entries.get('config');
  const settings = config?.kind === 'map' ? [...config.entries] : [];
  const lines = settings.flatMap(([name, value]) => (isName(name) ? [lineOf(name, value, handed)] : []));
  const origin = remoteState?.decidedAt ?? remoteState?.range ?? range;
  files.generate('/backend', `terraform {\nbackend "${type}" {\n${lines.join('\n')}\n}\n}\n`, origin, true);
  return [];
}

function lineOf(name: string, value: Value, handed: HandedValues): string {
  return `${name} = ${handed.expressionFor(value)}`;
}

function unreadSettings(range: SourceRange): Block {
  const body = { attributes: [], blocks: [], unread: ['backend'], range };
  return { type: 'terraform', labels: [], body, headerRange: range, range };
}
