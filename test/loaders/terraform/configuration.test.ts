import { describe, expect, test } from 'vitest';
import { memoryFileSystem } from '../../../src/core/file-system-memory.ts';
import { createModuleLoader, loadModule } from '../../../src/loaders/terraform/configuration.ts';
import { loadVariableFiles } from '../../../src/loaders/terraform/variable-files.ts';
import { textOf } from '../../../src/core/source.ts';

describe('a module', () => {
  const fileSystem = memoryFileSystem({
    'infra/main.tf':
      'resource "aws_vpc" "main" {\n  cidr_block = "10.0.0.0/16"\n  tags = {}\n}\ndata "aws_region" "here" {}\nlocals {\n  a = 1\n}',
    'infra/variables.tf':
      'variable "name" {}\noutput "id" { value = 1 }\nmodule "db" { source = "./db" }\nprovider "aws" { alias = "dr" }',
    'infra/main_override.tf': 'resource "aws_vpc" "main" { cidr_block = "10.1.0.0/16" }\nlocals {\n  a = 2\n}',
    'infra/.hidden.tf': 'resource "aws_vpc" "hidden" {}',
    'infra/notes.tf.example': 'resource "aws_vpc" "example" {}',
    'infra/db/main.tf': 'resource "aws_vpc" "db" {}',
  });
  const { value: module, diagnostics } = loadModule('infra', fileSystem);

  test('is the blocks of all .tf files of its folder, by name', () => {
    expect(diagnostics).toEqual([]);
    expect([...module.resources.keys()]).toEqual(['aws_vpc.main', 'data.aws_region.here']);
    expect([...module.variables.keys(), ...module.outputs.keys(), ...module.calls.keys()]).toEqual([
      'name',
      'id',
      'db',
    ]);
    expect(module.providers.map(({ name, alias }) => [name, alias])).toEqual([['aws', 'dr']]);
  });

  test('override files replace arguments, and declare nothing twice', () => {
    const attributes = module.resources.get('aws_vpc.main')?.block.body.attributes ?? [];
    expect(attributes.map(({ name, value }) => `${name} = ${textOf(value.range)}`)).toEqual([
      'tags = {}',
      'cidr_block = "10.1.0.0/16"',
    ]);
    const local = module.locals.get('a');
    expect(local && textOf(local.value.range)).toBe('2');
  });

  test('is read once', () => {
    const loader = createModuleLoader(fileSystem);
    expect(loader.load('infra')).toBe(loader.load('infra'));
  });

  test('whose file is broken is incomplete, and keeps its other blocks', () => {
    const broken = loadModule(
      '.',
      memoryFileSystem({
        'main.tf': 'resource "aws_vpc" "a" {}\nresource {{\n',
        'other.tf': 'resource "aws_vpc" "b" {}',
      }),
    );
    expect([...broken.value.resources.keys()]).toEqual(['aws_vpc.a', 'aws_vpc.b']);
    expect([broken.value.incomplete, broken.diagnostics[0]?.code]).toEqual([true, 'input/syntax']);
  });

  test('of an empty folder has nothing', () => {
    const empty = loadModule('empty', memoryFileSystem({}));
    expect([empty.value.resources.size, empty.diagnostics]).toEqual([0, []]);
  });
});

describe('variable files', () => {
  test('that are given but missing are a diagnostic', () => {
    const { diagnostics } = loadVariableFiles('infra', ['prod.tfvars'], memoryFileSystem({}));
    expect(diagnostics.map(({ code, path }) => [code, path])).toEqual([['input/unreadable', 'prod.tfvars']]);
  });

  test('in JSON keep the place of each value', () => {
    const stated = loadVariableFiles(
      '.',
      [],
      memoryFileSystem({ 'a.auto.tfvars.json': '{\n  "days": [7, {"x": "${y}"}]\n}' }),
    ).value;
    const days = stated.get('days')?.value;
    expect(days?.kind === 'tuple' && days.items.map((item) => textOf(item.range))).toEqual(['7', '{"x": "${y}"}']);
  });

  test('in JSON may hold comments, and must hold an object', () => {
    const files = { 'a.auto.tfvars.json': '{"//": "by hand", "days": 7}', 'b.auto.tfvars.json': '[{"days": 8}]' };
    const { value, diagnostics } = loadVariableFiles('.', [], memoryFileSystem(files));
    expect([...value.keys()]).toEqual(['days']);
    expect(diagnostics.map(({ code, path, message }) => [code, path, message])).toEqual([
      [
        'input/variable',
        'b.auto.tfvars.json',
        'A variable file holds an object with a value for each variable, and this is none: it is not read.',
      ],
    ]);
  });
});
