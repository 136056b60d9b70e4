/** What a resource, variable, local, module or provider alias is called means nothing, as long as everything calls it so. */
import type { SourceRange } from '../../../src/core/source.ts';
import type { Block } from '../../../src/loaders/hcl/ast.ts';
import { attributeNamed, type TerraformModule } from '../../../src/loaders/terraform/terraform-module.ts';
import { edited, type SourceEdit } from '../../helpers/source-edits.ts';
import { namesUsedIn, topBlocks, type TerraformProject } from '../terraform-project.ts';
import type { Rewritten, Transformation } from '../transformation.ts';

export const renamed: Transformation = {
  what: 'other names',
  rewrite: (project) => withOtherNames(project),
};

// Words in names are kept: by those for roles and logs dr-lint tells what a resource is for.
const prefix = 'own_';

function withOtherNames({ files, modules, roots }: TerraformProject): Rewritten | undefined {
  // Variable files and callers name variables, too.
  const isClosed = Object.keys(files).every((path) => path.endsWith('.tf'));
  const edits = [...modules.values()].flatMap((module) => {
    const names = namesOf(module, isClosed && roots.includes(module));
    return topBlocks(module).flatMap((block) => [...declarationsIn(block, names), ...usesIn(block, names)]);
  });
  if (edits.length === 0) return undefined;
  const addressBefore = (address: string): string => address.replaceAll(/(?<=^|\.)own_/gu, '');
  return { files: edited(files, edits), addressBefore };
}

/** `aws_db_instance.main`, `var.zones`, `module.web`, `aws.dr`: what a module declares. */
function namesOf(module: TerraformModule, withVariables: boolean): ReadonlySet<string> {
  return new Set([
    ...module.resources.keys(),
    ...(withVariables ? [...module.variables.keys()].map((name) => `var.${name}`) : []),
    ...[...module.locals.keys()].map((name) => `local.${name}`),
    ...[...module.calls.keys()].map((name) => `module.${name}`),
    ...module.providers.flatMap(({ name, alias }) => (alias === undefined ? [] : [`${name}.${alias}`])),
  ]);
}

function usesIn({ body }: Block, names: ReadonlySet<string>): readonly SourceEdit[] {
  // The names before the equals signs are those of the called module.
  const providers = attributeNamed(body, 'providers')?.value;
  const theirs = new Set(providers?.kind === 'object' ? providers.items.map(({ key }) => key.range.start) : []);
  return namesUsedIn(body)
    .filter(({ space, name, range }) => names.has(`${space}.${name}`) && !theirs.has(range.start))
    .map(({ name, range }) => prefixed(name, range));
}

function declarationsIn({ type, labels, body }: Block, names: ReadonlySet<string>): readonly SourceEdit[] {
  const label = labels.at(-1);
  const alias = attributeNamed(body, 'alias')?.value.range;
  if (type === 'locals') return body.attributes.map(({ name, nameRange }) => prefixed(name, nameRange));
  if (type === 'provider') return alias === undefined ? [] : [afterQuote(alias)];
  if (label === undefined) return [];
  const isNamed = type === 'resource' || type === 'data' || type === 'module' || names.has(`var.${label.text}`);
  return isNamed && type !== 'output' ? [afterQuote(label.range)] : [];
}

function afterQuote({ file, start }: SourceRange): SourceEdit {
  const at = file.text.charAt(start) === '"' ? start + 1 : start;
  return { range: { file, start: at, end: at }, text: prefix };
}

/** The name stands at the end of the range. */
function prefixed(name: string, { file, end }: SourceRange): SourceEdit {
  const at = end - name.length;
  return { range: { file, start: at, end: at }, text: prefix };
}
