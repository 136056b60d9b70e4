/** A literal argument of a resource, said somewhere else: in a variable's default, a local, a chain of locals, a variable file. */
import { textOf } from '../../../src/core/source.ts';
import type { Attribute, Body } from '../../../src/loaders/hcl/ast.ts';
import type { ResourceBlock, TerraformModule } from '../../../src/loaders/terraform/terraform-module.ts';
import { edited, replaced } from '../../helpers/source-edits.ts';
import { isLiteral } from '../../helpers/walk-hcl.ts';
import { pathIn, type TerraformProject } from '../terraform-project.ts';
import { isOfSpelling, type Rewritten, type Transformation } from '../transformation.ts';

export const inVariables: Transformation = {
  what: 'literals as defaults of variables',
  isExcepted: isOfSpelling,
  rewrite: (project) =>
    elsewhere(project, [...project.modules.values()], {
      use: (name) => `var.${name}`,
      declare: (module, literals) => [
        [pathIn(module, 'literals.tf'), literals.map(({ name, text }) => variable(name, `default = ${text}`))],
      ],
    }),
};

export const inLocals: Transformation = {
  what: 'literals as locals',
  isExcepted: isOfSpelling,
  rewrite: (project) =>
    elsewhere(project, [...project.modules.values()], {
      use: (name) => `local.${name}`,
      declare: (module, literals) => [
        [pathIn(module, 'literals.tf'), locals(literals.map(({ name, text }) => `${name} = ${text}`))],
      ],
    }),
};

export const inAChainOfLocals: Transformation = {
  what: 'literals as locals of locals',
  isExcepted: isOfSpelling,
  rewrite: (project) =>
    elsewhere(project, [...project.modules.values()], {
      use: (name) => `local.${name}`,
      declare: (module, literals) => [
        [
          pathIn(module, 'literals.tf'),
          locals(
            literals.flatMap(({ name, text }) => [
              `${name} = local.${name}_chosen`,
              `${name}_chosen = [{ value = local.${name}_written }][0].value`,
              `${name}_written = ${text}`,
            ]),
          ),
        ],
      ],
    }),
};

export const inAVariableFile: Transformation = {
  what: 'literals in terraform.tfvars',
  isExcepted: (judgement) => judgement.startsWith('iac/'),
  rewrite: (project) => {
    const roots = project.roots.filter((root) => project.files[pathIn(root, 'terraform.tfvars')] === undefined);
    return elsewhere(project, roots, {
      use: (name) => `var.${name}`,
      declare: (module, literals) => [
        [pathIn(module, 'literals.tf'), literals.map(({ name }) => variable(name, ''))],
        [pathIn(module, 'terraform.tfvars'), literals.map(({ name, text }) => `${name} = ${text}`)],
      ],
    });
  },
};

interface Literal {
  readonly name: string;
  /** As it was written. */
  readonly text: string;
}

interface Elsewhere {
  readonly use: (name: string) => string;
  /** Files and their lines. */
  readonly declare: (
    module: TerraformModule,
    literals: readonly Literal[],
  ) => readonly (readonly [path: string, lines: readonly string[]])[];
}

function variable(name: string, body: string): string {
  return `variable "${name}" {\n  ${body}\n}`;
}

function locals(lines: readonly string[]): readonly string[] {
  return ['locals {', ...lines.map((line) => `  ${line}`), '}'];
}

function elsewhere(
  { files }: TerraformProject,
  modules: readonly TerraformModule[],
  { use, declare }: Elsewhere,
): Rewritten | undefined {
  const added: Record<string, string> = {};
  const edits = modules.flatMap((module) => {
    const found = [...module.resources.values()].flatMap((resource) => literalsOf(resource));
    const literals = found.map(({ name, value }, index) => ({
      name: `${name}_${index}`,
      text: textOf(value.range),
      range: value.range,
    }));
    if (literals.length === 0) return [];
    for (const [path, lines] of declare(module, literals)) added[path] = `${lines.join('\n')}\n`;
    return literals.map(({ name, range }) => replaced(range, use(name)));
  });
  return edits.length === 0 ? undefined : { files: { ...edited(files, edits), ...added } };
}

/** Arguments that Terraform itself reads. */
const metaArguments: ReadonlySet<string> = new Set(['provider', 'depends_on']);
/** https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle#literal-values-only */
const metaBlocks: ReadonlySet<string> = new Set(['lifecycle', 'connection', 'provisioner']);

export function literalsOf({ block: { body } }: ResourceBlock): readonly Attribute[] {
  const attributes = body.attributes.filter(({ name }) => !metaArguments.has(name));
  return literalsIn({ ...body, attributes, blocks: body.blocks.filter(({ type }) => !metaBlocks.has(type)) });
}

function literalsIn({ attributes, blocks }: Body): readonly Attribute[] {
  return [...attributes.filter(({ value }) => isLiteral(value)), ...blocks.flatMap((block) => literalsIn(block.body))];
}
