/**
 * Loads `.dr-lint.yaml`: text → Config, or every mistake in it with its line and what was probably meant. The shape is
 * checked against config.schema.json, the names (tiers, policies, Regions) against what this run knows.
 */
import type { ValidateFunction } from 'ajv';
import { outcome, type Outcome } from '../core/outcome.ts';
import type { SourceFile } from '../core/source.ts';
import { buildConfig } from './build-config.ts';
import { checkNames, type NameVocabulary } from './check-names.ts';
import { checkPaths } from './check-paths.ts';
import type { Config } from './config.ts';
import type { ConfigDocument } from './config-document.ts';
import { readConfigText } from './config-text.ts';
import schema from './config.schema.json' with { type: 'json' };
import { schemaMistakes } from './schema-mistakes.ts';

/** What names a configuration may use beside those that it declares itself. */
export interface Vocabulary {
  /** The built-in tiers. */
  readonly tiers: readonly string[];
  /** The ids of all policies, given the folders (relative to the working directory) that the configuration adds. */
  readonly policies: (folders: readonly string[]) => Promise<readonly string[]>;
  /** Where a path relative to the working directory really lies, in the form in which files are reported; undefined when there is nothing. */
  readonly realPath: (path: string) => string | undefined;
}

/** The value is undefined when there is a mistake; every mistake is told. */
export async function loadConfig(file: SourceFile, vocabulary: Vocabulary): Promise<Outcome<Config | undefined>> {
  const { value: text, diagnostics } = readConfigText(file);
  if (text === undefined) return outcome(undefined, diagnostics);
  const validate = await compiledSchema();
  const { data } = text;
  if (!validate(data)) return outcome(undefined, schemaMistakes(text, validate.errors ?? []));
  const config = buildConfig(data, text, (path) => vocabulary.realPath(path) ?? path);
  const names: NameVocabulary = {
    tiers: [...vocabulary.tiers, ...Object.keys(config.tiers)],
    builtInTiers: vocabulary.tiers,
    policies: await vocabulary.policies(config.policies.extend),
  };
  const mistakes = [...checkNames(data, text, names), ...checkPaths(data, config, text, vocabulary.realPath)];
  return mistakes.length > 0 ? outcome(undefined, mistakes) : outcome(config);
}

let schemaValidator: Promise<ValidateFunction<ConfigDocument>> | undefined;

/** Imported only when there is a configuration: ajv costs more to start than the rest of a small run. */
function compiledSchema(): Promise<ValidateFunction<ConfigDocument>> {
  schemaValidator ??= import('ajv/dist/2020.js').then(({ Ajv2020 }) =>
    new Ajv2020({ allErrors: true, verbose: true, allowUnionTypes: true }).compile<ConfigDocument>(schema),
  );
  return schemaValidator;
}
