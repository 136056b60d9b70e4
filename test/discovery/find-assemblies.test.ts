import { describe, expect, test } from 'vitest';
import { defaultConfig } from '../../src/config/default-config.ts';
import { memoryFileSystem } from '../../src/core/file-system-memory.ts';
import { discover, type Discovery } from '../../src/discovery/discover.ts';
import type { Diagnostic } from '../../src/core/diagnostic.ts';

const template = JSON.stringify({ Resources: { Orders: { Type: 'AWS::DynamoDB::Table' } } });

function stack(templateFile: string, environment: string, more: object = {}): object {
  return { type: 'aws:cloudformation:stack', environment, properties: { templateFile, ...more } };
}

function manifest(artifacts: object): string {
  return JSON.stringify({ version: '48.0.0', artifacts });
}

function found(
  files: Readonly<Record<string, string>>,
  paths: readonly string[] = ['.'],
): Discovery & { readonly diagnostics: readonly Diagnostic[] } {
  const fileSystem = memoryFileSystem(files);
  const input = { fileSystem, paths, config: defaultConfig, varFiles: [], parameters: [], region: undefined };
  const { value, diagnostics } = discover(input);
  return { ...value, diagnostics };
}

const shop = {
  '.gitignore': 'cdk.out\n',
  'cdk.out/manifest.json': manifest({
    Shop: stack('Shop.template.json', 'aws://111122223333/us-east-1', { stackName: 'shop', parameters: { Size: '3' } }),
    Anywhere: stack('Anywhere.template.json', 'aws://unknown-account/unknown-region'),
    'assembly-Live': { type: 'cdk:cloud-assembly', properties: { directoryName: 'assembly-Live' } },
    Tree: { type: 'cdk:tree', properties: { file: 'tree.json' } },
  }),
  'cdk.out/Shop.template.json': template,
  'cdk.out/Anywhere.template.json': template,
  'cdk.out/Left.template.json': template,
  'cdk.out/asset.0123/template.json': template,
  'cdk.out/asset.0123/manifest.json': manifest({ Copy: stack('template.json', 'aws://111122223333/eu-west-1') }),
  'cdk.out/assembly-Live/manifest.json': manifest({
    LiveShop: stack('LiveShop.template.json', 'aws://111122223333/us-west-2'),
  }),
  'cdk.out/assembly-Live/LiveShop.template.json': template,
};

describe('an assembly', () => {
  test('each stack that a manifest lists is one deployment, those of stages too, and nothing else is', () => {
    const { deployments } = found(shop);
    expect(deployments.map(({ id, region, cdk }) => [id, region, cdk?.account, cdk?.stackName])).toEqual([
      ['cdk.out/Anywhere.template.json', undefined, undefined, 'Anywhere'],
      ['cdk.out/Shop.template.json', 'us-east-1', '111122223333', 'shop'],
      ['cdk.out/assembly-Live/LiveShop.template.json', 'us-west-2', '111122223333', 'LiveShop'],
    ]);
  });

  test('a stage shares the assembly of its app', () => {
    const assemblies = found(shop).deployments.map(({ cdk }) => cdk?.assembly);
    expect(new Set(assemblies).size).toBe(1);
    expect(assemblies[0]?.folder).toBe('cdk.out');
  });

  test('one stack of it may be named, and keeps what the manifest says of it', () => {
    const { deployments } = found(shop, ['cdk.out/Shop.template.json']);
    expect(deployments.map(({ id, region }) => [id, region])).toEqual([['cdk.out/Shop.template.json', 'us-east-1']]);
  });

  test('a template that no manifest lists is linted when it is named', () => {
    const { deployments } = found(shop, ['cdk.out/Left.template.json']);
    expect(deployments.map(({ id, cdk }) => [id, cdk])).toEqual([['cdk.out/Left.template.json', undefined]]);
  });

  test('a folder of another name is one by what its manifest says', () => {
    const files = {
      'build/infra/manifest.json': manifest({ Shop: stack('Shop.template.json', 'aws://111122223333/eu-west-1') }),
      'build/infra/Shop.template.json': template,
    };
    expect(found(files).deployments.map(({ region }) => region)).toEqual(['eu-west-1']);
  });

  test('a template that is named twice is one deployment, which is told', () => {
    const twice = {
      A: stack('Shop.template.json', 'aws://1/us-east-1'),
      B: stack('Shop.template.json', 'aws://1/us-west-2'),
    };
    const { deployments, diagnostics } = found({
      'cdk.out/manifest.json': manifest(twice),
      'cdk.out/Shop.template.json': template,
    });
    expect(deployments.map(({ id, region }) => [id, region])).toEqual([['cdk.out/Shop.template.json', 'us-east-1']]);
    expect(diagnostics.map(({ code, path }) => [code, path])).toEqual([['input/limit', 'cdk.out/Shop.template.json']]);
  });

  test('one under test is left out, and counted', () => {
    const files = Object.fromEntries(Object.entries(shop).map(([path, text]) => [`test/${path}`, text]));
    const { deployments, leftOut } = found(files);
    expect(deployments).toEqual([]);
    expect(leftOut).toEqual([{ what: 'CDK assemblies under examples, test or tests', count: 2 }]);
  });
});

describe('a manifest that is none', () => {
  test.each([
    { what: 'a list', text: '[1]' },
    { what: "another tool's", text: '{"version": "1", "name": "shop"}' },
    { what: 'artifacts of another shape', text: '{"version": "1", "artifacts": [null]}' },
  ])('$what: the templates beside it are templates', ({ text }) => {
    const { deployments } = found({ 'cdk.out/manifest.json': text, 'cdk.out/Shop.template.json': template });
    expect(deployments.map(({ id, region }) => [id, region])).toEqual([['cdk.out/Shop.template.json', undefined]]);
  });

  test('a broken one is told', () => {
    const { deployments, diagnostics } = found({
      'cdk.out/manifest.json': '{"version":',
      'cdk.out/Shop.template.json': template,
    });
    expect(deployments).toHaveLength(1);
    expect(diagnostics.map(({ code, path }) => [code, path])).toEqual([['input/unreadable', 'cdk.out/manifest.json']]);
  });

  test.each(['../secrets.json', '/etc/passwd', 'absent.template.json'])(
    'a template outside the assembly or missing, %s, is told and not read',
    (path) => {
      const { deployments, diagnostics } = found(
        {
          'app/cdk.out/manifest.json': manifest({ Shop: stack(path, 'aws://111122223333/us-east-1') }),
          'app/secrets.json': '{}',
        },
        ['app/cdk.out'],
      );
      expect(deployments).toEqual([]);
      expect(diagnostics.map(({ code }) => code)).toEqual(['input/unreadable']);
    },
  );
});
