/** Names that collide when the same code is deployed a second time. */
import { expect, test } from 'vitest';
import { factOf, shown } from '../../../helpers/facts.ts';
import { lintText } from '../../../helpers/lint-text.ts';

const root = `variable "region" { type = string }
variable "stage" { type = string }
provider "aws" { region = var.region }
`;
const fixed = 'provider "aws" { region = "us-east-1" }\n';
const queue = (name: string): string => `resource "aws_sqs_queue" "orders" {\n  name = ${name}\n}\n`;

test.each<{ what: string; text: string; at?: string; facts: readonly unknown[] }>([
  { what: 'a text', text: root + queue('"orders"'), facts: ['orders', true, false] },
  { what: 'a name with an input in it', text: root + queue('"orders-${var.stage}"'), facts: [undefined, true, false] },
  {
    what: 'a local',
    text: `${root}locals { name = "orders" }\n${queue('local.name')}`,
    facts: ['orders', true, false],
  },
  {
    what: 'a name that is the same in every Region',
    text: `${root}resource "aws_s3_bucket" "uploads" {\n  bucket = "shop-uploads"\n}\n`,
    at: 'aws_s3_bucket.uploads',
    facts: ['shop-uploads', true, true],
  },
  { what: 'a root that writes its Region', text: fixed + queue('"orders"'), facts: ['orders', false, false] },
])('$what', async ({ text, at = 'aws_sqs_queue.orders', facts }) => {
  const report = await lintText({ 'main.tf': text });
  const names = ['literalName', 'copyable', 'globalName'];
  expect(names.map((name) => shown(factOf(report, at, name)))).toEqual(facts);
});
