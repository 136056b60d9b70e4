/** A standby should behave like what it stands for; what has to differ between Regions is no difference. */
import { expect, test } from 'vitest';
import { factOf, shown } from '../../../helpers/facts.ts';
import { lintText } from '../../../helpers/lint-text.ts';

const providers = `variable "version_there" { type = string }
provider "aws" { region = "us-east-1" }
provider "aws" {
  alias  = "recovery"
  region = "us-west-2"
}
`;

/** What every declaration of the type says; a later line takes the place of an earlier one. */
const common: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  aws_lambda_function: {
    function_name: '"orders"',
    role: '"arn:aws:iam::111122223333:role/orders"',
    runtime: '"nodejs22.x"',
    handler: '"index.handler"',
  },
  aws_eks_cluster: { name: '"shop"', role_arn: '"arn:aws:iam::111122223333:role/shop"', version: '"1.33"' },
  aws_lb_target_group: { name: '"orders"', port: '80', protocol: '"HTTP"', vpc_id: '"vpc-1"' },
};

function declared(type: string, name: string, given: Readonly<Record<string, string>>): string {
  const lines = Object.entries({ ...common[type], ...given }).map(([key, value]) => `  ${key} = ${value}\n`);
  return `resource "${type}" "${name}" {\n${lines.join('')}}\n`;
}

test.each<{ what: string; type: string; there: Record<string, string>; differs: readonly string[] | string }>([
  { what: 'equal code', type: 'aws_lambda_function', there: {}, differs: [] },
  {
    what: 'another runtime',
    type: 'aws_lambda_function',
    there: { runtime: '"nodejs18.x"' },
    differs: ['runtime'],
  },
  {
    what: 'another place of the code, another key and a smaller share',
    type: 'aws_lambda_function',
    there: {
      s3_bucket: '"shop-code-west"',
      kms_key_arn: '"arn:aws:kms:us-west-2:111122223333:key/1"',
      reserved_concurrent_executions: '5',
    },
    differs: [],
  },
  { what: 'another network', type: 'aws_lb_target_group', there: { vpc_id: '"vpc-2"' }, differs: [] },
  { what: 'another port', type: 'aws_lb_target_group', there: { port: '8080' }, differs: ['port'] },
  { what: 'an older version', type: 'aws_eks_cluster', there: { version: '"1.31"' }, differs: ['version'] },
  {
    what: 'a version that is not known',
    type: 'aws_eks_cluster',
    there: { version: 'var.version_there' },
    differs: '? var.version_there',
  },
])('$what', async ({ type, there, differs }) => {
  const main =
    providers + declared(type, 'web', {}) + declared(type, 'web_recovery', { provider: 'aws.recovery', ...there });
  const report = await lintText({ 'main.tf': main });
  expect(shown(factOf(report, `${type}.web_recovery`, 'differs'))).toEqual(differs);
});
