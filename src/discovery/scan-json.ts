/** The quick look at a `.tf.json` file. */
import { isLocalSource, type ModuleScan } from './module-scan.ts';

export function scanJsonModule(text: string): ModuleScan {
  const root = parse(text);
  if (root === undefined) return scanBroken(text);
  const calls = membersOf(valuesAt(root, 'module')).flatMap(({ value }) => valuesAt(value, 'source'));
  const settings = valuesAt(root, 'terraform');
  return {
    localSources: calls.filter((source) => typeof source === 'string').filter((source) => isLocalSource(source)),
    keepsState: settings.some((block) => valuesAt(block, 'backend').length + valuesAt(block, 'cloud').length > 0),
    configuresProvider: membersOf(valuesAt(root, 'provider')).length > 0,
  };
}

/** What it seems to say, although it is no JSON: what is around it is judged better for that. */
function scanBroken(text: string): ModuleScan {
  const sources = [...text.matchAll(/"source"\s*:\s*"([^"\n]*)"/gu)].map(([, source = '']) => source);
  return {
    localSources: sources.filter((source) => isLocalSource(source)),
    keepsState: /"(?:backend|cloud)"\s*:\s*[[{]/u.test(text),
    configuresProvider: /"provider"\s*:\s*[[{]/u.test(text),
  };
}

/** The addresses of its resources and data sources, and the names of its module calls. */
export function namesInJson(text: string): readonly string[] {
  const root = parse(text);
  const addresses = (kind: string): readonly string[] =>
    membersOf(valuesAt(root, kind)).flatMap(({ key: type, value }) =>
      membersOf(itemsOf(value)).map(({ key: name }) => `${type}.${name}`),
    );
  return [
    ...addresses('resource'),
    ...addresses('data').map((address) => `data.${address}`),
    ...membersOf(valuesAt(root, 'module')).map(({ key }) => key),
  ];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What a name stands for in an object, or in the objects of an array; an array there counts as its items. */
function valuesAt(holder: unknown, name: string): readonly unknown[] {
  return membersOf(itemsOf(holder))
    .filter(({ key }) => key === name)
    .flatMap(({ value }) => itemsOf(value));
}

interface Member {
  readonly key: string;
  readonly value: unknown;
}

/** But for comments: https://developer.hashicorp.com/terraform/language/syntax/json#comment-properties */
function membersOf(objects: readonly unknown[]): readonly Member[] {
  return objects.flatMap((object) =>
    isObject(object)
      ? Object.entries(object)
          .map(([key, value]) => ({ key, value }))
          .filter(({ key }) => key !== '//')
      : [],
  );
}

function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
