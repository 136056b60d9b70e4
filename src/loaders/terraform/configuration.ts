/** The files of a folder, in either syntax of Terraform → one module. */
import { posix } from 'node:path';
import type { Diagnostic } from '../../core/diagnostic.ts';
import type { FileSystem } from '../../core/file-system.ts';
import { outcome, type Outcome } from '../../core/outcome.ts';
import { readSource } from '../../core/read-source.ts';
import type { SourceFile } from '../../core/source.ts';
import { configurationFiles, isJsonConfiguration, isOverrideFile } from '../../discovery/configuration-files.ts';
import type { HclFile } from '../hcl/ast.ts';
import { suppressionsInHcl } from '../hcl/hcl-suppressions.ts';
import { parseHcl } from '../hcl/parse-hcl.ts';
import { parseJsonConfiguration } from './json/json-configuration.ts';
import { BlockCollector } from './module-blocks.ts';
import type { ConfigurationFile, TerraformModule } from './terraform-module.ts';

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
  const files: ConfigurationFile[] = [];
  const entries = (fileSystem.list(folder) ?? []).filter(({ kind }) => kind === 'file');
  for (const name of configurationFiles(entries.map((entry) => entry.name))) {
    const source = readSource(fileSystem, posix.join(folder, name));
    diagnostics.push(...source.diagnostics);
    if (source.value === undefined) continue;
    const parsed = parseConfiguration(source.value);
    diagnostics.push(...parsed.diagnostics);
    files.push(parsed.value);
  }
  const module = moduleOf(folder, files, diagnostics.length > 0);
  return outcome(module, [...diagnostics, ...(module.incomplete ? [] : module.overridesOfNothing)]);
}

function parseConfiguration(file: SourceFile): Outcome<ConfigurationFile> {
  if (isJsonConfiguration(file.path)) return parseJsonConfiguration(file);
  const { value, diagnostics } = parseHcl(file);
  return outcome({ ...value, suppressions: suppressionsInHcl(value) }, diagnostics);
}

/** The module that these files make together. Override files, which come last, are merged into what they override. */
export function moduleOf(
  folder: string,
  files: readonly (HclFile & Partial<ConfigurationFile>)[],
  incomplete: boolean,
): TerraformModule {
  const collector = new BlockCollector();
  for (const file of files) {
    const override = isOverrideFile(posix.basename(file.file.path));
    for (const block of file.body.blocks) collector.add(block, override);
  }
  return {
    folder,
    files,
    ...collector.collected(),
    incomplete,
    unread: files.flatMap(({ unread }) => unread ?? []),
    suppressions: files.flatMap(({ suppressions }) => suppressions ?? []),
  };
}
