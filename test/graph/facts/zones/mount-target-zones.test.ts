import { expect, test } from 'vitest';
import { factOf, shown } from '../../../helpers/facts.ts';
import { lintText } from '../../../helpers/lint-text.ts';

const network = `
provider "aws" {}
variable "subnets" {
  type = set(string)
}
variable "subnet" {}
variable "both" {
  type = bool
}
resource "aws_subnet" "a" {
  vpc_id            = "vpc-1"
  availability_zone = "us-east-1a"
}
resource "aws_subnet" "b" {
  vpc_id            = "vpc-1"
  availability_zone = "us-east-1b"
}
resource "aws_efs_file_system" "uploads" {}
`;

function target(name: string, subnet: string, more = ''): string {
  return `resource "aws_efs_mount_target" "${name}" {\n${more}\nfile_system_id = aws_efs_file_system.uploads.id\nsubnet_id = ${subnet}\n}\n`;
}

const inA = target('a', 'aws_subnet.a.id');
const inB = target('b', 'aws_subnet.b.id');

test.each([
  ['none is declared', '', undefined],
  ['one', inA, ['us-east-1a']],
  ['two', inA + inB, ['us-east-1a', 'us-east-1b']],
  ['two in one zone', inA + target('again', 'aws_subnet.a.id'), ['us-east-1a']],
  [
    'another or the same zone by a subnet that is not known',
    inA + target('other', 'var.subnet'),
    ['us-east-1a', '? the zone of var.subnet'],
  ],
  [
    'any number of them',
    target('all', 'each.key', 'for_each = var.subnets'),
    '? how many mount targets aws_efs_mount_target.all[*] stands for',
  ],
  [
    'one that may not exist',
    inA + target('b', 'aws_subnet.b.id', 'count = var.both ? 1 : 0'),
    '? how many mount targets aws_efs_mount_target.b[*] stands for',
  ],
  [
    'two, and perhaps more',
    inA + inB + target('all', 'each.key', 'for_each = var.subnets'),
    ['us-east-1a', 'us-east-1b'],
  ],
  [
    'a module that was not read',
    'module "storage" {\n  source = "example.com/storage/aws"\n  system = aws_efs_file_system.uploads.id\n}\n',
    '? how many mount targets module.storage stands for',
  ],
])('zones of mount targets: %s', async (_, targets, expected) => {
  const report = await lintText({ 'main.tf': network + targets });
  expect(shown(factOf(report, 'aws_efs_file_system.uploads', 'zonesSpanned'))).toEqual(expected);
});
