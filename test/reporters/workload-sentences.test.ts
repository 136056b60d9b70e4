import { expect, test } from 'vitest';
import { parseRegion, type Region } from '../../src/core/ids.ts';
import { regionsSentence, rolesSentence, tierOrigin } from '../../src/reporters/workload-sentences.ts';
import { textReporter } from '../../src/reporters/text.ts';
import { lintText } from '../helpers/lint-text.ts';

const region = (code: string): Region => {
  const parsed = parseRegion(code);
  if (parsed === undefined) throw new Error(`${code} is no Region`);
  return parsed;
};

const providers =
  'provider "aws" {\n  region = "us-east-1"\n}\nprovider "aws" {\n  alias = "west"\n  region = "us-west-2"\n}\n';
const bucket = (name: string, provider = ''): string =>
  `resource "aws_s3_bucket" "${name}" {\n  bucket = "shop-${name}"\n  ${provider}\n}\n`;
const stated = { primary: region('us-east-1'), recovery: [region('us-west-2')] };

test.each([
  {
    what: 'found by the resources',
    code: providers + bucket('a') + bucket('b') + bucket('c', 'provider = aws.west'),
    regions: undefined,
    told: 'us-east-1 (primary), us-west-2 (recovery); inferred from where the resources lie',
    roles: ['2 primary, 1 recovery'],
  },
  {
    what: 'stated',
    code: providers + bucket('a') + bucket('c', 'provider = aws.west'),
    regions: stated,
    told: 'us-east-1 (primary), us-west-2 (recovery)',
    roles: ['1 primary, 1 recovery'],
  },
  {
    what: 'one alone',
    code: providers + bucket('a'),
    regions: undefined,
    told: 'us-east-1 (primary), no recovery Region; inferred from where the resources lie',
    roles: [],
  },
  { what: 'not known', code: bucket('a'), regions: undefined, told: 'not known, and none are stated', roles: [] },
  {
    what: 'not known of some, where a recovery Region is stated',
    code: `variable "region" {}\nprovider "aws" {\n  region = var.region\n}\n${bucket('a')}${bucket('b', 'region = "us-east-1"')}`,
    regions: stated,
    told: 'us-east-1 (primary), us-west-2 (recovery)',
    roles: ['1 primary, 1 not known'],
  },
])('the Regions are said aloud: $what', async ({ code, regions, told, roles }) => {
  const report = await lintText({ 'main.tf': code }, regions === undefined ? {} : { config: { regions } });
  const [workload] = report.workloads;
  if (workload === undefined) throw new Error('no workload');
  expect(regionsSentence(workload)).toBe(told);
  expect(rolesSentence(workload, report.graph)).toEqual(roles);
  const text = textReporter(report, { color: false, width: 200, workingDirectory: '' });
  for (const sentence of [told, ...roles]) expect(text).toContain(sentence);
});

test('so is what in the code states the objectives', async () => {
  const policy = `Resources:\n  Shop:\n    Type: AWS::ResilienceHub::ResiliencyPolicy\n    Properties: { Policy: { Region: { RtoInSecs: 600, RpoInSecs: 60 } } }\n`;
  const { workloads } = await lintText({ 'stack.yaml': policy }, { config: { tier: undefined } });
  expect(workloads.map(tierOrigin)).toEqual(['from the objectives of Shop']);
});
