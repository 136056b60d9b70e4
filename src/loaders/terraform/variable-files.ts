/**
 * The values that variable files state for the variables of a root, in Terraform's order of precedence: the files that it
 * loads by itself from the root's folder, and after them those that are given by name.
 *
 * https://developer.hashicorp.com/terraform/language/values/variables#variable-definition-precedence
 */
import { posix } from 'node:path';
import { assertNever } from '../../core/assert-never.ts';
import type { Diagnostic } from '../../core/diagnostic.ts';
import type { FileSystem } from '../../core/file-system.ts';
import { outcome, type Outcome } from '../../core/outcome.ts';
import { readSource } from '../../core/read-source.ts';
import type { SourceFile, SourceRange } from '../../core/source.ts';
import type { Block, Expression } from '../hcl/ast.ts';
import { parseHcl } from '../hcl/parse-hcl.ts';
import { readJson } from '../json.ts';
import type { TemplateNode } from '../template-node.ts';

/** What a variable file states for a variable: a literal, for it can't refer to anything. */
export interface StatedVariable {
  readonly name: string;
  readonly nameRange: SourceRange;
  readonly value: Expression;
}

/** By the names of the variables. */
export type StatedVariables = ReadonlyMap<string, StatedVariable>;

/** @param given files given by name, the later ones stronger; relative to the working directory */
export function loadVariableFiles(
  folder: string,
  given: readonly string[],
  fileSystem: FileSystem,
): Outcome<StatedVariables> {
  const stated = new Map<string, StatedVariable>();
  const diagnostics: Diagnostic[] = [];
  for (const path of [...automaticFiles(folder, fileSystem), ...given]) {
    const read = readVariableFile(path, fileSystem);
    diagnostics.push(...read.diagnostics);
    for (const variable of read.value) stated.set(variable.name, variable);
  }
  return outcome(stated, diagnostics);
}

/** What one file states, in the order it is written; empty when it can't be read. */
export function readVariableFile(path: string, fileSystem: FileSystem): Outcome<readonly StatedVariable[]> {
  const source = readSource(fileSystem, path);
  if (source.value === undefined) return outcome([], source.diagnostics);
  const read = path.endsWith('.json') ? readJsonVariables(source.value) : readHclVariables(source.value);
  return outcome(read.value, [...source.diagnostics, ...read.diagnostics]);
}

/** The files that Terraform loads by itself where it is run. */
export function automaticFiles(folder: string, fileSystem: FileSystem): readonly string[] {
  const names = (fileSystem.list(folder) ?? []).filter(({ kind }) => kind === 'file').map(({ name }) => name);
  const fixed = ['terraform.tfvars', 'terraform.tfvars.json'].filter((name) => names.includes(name));
  const automatic = names.filter((name) => /\.auto\.tfvars(?:\.json)?$/u.test(name)).toSorted();
  return [...fixed, ...automatic].map((name) => posix.join(folder, name));
}

function readHclVariables(file: SourceFile): Outcome<readonly StatedVariable[]> {
  const parsed = parseHcl(file);
  const { attributes, blocks } = parsed.value.body;
  return outcome(attributes, [...parsed.diagnostics, ...blocks.map((block) => misplacedBlock(block))]);
}

function misplacedBlock({ headerRange: range }: Block): Diagnostic {
  const message = 'A variable file holds values, and this is a block: it is not read.';
  const help = 'Write `name = value`; Terraform refuses a block here, too.';
  return { code: 'input/variable', level: 'warning', message, help, range, path: range.file.path };
}

function readJsonVariables(file: SourceFile): Outcome<readonly StatedVariable[]> {
  const parsed = readJson(file);
  const { root } = parsed.value;
  if (root !== undefined && root.kind !== 'mapping') return outcome([], [...parsed.diagnostics, noObject(root)]);
  // https://developer.hashicorp.com/terraform/language/syntax/json#comment-properties
  const entries = (root?.entries ?? []).filter(({ key }) => key !== '//');
  const stated = entries.map(({ key, keyRange, value }) => ({
    name: key,
    nameRange: keyRange,
    value: literalOf(value),
  }));
  return outcome(stated, parsed.diagnostics);
}

function noObject({ range }: TemplateNode): Diagnostic {
  const message = 'A variable file holds an object with a value for each variable, and this is none: it is not read.';
  const help = 'Write { "name": value }.';
  return { code: 'input/variable', level: 'warning', message, help, range, path: range.file.path };
}

/** JSON as the HCL literal that means the same. */
export function literalOf(node: TemplateNode): Expression {
  const { range } = node;
  switch (node.kind) {
    case 'sequence':
      return { kind: 'tuple', items: node.items.map((item) => literalOf(item)), range };
    case 'mapping': {
      const items = node.entries.map(({ key, keyRange, value }) => ({
        key: textLiteral(key, keyRange),
        value: literalOf(value),
        range: value.range,
      }));
      return { kind: 'object', items, range };
    }
    case 'scalar':
      return typeof node.value === 'string'
        ? textLiteral(node.value, range)
        : { kind: 'literal', value: node.value, range };
    default:
      return assertNever(node);
  }
}

function textLiteral(text: string, range: TemplateNode['range']): Expression {
  return { kind: 'template', parts: [{ kind: 'text', text, range }], heredoc: false, range };
}
