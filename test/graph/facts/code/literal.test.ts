/** What counts as written in the code: what carries a value does not matter, what decides it does. */
import { expect, test } from 'vitest';
import { factOf, shown } from '../../../helpers/facts.ts';
import { lintText } from '../../../helpers/lint-text.ts';

const volume = (zone: string): string => `resource "aws_ebs_volume" "data" {
  size              = 10
  availability_zone = ${zone}
}
`;
const variable = (given = ''): string => `variable "zone" {\n  type = string\n${given}}\n`;
const call = (zone: string): string => `module "store" {\n  source = "./store"\n  zone   = ${zone}\n}\n`;
const store = { 'store/main.tf': variable() + volume('var.zone') };
const own = 'aws_ebs_volume.data';
const called = `module.store.${own}`;

test.each<{ what: string; files: Record<string, string>; at?: string; literal: readonly string[] }>([
  { what: 'a text', files: { 'main.tf': volume('"us-east-1a"') }, literal: ['us-east-1a'] },
  {
    what: 'a default',
    files: { 'main.tf': variable('  default = "us-east-1a"\n') + volume('var.zone') },
    literal: ['us-east-1a'],
  },
  {
    what: 'a local',
    files: { 'main.tf': `locals { zone = "us-east-1a" }\n${volume('local.zone')}` },
    literal: ['us-east-1a'],
  },
  {
    what: 'an argument of a module',
    files: { ...store, 'main.tf': call('"us-east-1a"') },
    at: called,
    literal: ['us-east-1a'],
  },
  {
    what: 'a variable file',
    files: { 'main.tf': variable() + volume('var.zone'), 'terraform.tfvars': 'zone = "us-east-1a"\n' },
    literal: [],
  },
  {
    what: 'a variable file, through a module',
    files: { ...store, 'main.tf': variable() + call('var.zone'), 'terraform.tfvars': 'zone = "us-east-1a"\n' },
    at: called,
    literal: [],
  },
  {
    what: 'a data source',
    files: {
      'main.tf': `data "aws_availability_zones" "all" {}\n${volume('data.aws_availability_zones.all.names[0]')}`,
    },
    literal: [],
  },
])('$what', async ({ files, at = own, literal }) => {
  expect(shown(factOf(await lintText(files), at, 'literalZones'))).toEqual(literal);
});

test('the default of a parameter is literal, what is stated for it is not', async () => {
  const files = {
    'stack.yaml': `Parameters:
  Zone: { Type: String, Default: us-east-1a }
Resources:
  Data: { Type: 'AWS::EC2::Volume', Properties: { Size: 10, AvailabilityZone: !Ref Zone } }
`,
    'live.json': '[{ "ParameterKey": "Zone", "ParameterValue": "us-east-1b" }]',
  };
  const byDefault = await lintText(files, { paths: ['stack.yaml'] });
  const stated = await lintText(files, { paths: ['stack.yaml'], parameters: ['live.json'] });
  expect(shown(factOf(byDefault, 'Data', 'literalZones'))).toEqual(['us-east-1a']);
  expect(shown(factOf(stated, 'Data', 'literalZones'))).toEqual([]);
});
