/** Loads Terragrunt's configuration files (`terragrunt.hcl`, and those it includes or reads), each once in a run. */
import type { Diagnostic } from '../../core/diagnostic.ts';
import type { FileSystem } from '../../core/file-system.ts';
import { outcome, type Outcome } from '../../core/outcome.ts';
import { readSource } from '../../core/read-source.ts';
import type { HclFile } from '../hcl/ast.ts';
import { parseHcl } from '../hcl/parse-hcl.ts';

export interface ConfigFiles {
  readonly fileSystem: FileSystem;
  /** The value is undefined when there is no such file, or it can't be read. */
  load(path: string): Outcome<HclFile | undefined>;
}

export function createConfigFiles(fileSystem: FileSystem): ConfigFiles {
  const loaded = new Map<string, Outcome<HclFile | undefined>>();
  return {
    fileSystem,
    load: (path) => {
      const known = loaded.get(path) ?? loadFile(path, fileSystem);
      loaded.set(path, known);
      return known;
    },
  };
}

function loadFile(path: string, fileSystem: FileSystem): Outcome<HclFile | undefined> {
  if (path.endsWith('.json')) return outcome(undefined, [writtenAsJson(path)]);
  const source = readSource(fileSystem, path);
  if (source.value === undefined) return outcome(undefined, source.diagnostics);
  const parsed = parseHcl(source.value);
  return outcome(parsed.value, [...source.diagnostics, ...parsed.diagnostics]);
}

function writtenAsJson(path: string): Diagnostic {
  const message = `${path} is Terragrunt's configuration in JSON, which dr-lint does not read.`;
  const help = 'What it states is not known; write it as HCL.';
  return { code: 'input/unreadable', level: 'warning', message, help, path };
}
