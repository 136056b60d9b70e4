/** Templates as text to what tests compare: values as plain data, places as `line:column`. */
import { parseRegion } from '../../src/core/ids.ts';
import { outcome, type Outcome } from '../../src/core/outcome.ts';
import { locationOf, SourceFile, type SourceRange } from '../../src/core/source.ts';
import type { Value } from '../../src/core/value.ts';
import { evaluateTemplate } from '../../src/evaluation/cloudformation/evaluate.ts';
import { readParameterFile } from '../../src/evaluation/cloudformation/parameter-file.ts';
import type { DeclaredResource } from '../../src/evaluation/declared-resource.ts';
import { loadTemplateFile } from '../../src/loaders/cloudformation/template.ts';
import type { TemplateFile, TemplateNode } from '../../src/loaders/template-node.ts';

export interface Evaluated {
  readonly resources: readonly DeclaredResource[];
  readonly messages: readonly string[];
  readonly attribute: (address: string, name: string) => Value | undefined;
}

export function evaluated(
  text: string,
  options: {
    readonly region?: string;
    readonly parameters?: string;
    readonly path?: string;
    /** Other templates, by their paths. */
    readonly files?: Readonly<Record<string, string>>;
  } = {},
): Evaluated {
  const path = options.path ?? 'stack.yaml';
  const loaded = loadTemplateFile(new SourceFile(path, text));
  const region = options.region === undefined ? undefined : parseRegion(options.region);
  const stated = readParameterFile(new SourceFile('parameters.json', options.parameters ?? '{}')).value.parameters;
  const parameters = new Map([...stated].map(([name, { value }]) => [name, value]));
  const deployment = {
    id: 'stack',
    language: 'cloudformation',
    path,
    inputFiles: [],
    region,
    role: undefined,
  } as const;
  const readTemplate = (other: string): Outcome<TemplateFile | undefined> => {
    const found = options.files?.[other];
    return found === undefined ? outcome(undefined) : loadTemplateFile(new SourceFile(other, found));
  };
  const { value: resources, diagnostics } = evaluateTemplate({
    deployment,
    template: loaded.value,
    parameters,
    readTemplate,
  });
  const messages = [...loaded.diagnostics, ...diagnostics].map(
    ({ code, message, range }) => `${placeOf(range)} ${code} ${message}`,
  );
  return {
    resources,
    messages,
    attribute: (address, name) =>
      resources.find((resource) => resource.address === address)?.attributes.entries.get(name),
  };
}

export function placeOf(range: SourceRange | undefined): string {
  if (range === undefined) return '-';
  const { line, column } = locationOf(range);
  return `${line}:${column}`;
}

/** Known data as itself, `{ $ref }`, `{ $text }` and `{ $unknown }` for the rest; absent as undefined. */
export function plain(value: Value | undefined): unknown {
  switch (value?.kind) {
    case undefined:
      return undefined;
    case 'scalar':
      return value.value;
    case 'list':
      return value.items.map(plain);
    case 'map':
      return Object.fromEntries([...value.entries].map(([key, entry]) => [key, plain(entry)]));
    case 'reference':
      return { $ref: value.text };
    case 'template':
      return { $text: value.parts.map((part) => (typeof part === 'string' ? part : plain(part))) };
    case 'unknown':
      return { $unknown: value.symbol.reason.subject };
  }
}

/** A tree as plain data, without its ranges. */
export function plainNode(node: TemplateNode | undefined): unknown {
  switch (node?.kind) {
    case undefined:
      return undefined;
    case 'scalar':
      return node.value;
    case 'sequence':
      return node.items.map(plainNode);
    case 'mapping':
      return Object.fromEntries(node.entries.map(({ key, value }) => [key, plainNode(value)]));
  }
}
