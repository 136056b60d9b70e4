/**
 * The root module that Terragrunt runs for a unit: the files of its source, over them those of the unit's own folder, and
 * over both what it generates.
 */
import { posix } from 'node:path';
import type { Diagnostic } from '../../core/diagnostic.ts';
import type { SourceRange } from '../../core/source.ts';
import type { Value } from '../../core/value.ts';
import type { Block } from '../../loaders/hcl/ast.ts';
import { moduleOf, type ModuleLoader } from '../../loaders/terraform/configuration.ts';
import type { TerraformModule } from '../../loaders/terraform/terraform-module.ts';
import { HandedValues } from './handed-values.ts';
import { generate, UnitFiles } from './generated-files.ts';
import type { UnitConfiguration } from './merged-config.ts';
import { stateSettings } from './state-settings.ts';
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
  const sourceFolder = source.kind === 'folder' ? source.folder : undefined;
  const loaded = [...new Set([sourceFolder ?? folder, folder])].map((each) => loader.load(each));
  const handed = new HandedValues();
  const files = new UnitFiles();
  for (const { value } of loaded) for (const file of value.files) files.add(posix.basename(file.file.path), file);
  if (source.kind === 'elsewhere') {
    files.generate('/source', callText(source, configuration.inputs, handed), placeOf(configuration.source, range));
  }
  const isKnown = configuration.generated.map((body) => generate(body, files, handed)).every(Boolean);
  const { text, isOpen } = stateSettings(configuration, handed);
  if (text !== undefined) files.generate('/backend', text, placeOf(configuration.remoteState, range));
  const incomplete = !configuration.complete || !isKnown || loaded.some(({ value }) => value.incomplete);
  const module = moduleOf(sourceFolder ?? folder, files.all, incomplete);
  return {
    module: {
      ...module,
      settings: isOpen ? [...module.settings, unreadSettings(range)] : module.settings,
      variables: new Map([...module.variables, ...handed.variables(range)]),
    },
    handed,
    sourceFolder,
    diagnostics: [...loaded.flatMap(({ diagnostics }) => diagnostics), ...files.diagnostics],
  };
}

function placeOf(value: Value | undefined, otherwise: SourceRange): SourceRange {
  return value?.decidedAt ?? value?.range ?? otherwise;
}

/** A call of the module that is not there, with the inputs of the unit. */
function callText(
  { source, version }: Extract<UnitSource, { kind: 'elsewhere' }>,
  inputs: Value,
  handed: HandedValues,
): string {
  const name = /(?<name>[A-Za-z][\w-]*)(?:\.git)?$/u.exec(source.replace(/\?.*$/u, ''))?.groups?.['name'] ?? 'unit';
  const lines = [
    `source = ${quoted(source)}`,
    ...(version === undefined ? [] : [`version = ${quoted(version)}`]),
    ...handed.linesFor(inputs).filter((line) => !/^(?:source|version|providers|count|for_each) =/u.test(line)),
  ];
  return `module "${name}" {\n${lines.join('\n')}\n}\n`;
}

function quoted(text: string): string {
  return JSON.stringify(text).replaceAll(/([$%])\{/gu, '$1$1{');
}

/** Where the state is kept can't be told. */
function unreadSettings(range: SourceRange): Block {
  const body = { attributes: [], blocks: [], unread: ['backend'], range };
  return { type: 'terraform', labels: [], body, headerRange: range, range };
}
