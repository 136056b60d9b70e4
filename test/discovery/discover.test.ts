import { describe, expect, test } from 'vitest';
import type { Config, DeploymentConfig } from '../../src/config/config.ts';
import { defaultConfig } from '../../src/config/default-config.ts';
import { memoryFileSystem } from '../../src/core/file-system-memory.ts';
import { parseRegion } from '../../src/core/ids.ts';
import { SourceFile } from '../../src/core/source.ts';
import { discover, type Discovery, type DiscoveryInput } from '../../src/discovery/discover.ts';

const provider = 'provider "aws" {}\n';
const backend = 'terraform {\n  backend "s3" {}\n}\n';
const bucket = 'resource "aws_s3_bucket" "orders" {}\n';
const call = (source: string): string => `module "called" {\n  source = "${source}"\n}\n`;
const template = 'Resources:\n  Orders:\n    Type: AWS::DynamoDB::Table\n';

function discoverIn(
  files: Readonly<Record<string, string | Uint8Array>>,
  input: Partial<DiscoveryInput> = {},
): Discovery {
  const { value, diagnostics } = discover({
    fileSystem: memoryFileSystem(files),
    paths: ['.'],
    config: defaultConfig,
    varFiles: [],
    parameters: [],
    region: undefined,
    ...input,
  });
  expect(diagnostics).toEqual([]);
  return value;
}

const idsIn = (...args: Parameters<typeof discoverIn>): readonly string[] =>
  discoverIn(...args).deployments.map(({ id }) => id);

describe('Terraform roots', () => {
  test.each([
    { what: 'a folder with a provider', files: { 'main.tf': provider }, roots: ['.'] },
    { what: 'a library that nothing calls', files: { 'main.tf': bucket }, roots: ['.'] },
    {
      what: 'not the modules that are called, at any depth',
      files: {
        'live/main.tf': provider + call('../modules/app'),
        'modules/app/main.tf': call('../data'),
        'modules/data/main.tf': bucket,
      },
      roots: ['live'],
    },
    {
      what: 'not a called module with a provider of its own',
      files: { 'main.tf': call('./database'), 'database/main.tf': provider },
      roots: ['.'],
    },
    {
      what: 'a called folder that keeps state of its own',
      files: { 'main.tf': call('./database'), 'database/main.tf': backend },
      roots: ['.', 'database'],
    },
    {
      what: 'a called folder with variable files of its own',
      files: { 'main.tf': call('./database'), 'database/main.tf': bucket, 'database/terraform.tfvars': '' },
      roots: ['.', 'database'],
    },
    {
      what: 'not a called module that was once initialized by itself',
      files: { 'main.tf': call('./database'), 'database/main.tf': bucket, 'database/.terraform.lock.hcl': '' },
      roots: ['.'],
    },
    {
      what: 'not a called module of old, with a provider of its own, that was once initialized by itself',
      files: { 'main.tf': call('./database'), 'database/main.tf': provider, 'database/.terraform.lock.hcl': '' },
      roots: ['.'],
    },
    {
      what: 'a module whose call is commented out',
      files: {
        'main.tf': `/*\n${call('./database')}*/\n# ${call('./database').replaceAll('\n', '\n# ')}`,
        'database/main.tf': bucket,
      },
      roots: ['.', 'database'],
    },
    {
      what: 'one of modules that call each other in a circle',
      files: { 'left/main.tf': provider + call('../right'), 'right/main.tf': call('../left') },
      roots: ['left'],
    },
    {
      what: 'several in one repository',
      files: { 'east/main.tf': provider, 'west/main.tf': provider },
      roots: ['east', 'west'],
    },
    {
      what: 'JSON syntax',
      files: {
        'main.tf.json': '{"provider": {"aws": {}}, "module": {"app": {"source": "./app"}}}',
        'app/main.tf': bucket,
      },
      roots: ['.'],
    },
    {
      what: 'not what git ignores, downloads and packages',
      files: {
        '.gitignore': 'build/\n',
        'main.tf': provider,
        'build/main.tf': provider,
        '.terraform/modules/vpc/main.tf': provider,
        'node_modules/thing/main.tf': provider,
        '.boilerplate/main.tf': provider,
      },
      roots: ['.'],
    },
  ])('$what', ({ files, roots }) => {
    expect(idsIn(files)).toEqual(roots);
  });

  test('tells libraries from roots', () => {
    const { deployments } = discoverIn({ 'library/main.tf': bucket, 'live/main.tf': provider });
    expect(deployments.map(({ id, library }) => [id, library ?? false])).toEqual([
      ['library', true],
      ['live', false],
    ]);
  });

  test('lists the modules that they call', () => {
    const files = { 'main.tf': call('./app'), 'app/main.tf': call('../data'), 'data/main.tf': bucket };
    expect(discoverIn(files).modules).toEqual(['app', 'data']);
  });
});

test.each(['examples', 'test', '_tests', '_examples', '__tests__'])('what lies under %s is left out', (folder) => {
  const files = { 'main.tf': bucket, [`${folder}/all/main.tf`]: provider + call('../..') };
  expect(discoverIn(files).deployments.map(({ id }) => id)).toEqual(['.']);
});

describe('examples and tests', () => {
  const files = {
    'main.tf': bucket,
    'examples/complete/main.tf': provider + call('../..'),
    'tests/stack.yaml': template,
    'stack.yaml': template,
  };

  test('are left out and counted, and call nothing', () => {
    const { deployments, leftOut, inputs } = discoverIn(files);
    expect(deployments.map(({ id }) => id)).toEqual(['.', 'stack.yaml']);
    expect(leftOut).toEqual([
      { what: 'Terraform roots under examples, test or tests', count: 1 },
      { what: 'templates under examples, test or tests', count: 1 },
    ]);
    expect(inputs.filter(({ status }) => status === 'left-out').map(({ path }) => path)).toEqual([
      'examples/complete',
      'tests/stack.yaml',
    ]);
  });

  test.each([
    { what: 'the folder', paths: ['examples/complete'], ids: ['examples/complete'] },
    { what: 'the folder of examples', paths: ['examples'], ids: ['examples/complete'] },
    { what: 'a file', paths: ['tests/stack.yaml'], ids: ['tests/stack.yaml'] },
    { what: 'one beside everything', paths: ['.', 'tests'], ids: ['.', 'stack.yaml', 'tests/stack.yaml'] },
  ])('are linted when named: $what', ({ paths, ids }) => {
    expect(idsIn(files, { paths })).toEqual(ids);
  });

  test('are linted when the configuration deploys them', () => {
    const config = deploying({ path: 'examples/complete' });
    expect(idsIn(files, { config })).toContain('examples/complete');
  });
});

describe('CloudFormation templates', () => {
  test.each([
    { what: 'YAML', path: 'stack.yml', text: template },
    { what: 'JSON', path: 'stack.json', text: '{"Resources": {"Orders": {"Type": "AWS::DynamoDB::Table"}}}' },
    { what: 'any ending', path: 'stack.template', text: template },
    {
      what: 'a synthesized one, though git ignores it',
      path: 'cdk.out/Stack.template.json',
      text: '{"Resources": {"Orders": {"Type": "AWS::DynamoDB::Table"}}}',
    },
  ])('are told by their text: $what', ({ path, text }) => {
    expect(idsIn({ '.gitignore': 'cdk.out\n', [path]: text })).toEqual([path]);
  });

  test.each([
    { what: 'other YAML', path: 'deployment.yaml', text: 'kind: Deployment\nspec: {}\n' },
    { what: 'binary data', path: 'model.json', text: new Uint8Array([0xff, 0x00, 0x01]) },
    { what: 'another ending', path: 'stack.txt', text: template },
  ])('are not $what', ({ path, text }) => {
    expect(discoverIn({ [path]: text })).toMatchObject({ deployments: [], inputs: [] });
  });

  test('that cannot be decoded are told', () => {
    const latin1 = new TextEncoder().encode(template).map((byte) => (byte === 0x4f ? 0xd6 : byte));
    const { value, diagnostics } = discover({
      fileSystem: memoryFileSystem({ 'stack.yaml': latin1 }),
      paths: ['.'],
      config: defaultConfig,
      varFiles: [],
      parameters: [],
      region: undefined,
    });
    expect(value.deployments).toEqual([]);
    expect(value.inputs).toMatchObject([{ path: 'stack.yaml', status: 'unreadable' }]);
    expect(diagnostics).toMatchObject([{ code: 'input/unreadable', level: 'error', path: 'stack.yaml' }]);
  });
});

describe('files given one by one, as hooks do', () => {
  const files = {
    'live/main.tf': provider + call('../modules/database'),
    'live/dr.tfvars': '',
    'modules/database/main.tf': bucket,
    'other/main.tf': provider,
    'stack.yaml': template,
    'second.yaml': template,
    'values.yaml': 'replicas: 2\n',
  };

  test.each([
    { what: 'a file of a root', paths: ['live/main.tf'], ids: ['live'] },
    { what: 'a variable file', paths: ['live/dr.tfvars'], ids: ['live'] },
    { what: 'a file of a module: the root that calls it', paths: ['modules/database/main.tf'], ids: ['live'] },
    { what: 'a template', paths: ['stack.yaml'], ids: ['stack.yaml'] },
    { what: 'several', paths: ['other/main.tf', 'stack.yaml'], ids: ['other', 'stack.yaml'] },
  ])('load what is around them: $what', ({ paths, ids }) => {
    const { deployments, reportOnly } = discoverIn(files, { paths });
    expect(deployments.map(({ id }) => id)).toEqual(ids);
    expect(reportOnly).toEqual(paths);
  });

  test('are told when they are no templates', () => {
    expect(discoverIn(files, { paths: ['values.yaml'] }).inputs).toEqual([
      { path: 'values.yaml', kind: 'other', status: 'skipped', reason: 'no CloudFormation template' },
    ]);
  });

  test('report everything when folders are given', () => {
    expect(discoverIn(files, { paths: ['live'] }).reportOnly).toBeUndefined();
  });
});

describe('the given paths', () => {
  const files = { 'east/main.tf': provider, 'west/main.tf': provider, 'west/stack.yaml': template };

  test.each([
    { what: 'a folder', paths: ['west'], ids: ['west', 'west/stack.yaml'] },
    { what: 'one twice', paths: ['west', './west/', 'west/stack.yaml'], ids: ['west', 'west/stack.yaml'] },
    { what: 'a glob', paths: ['*/stack.yaml'], ids: ['west/stack.yaml'] },
    { what: 'nothing that is there', paths: ['north'], ids: [] },
  ])('$what', ({ paths, ids }) => {
    expect(idsIn(files, { paths })).toEqual(ids);
  });

  test('several give the union of single runs', () => {
    const union = [...idsIn(files, { paths: ['east'] }), ...idsIn(files, { paths: ['west'] })];
    expect(idsIn(files, { paths: ['west', 'east'] })).toEqual(union);
    expect(idsIn(files)).toEqual(union);
  });

  test('a linked folder is the folder that it leads to', () => {
    const fileSystem = memoryFileSystem(files, { latest: 'west', 'west/circle': 'west' });
    expect(idsIn(files, { fileSystem })).toEqual(['east', 'west', 'west/stack.yaml']);
  });
});

describe('deployments', () => {
  const files = { 'app/main.tf': provider, 'stack.yaml': template, 'dr.tfvars': '', 'params/dr.json': '[]' };

  test('take variable files, parameters and the Region of the command line', () => {
    const region = parseRegion('eu-west-1');
    const { deployments } = discoverIn(files, { varFiles: ['dr.tfvars'], parameters: ['params/dr.json'], region });
    expect(deployments).toEqual([
      { id: 'app', language: 'terraform', path: 'app', inputFiles: ['dr.tfvars'], region, role: undefined },
      {
        id: 'stack.yaml',
        language: 'cloudformation',
        path: 'stack.yaml',
        inputFiles: ['params/dr.json'],
        region,
        role: undefined,
      },
    ]);
  });

  test('take what the configuration states, and say where', () => {
    const config = deploying({
      path: 'app',
      varFiles: ['dr.tfvars'],
      region: parseRegion('us-west-2'),
      role: 'recovery',
    });
    const [app] = discoverIn(files, { config }).deployments;
    expect(app).toMatchObject({
      id: 'app',
      inputFiles: ['dr.tfvars'],
      region: 'us-west-2',
      role: 'recovery',
      statedBy: '.dr-lint.yaml:1',
    });
  });

  test.each<{ what: string; entries: readonly Partial<DeploymentConfig>[]; ids: readonly string[] }>([
    { what: 'one entry', entries: [{ name: 'main' }], ids: ['app'] },
    { what: 'names', entries: [{ name: 'main' }, { name: 'dr' }], ids: ['app@dr', 'app@main'] },
    {
      what: 'Regions',
      entries: [{ region: parseRegion('us-east-1') }, { region: parseRegion('us-west-2') }],
      ids: ['app@us-east-1', 'app@us-west-2'],
    },
    {
      what: 'variable files',
      entries: [{ varFiles: ['live/main.tfvars'] }, { varFiles: ['live/dr.tfvars'] }],
      ids: ['app@dr', 'app@main'],
    },
    { what: 'equal names', entries: [{ name: 'main' }, { name: 'main' }], ids: ['app@main', 'app@main-2'] },
    { what: 'nothing at all', entries: [{}, {}], ids: ['app@1', 'app@2'] },
  ])('of one path are told apart by $what', ({ entries, ids }) => {
    const config = deploying(...entries.map((entry) => ({ path: 'app', ...entry })));
    expect(idsIn({ 'app/main.tf': provider }, { config })).toEqual(ids);
  });
});

test('what dr-lint cannot read is listed with the reason', () => {
  const { inputs } = discoverIn({ 'live/terragrunt.hcl': '' });
  expect(inputs.map(({ path, status }) => [path, status])).toEqual([['live/terragrunt.hcl', 'skipped']]);
});

function deploying(...entries: readonly (Partial<DeploymentConfig> & { readonly path: string })[]): Config {
  const file = new SourceFile('.dr-lint.yaml', 'deployments: []');
  const deployments = entries.map((entry) => ({
    name: undefined,
    varFiles: [],
    parameters: [],
    region: undefined,
    role: undefined,
    statedAt: { file, start: 0, end: 11 },
    ...entry,
  }));
  return { ...defaultConfig, path: file.path, deployments };
}
