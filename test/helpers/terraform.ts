/** Terraform roots as text to what tests compare: values as plain data, places as `file:line:column`. */
import { memoryFileSystem } from '../../src/core/file-system-memory.ts';
import { parseRegion } from '../../src/core/ids.ts';
import { locationOf, type SourceRange } from '../../src/core/source.ts';
import { toDocument } from '../../src/core/to-document.ts';
import type { Value } from '../../src/core/value.ts';
import type { DeclaredResource } from '../../src/evaluation/declared-resource.ts';
import { evaluateRoot } from '../../src/evaluation/terraform/evaluate.ts';
import { createModuleLoader } from '../../src/loaders/terraform/configuration.ts';
import { loadVariableFiles } from '../../src/loaders/terraform/variable-files.ts';
import { plainDocument } from './plain-document.ts';

export interface EvaluatedRoot {
  readonly resources: readonly DeclaredResource[];
  /** The addresses of what is declared, without settings. */
  readonly addresses: readonly string[];
  readonly messages: readonly string[];
  resource(address: string): DeclaredResource;
  value(address: string, attribute: string): Value | undefined;
  /** An attribute as plain data; undefined when there is none. */
  plain(address: string, attribute: string): unknown;
}

/** @param files path → text; the root lies in `infra` */
export function evaluateFiles(
  files: Readonly<Record<string, string>>,
  options: {
    readonly region?: string;
    readonly varFiles?: readonly string[];
    readonly workspace?: string;
    readonly library?: boolean;
  } = {},
): EvaluatedRoot {
  const fileSystem = memoryFileSystem(files);
  const inputFiles = options.varFiles ?? [];
  const variables = loadVariableFiles('infra', inputFiles, fileSystem);
  // As discovery would take it.
  const library = options.library ?? !Object.values(files).some((text) => /\b(?:provider|backend) "/u.test(text));
  const region = options.region === undefined ? undefined : parseRegion(options.region);
  const deployment = {
    id: 'infra',
    language: 'terraform',
    path: 'infra',
    inputFiles,
    region,
    role: undefined,
    ...(options.workspace !== undefined && { workspace: { name: options.workspace, statedAt: undefined } }),
    ...(library && { library }),
  } as const;
  const modules = createModuleLoader(fileSystem);
  const { value: resources, diagnostics } = evaluateRoot({ deployment, modules, variables: variables.value });
  const resource = (address: string): DeclaredResource => {
    const found = resources.find((each) => each.address === address);
    if (found === undefined)
      throw new Error(`${address} is not declared, only ${resources.map((each) => each.address).join(', ')}`);
    return found;
  };
  const value = (address: string, attribute: string) => resource(address).attributes.entries.get(attribute);
  return {
    resources,
    addresses: resources.filter(({ kind }) => kind !== 'settings').map(({ address }) => address),
    messages: [...variables.diagnostics, ...diagnostics].map(
      ({ code, level, message, range }) => `${placeOf(range)} ${level} ${code} ${message}`,
    ),
    resource,
    value,
    plain: (address, attribute) => plainValue(value(address, attribute)),
  };
}

export function evaluateMain(text: string): EvaluatedRoot {
  return evaluateFiles({ 'infra/main.tf': text });
}

/** An expression's value as plain data; `{ $invalid }` for what Terraform would refuse. */
export function valueOfExpression(expression: string, declarations = ''): unknown {
  const root = evaluateMain(
    `${declarations}\nresource "null_resource" "probe" {\n  triggers = { value = ${expression} }\n}`,
  );
  const triggers = root.value('null_resource.probe', 'triggers');
  return plainValue(triggers?.kind === 'map' ? triggers.entries.get('value') : triggers);
}

export function plainValue(value: Value | undefined): unknown {
  if (value?.kind === 'unknown' && value.symbol.reason.code === 'invalid')
    return { $invalid: value.symbol.reason.cure };
  return value === undefined ? undefined : plainDocument(toDocument(value));
}

export function placeOf(range: SourceRange | undefined): string {
  if (range === undefined) return '-';
  const { file, line, column } = locationOf(range);
  return `${file}:${line}:${column}`;
}
