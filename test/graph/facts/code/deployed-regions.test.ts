/** Resources that exist for the same cause exist together; of others it stays open whether their Region is one of them. */
import { expect, test } from 'vitest';
import { factOf, shown } from '../../../helpers/facts.ts';
import { lintText } from '../../../helpers/lint-text.ts';

const providers = `variable "with_search" { type = bool }
variable "with_west" { type = bool }
provider "aws" { region = "us-east-1" }
provider "aws" {
  alias  = "west"
  region = "us-west-2"
}
`;
const instance = (name: string, more: string): string => `resource "aws_instance" "${name}" {
  ami           = "ami-0abcdef1234567890"
  instance_type = "m7g.large"
  ${more}
}
`;
const west = (count: string): string => instance('west', `provider = aws.west\n  count = ${count}`);

test.each<{ what: string; east?: string; other: string; regions: readonly string[] }>([
  { what: 'both exist', other: west('1'), regions: ['us-east-1', 'us-west-2'] },
  { what: 'the other one does not exist', other: west('0'), regions: ['us-east-1'] },
  { what: 'both in one Region', other: instance('west', ''), regions: ['us-east-1'] },
  {
    what: 'both exist for the same cause',
    east: 'count = var.with_search ? 1 : 0',
    other: west('var.with_search ? 1 : 0'),
    regions: ['us-east-1', 'us-west-2'],
  },
  {
    what: 'each exists for a cause of its own',
    east: 'count = var.with_search ? 1 : 0',
    other: west('var.with_west ? 1 : 0'),
    regions: ['us-east-1', '? var.with_west'],
  },
])('$what', async ({ east = '', other, regions }) => {
  const report = await lintText({ 'main.tf': providers + instance('east', east) + other });
  const at = east === '' ? 'aws_instance.east' : 'aws_instance.east[*]';
  const fact = shown(factOf(report, at, 'image.regions'));
  expect(Array.isArray(fact) ? fact.map((each) => shown(each)) : fact).toEqual(regions);
});
