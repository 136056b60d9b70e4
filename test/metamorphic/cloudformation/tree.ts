/** A template as plain data in CloudFormation's long forms: what transformations of templates take and give, and its spellings. */
import { Document, isMap, isNode, isScalar, isSeq, visit, type Node, type ToStringOptions } from 'yaml';
import { literalScalar } from '../../../src/evaluation/cloudformation/literals.ts';
import type { TemplateNode } from '../../../src/loaders/template-node.ts';

export type Literal = string | number | boolean;
export type TreeMap = ReadonlyMap<string, Tree>;
export type Tree = Literal | null | readonly Tree[] | TreeMap;

export function treeOf(node: TemplateNode): Tree {
  switch (node.kind) {
    case 'scalar':
      return literalScalar(node).value;
    case 'sequence':
      return node.items.map(treeOf);
    case 'mapping':
      return new Map(node.entries.map(({ key, value }) => [key, treeOf(value)]));
  }
}

export function isList(tree: Tree | undefined): tree is readonly Tree[] {
  return Array.isArray(tree);
}

export function isTreeMap(tree: Tree | undefined): tree is TreeMap {
  return tree instanceof Map;
}

/** The entries of a section; none where it is absent. */
export function sectionOf(template: Tree | undefined, name: string): TreeMap {
  const section = isTreeMap(template) ? template.get(name) : undefined;
  return isTreeMap(section) ? section : new Map();
}

export function withEntries(tree: TreeMap, entries: Readonly<Record<string, Tree>>): TreeMap {
  return new Map([...tree, ...Object.entries(entries)]);
}

/** `{ name: argument }`, as every call of a function is written in its long form. */
export function call(name: string, argument: Tree): TreeMap {
  return new Map([[name, argument]]);
}

/** Of such a stack perhaps nothing is created; a stack that stands beside or around it makes one of which something is. */
export function mayBeEmpty(template: TreeMap): boolean {
  const resources = [...sectionOf(template, 'Resources').values()].filter(isTreeMap);
  // What another stack nests may be nothing, too.
  return resources.every(
    (resource) => resource.has('Condition') || resource.get('Type') === 'AWS::CloudFormation::Stack',
  );
}

/**
 * Properties that are read where they stand as they are, not through functions: text that is code, and what the transform
 * of serverless resources makes others of.
 */
export const readAsWritten: ReadonlySet<string> = new Set(['AutoPublishAlias', 'Events', 'TemplateBody']);

/** The function that a mapping calls. */
export function calledBy(tree: TreeMap): readonly [name: string, argument: Tree] | undefined {
  const [only] = tree;
  if (only === undefined || tree.size > 1) return undefined;
  return only[0] === 'Ref' || /^Fn::(?!ForEach::)/u.test(only[0]) ? only : undefined;
}

export function asJson(tree: Tree, indent = 2): string {
  return JSON.stringify(
    tree,
    (_, value: unknown) => (value instanceof Map ? Object.fromEntries(value) : value),
    indent,
  );
}

export function asYaml(tree: Tree, options: ToStringOptions = {}): string {
  // The text of a template in quotes is read on one line only.
  return documentOf(tree).toString({ lineWidth: 0, doubleQuotedMinMultiLineLength: Infinity, ...options });
}

/** Every function in its short form, but where YAML has none: a tag can't stand right behind another one. */
export function asShortYaml(tree: Tree): string {
  const document = documentOf(tree);
  visit(document, {
    Map: (_, map) => {
      const [only] = map.items;
      const name = isScalar(only?.key) ? String(only.key.value) : '';
      if (map.items.length !== 1 || !isNode(only?.value) || !/^(?:Ref|Fn::(?!ForEach::)\w+)$/u.test(name))
        return undefined;
      return isCall(only.value) ? undefined : tagged(name, only.value);
    },
  });
  return document.toString({ lineWidth: 0 });
}

function documentOf(tree: Tree): Document {
  // In quotes also where only YAML 1.1 takes it for something else, as CloudFormation does: `yes`.
  return new Document(tree, { compat: 'yaml-1.1', aliasDuplicateObjects: false });
}

function isCall(node: Node): boolean {
  const key = isMap(node) && node.items.length === 1 ? node.items[0]?.key : undefined;
  return isScalar(key) && /^(?:Ref$|Fn::)/u.test(String(key.value));
}

function tagged(name: string, argument: Node): Node {
  const node = name === 'Fn::GetAtt' && isSeq(argument) ? new Document(dotted(argument.toJSON())).contents : argument;
  if (node === null) return argument;
  node.tag = `!${name.replace(/^Fn::/u, '')}`;
  return node;
}

/** `[Orders, Arn]` as `Orders.Arn`; what can't be written so stays. */
function dotted(path: unknown): unknown {
  return Array.isArray(path) && path.every((each) => typeof each === 'string') ? path.join('.') : path;
}
