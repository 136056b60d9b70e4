/** AWS takes no zone, key or certificate of another Region; an input may name any. */
import { expect, test } from 'vitest';
import { factOf, shown } from '../../../helpers/facts.ts';
import { lintText } from '../../../helpers/lint-text.ts';

const provider = 'provider "aws" { region = "us-east-1" }\nvariable "zone" { type = string }\n';
const west = 'provider "aws" {\n  alias = "west"\n  region = "us-west-2"\n}\n';
const volume = (more: string): string => `resource "aws_ebs_volume" "data" {\n  size = 10\n  ${more}\n}\n`;
const key = `resource "aws_kms_key" "west" {\n  provider = aws.west\n}\n`;

test.each<{ what: string; text: string; outside: readonly string[] | undefined }>([
  { what: 'its own zone', text: volume('availability_zone = "us-east-1a"'), outside: [] },
  { what: 'a zone of another Region', text: volume('availability_zone = "us-west-2a"'), outside: ['us-west-2a'] },
  {
    what: 'a key of another Region by its ARN',
    text: volume('kms_key_id = "arn:aws:kms:us-west-2:111122223333:key/1"'),
    outside: ['arn:aws:kms:us-west-2:111122223333:key/1'],
  },
  {
    what: 'a key that is declared in another Region',
    text: west + key + volume('kms_key_id = aws_kms_key.west.arn'),
    outside: ['aws_kms_key.west'],
  },
  { what: 'nothing that tells a Region', text: volume(''), outside: undefined },
])('$what', async ({ text, outside }) => {
  const report = await lintText({ 'main.tf': provider + text });
  expect(shown(factOf(report, 'aws_ebs_volume.data', 'outsideRegion'))).toEqual(outside);
});
