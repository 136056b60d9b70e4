/** Functions of OpenTofu and of the AWS provider, and what Terraform has known since a version after 1.11. */
import { refused, type Row } from './row.ts';

export const laterRows: readonly Row[] = [
  // https://opentofu.org/docs/language/functions/base64gunzip/
  ['base64gunzip("H4sIAAAAAAAAA8svSkktKgYA7v0v5QYAAAA=")', 'orders'],
  ['base64gunzip("b3JkZXJz")', refused('What is decoded was not packed by gzip.')],
  ['base64gunzip("aGk")', refused('This is no Base64 of the standard alphabet with padding.')],
  // https://opentofu.org/docs/language/functions/cidrcontains/
  ['cidrcontains("192.168.2.0/20", "192.168.2.1")', true],
  ['cidrcontains("192.168.2.0/20", "192.168.2.0/22")', true],
  ['cidrcontains("192.168.2.0/20", "192.126.2.1")', false],
  ['cidrcontains("192.168.2.0/20", "192.168.0.0/16")', false],
  ['cidrcontains("fe80::/48", "fe80::12")', true],
  ['cidrcontains("10.0.0.0/8", "fe80::1")', refused('One of the two is IPv4, the other IPv6.')],
  ['cidrcontains("10.0.0.0/8", "here")', refused('This is neither an address nor a network in CIDR notation.')],
  // https://opentofu.org/docs/language/functions/urldecode/
  ['urldecode("orders+%26+more%2F%C3%A9")', 'orders & more/é'],
  ['urldecode("a%zz")', refused('A percent sign must start an encoded character.')],
  ['urldecode("%")', refused('A percent sign must start an encoded character.')],
  // https://developer.hashicorp.com/terraform/language/functions/element
  ['element(["a", "b", "c"], -1)', 'c'],
  ['element(["a", "b", "c"], -4)', 'c'],
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/functions/arn_build
  [
    'provider::aws::arn_build("aws", "iam", "", "444455556666", "role/example")',
    'arn:aws:iam::444455556666:role/example',
  ],
  ['provider::aws::arn_build("aws", "iam")', refused('provider::aws::arn_build() takes 5 arguments or more.')],
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/functions/arn_parse
  [
    'provider::aws::arn_parse("arn:aws:rds:us-west-2:444455556666:db:orders")',
    { partition: 'aws', service: 'rds', region: 'us-west-2', account_id: '444455556666', resource: 'db:orders' },
  ],
  ['provider::aws::arn_parse("orders")', refused('An ARN starts with "arn:" and has six sections between colons.')],
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/functions/trim_iam_role_path
  [
    'provider::aws::trim_iam_role_path("arn:aws:iam::444455556666:role/with/path/example")',
    'arn:aws:iam::444455556666:role/example',
  ],
  [
    'provider::aws::trim_iam_role_path("arn:aws:iam::444455556666:role/example")',
    'arn:aws:iam::444455556666:role/example',
  ],
  ['provider::aws::trim_iam_role_path("arn:aws:s3:::orders")', refused('This is no ARN of an IAM role.')],
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/functions/user_agent
  ['provider::aws::user_agent("orders", "1.2", "dr")', 'orders/1.2 (dr)'],
  ['provider::aws::user_agent("orders", "", "")', 'orders'],
];
