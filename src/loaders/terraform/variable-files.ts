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
import type { SourceFile } from '../../core/source.ts';
import type { Expression } from '../hcl/ast.ts';
import { parseHcl } from '../hcl/parse-hcl.ts';
import { readJson } from '../json.ts';
import type { TemplateNode } from '../template-node.ts';

/** Variable name → what a file states for it: a literal, for variable files can't refer to anything. */
export type StatedVariables = ReadonlyMap<string, Expression>;

/** @param given files given by name, the later ones stronger; relative to the working directory */
export function loadVariableFiles(
  folder: string,
  given: readonly string[],
  fileSystem: FileSystem,
): Outcome<StatedVariables> {
  const stated = new Map<string, Expression>();
  const diagnostics: Diagnostic[] = [];
  for (const path of [...autoLoadedFiles(folder, fileSystem), ...given]) {
    const source = readSource(fileSystem, path);
    diagnostics.push(...source.diagnostics);
    if (source.value === undefined) continue;
    const read = path.endsWith('.json') ? readJsonVariables(source.value) : readHclVariables(source.value);
    diagnostics.push(...read.diagnostics);
    for (const [name, expression] of read.value) stated.set(name, expression);
  }
  return outcome(stated, diagnostics);
}

function autoLoadedFiles(folder: string, fileSystem: FileSystem): readonly string[] {
  const names = (fileSystem.list(folder) ?? []).filter(({ kind }) => kind === 'file').map(({ name }) => name);
  const fixed = ['terraform.tfvars', 'terraform.tfvars.json'].filter((name) => names.includes(name));
  const automatic = names.filter((name) => /\.auto\.tfvars(?:\.json)?$/u.test(name)).toSorted();
  return [...fixed, ...automatic].map((name) => posix.join(folder, name));
}

function readHclVariables(file: SourceFile): Outcome<StatedVariables> {
  const parsed = parseHcl(file);
  const stated = parsed.value.body.attributes.map(({ name, value }) => [name, value] as const);
  return outcome(new Map(stated), parsed.diagnostics);
}

function readJsonVariables(file: SourceFile): Outcome<StatedVariables> {
  const parsed = readJson(file);
  const { root } = parsed.value;
  const entries = root?.kind === 'mapping' ? root.entries : [];
  return outcome(new Map(entries.map(({ key, value }) => [key, literalOf(value)] as const)), parsed.diagnostics);
}

/** JSON as the HCL literal that means the same. */
function literalOf(node: TemplateNode): Expression {
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
