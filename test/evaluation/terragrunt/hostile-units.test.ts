/** A stranger's Terragrunt files: whatever they say, the run ends, stays in the scanned tree, and tells what it left open. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lintText } from '../../helpers/lint-text.ts';

type Files = Readonly<Record<string, string>>;

const vault = 'variable "name" {}\nresource "aws_backup_vault" "v" {\n  name = var.name\n}\n';
const source = 'terraform {\n  source = "../../modules/vault"\n}\n';

async function judged(files: Files) {
  const report = await lintText({ 'modules/vault/main.tf': vault, ...files }, { paths: ['live'] });
  const node = [...report.graph.nodes.values()].find(({ address }) => address.endsWith('aws_backup_vault.v'));
  const codes = report.diagnostics.map(({ code }) => code).filter((code) => code !== 'input/provider-unconfigured');
  return { name: JSON.parse(JSON.stringify(node?.attributes['name'] ?? null)), codes: [...new Set(codes)] };
}

function files(count: number, text: (index: number) => string): Files {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`live/vault/${index}.hcl`, text(index)]));
}

const read = 'locals { n = read_terragrunt_config("0.hcl").locals.n }\ninputs = { name = local.n }\n';

describe('a bound is told', () => {
  test.each<readonly [what: string, files: Files, codes: readonly string[]]>([
    [
      'a file that includes itself',
      { 'live/vault/terragrunt.hcl': `include {\n  path = "terragrunt.hcl"\n}\n${source}` },
      ['input/unresolved-include'],
    ],
    [
      'a local that is made from itself',
      { 'live/vault/terragrunt.hcl': `${source}locals { a = local.a }\ninputs = { name = local.a }` },
      ['input/cycle'],
    ],
    [
      'files that read each other too deeply',
      {
        ...files(40, (index) => `locals { n = read_terragrunt_config("${index + 1}.hcl").locals.n }`),
        'live/vault/terragrunt.hcl': source + read,
      },
      ['input/limit'],
    ],
    [
      'text that doubles',
      {
        'live/vault/terragrunt.hcl': `${source}locals {\n  l0 = "0123456789"\n${Array.from({ length: 40 }, (_, index) => `  l${index + 1} = "\${local.l${index}}\${local.l${index}}"`).join('\n')}\n}\ninputs = { name = local.l40 }`,
      },
      ['input/limit'],
    ],
  ])('%s', async (_, scanned, codes) => {
    expect((await judged(scanned)).codes).toEqual(codes);
  });
});

describe('nothing outside the scanned tree is read', () => {
  const outside = { 'secret/main.tf': 'resource "aws_backup_vault" "v" {\n  name = "secret"\n}\n' };

  test.each([
    ['a source', 'terraform {\n  source = "../../../outside"\n}\n'],
    ['a file', `${source}inputs = { name = file("/../../etc/passwd") }`],
    ['a parent', `${source}inputs = { name = file(find_in_parent_folders("../../../../etc/passwd")) }`],
    [
      'another configuration',
      `${source}inputs = { name = read_terragrunt_config("../../../../etc/passwd").inputs.name }`,
    ],
    ['a variable file', `${source}inputs = { name = read_tfvars_file("/etc/passwd") }`],
  ])('by %s', async (_, body) => {
    const { name } = await judged({ ...outside, 'live/vault/terragrunt.hcl': body });
    expect(typeof name).not.toBe('string');
  });
});

test('names that objects have are names like others', async () => {
  const body = `${source}inputs = { __proto__ = { name = "x" }, constructor = 1, name = "orders" }\nlocals { __proto__ = 1 }\n`;
  expect((await judged({ 'live/vault/terragrunt.hcl': body })).name).toBe('orders');
});

test('whatever stands there, the run ends with a report', async () => {
  const piece = fc.constantFrom(
    source,
    'include "root" {\n  path = find_in_parent_folders("root.hcl")\n  expose = true\n}\n',
    'include {\n  path = 3\n  merge_strategy = "deep"\n}\n',
    'locals {\n  a = include.root.locals.a\n  b = dependency.x.outputs.y\n  c = get_env()\n}\n',
    'inputs = merge(local.a, include.root.inputs, { name = local.b })\n',
    'inputs = 3\n',
    'generate "p" {\n  path = "p.tf"\n  contents = <<EOF\nprovider "aws" {\n  region = "${local.b}"\n}\nEOF\n}\n',
    'generate = { p = { path = "p.tf", contents = "resource \\"aws_backup_vault\\" \\"p\\" {}" } }\n',
    'remote_state {\n  backend = local.c\n  config  = include.root.locals\n}\n',
    'remote_state = { backend = "s3", config = { bucket = local.b } }\n',
    'dependency "x" {\n  config_path = local.c\n}\n',
    'feature "f" {}\n',
    'terraform {\n  extra_arguments "v" {\n    commands = local.c\n    arguments = ["-var-file=${local.c}", 3]\n  }\n}\n',
    'locals { a = [for i in range(3) : path_relative_from_include("x")]\n}\n',
    'inputs = {',
    '"',
  );
  const text = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));
  await fc.assert(
    fc.asyncProperty(text, text, async (unit, root) => {
      const report = await lintText({
        'modules/vault/main.tf': vault,
        'root.hcl': root,
        'live/vault/terragrunt.hcl': unit,
      });
      expect(report.summary.resources).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 60 },
  );
});
