import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scanModule } from '../../src/discovery/scan-module.ts';

describe('scanModule', () => {
  test.each([
    { what: 'a call', text: 'module "network" {\n  source = "./network"\n}', sources: ['./network'] },
    { what: 'a call on one line', text: 'module "network" { source = "../network" }', sources: ['../network'] },
    { what: 'a call without quotes', text: 'module network {\n  source="./network"\n}', sources: ['./network'] },
    {
      what: 'other arguments first',
      text: 'module "network" {\n  providers = { aws = aws.dr }\n  source = "./network"\n}',
      sources: ['./network'],
    },
    { what: 'a registry module', text: 'module "vpc" {\n  source = "terraform-aws-modules/vpc/aws"\n}', sources: [] },
    {
      what: "a resource's source",
      text: 'resource "aws_s3_object" "page" {\n  source = "./index.html"\n}',
      sources: [],
    },
    { what: 'a comment by #', text: '# module "network" {\n#  source = "./network"\n# }', sources: [] },
    { what: 'a comment by //', text: '//module "network" { source = "./network" }', sources: [] },
    { what: 'a long comment', text: '/*\nmodule "network" {\n  source = "./network"\n}\n*/', sources: [] },
    {
      what: 'what only looks like a comment',
      text: 'locals {\n  all = "arn:aws:s3:::orders/*"\n}\nmodule "network" {\n  source = "./network" # here\n}',
      sources: ['./network'],
    },
    {
      what: 'an open quote',
      text: 'locals {\n  text = "open\n}\nmodule "network" {\n  source = "./network"\n}',
      sources: ['./network'],
    },
  ])('finds the local modules of $what', ({ text, sources }) => {
    expect(scanModule('main.tf', text).localSources).toEqual(sources);
  });

  test.each([
    { what: 'a backend', text: 'terraform {\n  backend "s3" {\n  }\n}', keepsState: true },
    { what: 'a backend on one line', text: 'terraform { backend "s3" {} }', keepsState: true },
    { what: 'a cloud block', text: 'terraform {\n  cloud {\n  }\n}', keepsState: true },
    { what: 'required providers only', text: 'terraform {\n  required_providers {\n  }\n}', keepsState: false },
  ])('sees where state is kept: $what', ({ text, keepsState }) => {
    expect(scanModule('main.tf', text).keepsState).toBe(keepsState);
  });

  test.each([
    {
      what: 'calls, alone and in arrays',
      json: '{"module":{"a":{"source":"./a"},"b":[{"source":"../b"}],"vpc":{"source":"terraform-aws-modules/vpc/aws"}}}',
      scan: { localSources: ['./a', '../b'], keepsState: false, configuresProvider: false },
    },
    {
      what: 'what only looks like a call',
      json: '{"resource":{"aws_s3_object":{"page":{"source":"./index.html"}}},"module":{"//":"./note"}}',
      scan: { localSources: [], keepsState: false, configuresProvider: false },
    },
    {
      what: 'a backend',
      json: '[{"terraform":[{"backend":{"s3":{"bucket":"state"}}}]}]',
      scan: { localSources: [], keepsState: true, configuresProvider: false },
    },
    {
      what: 'a cloud block and a provider',
      json: '{"terraform":{"cloud":{"organization":"acme"}},"provider":{"aws":[{"region":"us-east-1"}]}}',
      scan: { localSources: [], keepsState: true, configuresProvider: true },
    },
    {
      what: 'what only looks like a backend or a provider',
      json: '{"//":{"metadata":{"backend":{"kind":"local"}}},"resource":{"aws_vpc":{"main":{"provider":{"aws":1}}}},"provider":{}}',
      scan: { localSources: [], keepsState: false, configuresProvider: false },
    },
    {
      what: 'what seems to be there, when it is cut off',
      json: '{"provider":{"aws":{}},"module":{"a":{"source":"./a"',
      scan: { localSources: ['./a'], keepsState: false, configuresProvider: true },
    },
  ])('sees in JSON $what', ({ json, scan }) => {
    expect(scanModule('main.tf.json', json)).toEqual(scan);
  });

  test('reads any text in little time', () => {
    fc.assert(fc.property(fc.string(), (text) => scanModule('main.tf', text).localSources.length <= text.length));
    const started = performance.now();
    for (const attack of ['/*', '"\\', '"', 'module "a" {', '\\"']) scanModule('main.tf', attack.repeat(200_000));
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
