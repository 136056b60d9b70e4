/** A Region that a module writes itself is wrong in the other Regions that the module is called for. */
import { expect, test } from 'vitest';
import { factOf, shown } from '../../../helpers/facts.ts';
import { lintText } from '../../../helpers/lint-text.ts';

const providers = `provider "aws" { region = "us-east-1" }
provider "aws" {
  alias  = "west"
  region = "us-west-2"
}
`;
const call = (name: string, provider: string, more = ''): string =>
  `module "${name}" {\n  source = "./work"\n  providers = { aws = ${provider} }\n  ${more}\n}\n`;
const worker = (variables: string): string => `resource "aws_lambda_function" "worker" {
  function_name = "worker"
  role          = "arn:aws:iam::111122223333:role/worker"
  environment {
    variables = { ${variables} }
  }
}
`;
const both = providers + call('east', 'aws') + call('west', 'aws.west');
const at = 'module.west.aws_lambda_function.worker';

test.each<{ what: string; main?: string; module: string; named: readonly string[] }>([
  { what: 'a Region as text', module: worker('REGION = "us-east-1"'), named: ['us-east-1'] },
  {
    what: 'an address with a Region in it',
    module: worker('QUEUE = "https://sqs.us-east-1.amazonaws.com/111122223333/orders"'),
    named: ['us-east-1'],
  },
  { what: 'a name that happens to hold a Region', module: worker('TABLE = "orders-us-east-1"'), named: [] },
  { what: 'a Region that neither copy is in', module: worker('REGION = "eu-west-1"'), named: [] },
  { what: 'a variable that says whose Region it is', module: worker('PRIMARY_REGION = "us-east-1"'), named: [] },
  {
    what: 'two Regions, told apart by the code',
    module: worker('HERE = "us-east-1", THERE = "us-west-2"'),
    named: [],
  },
  {
    what: 'the Region that each caller passes',
    main: providers + call('east', 'aws', 'place = "us-east-1"') + call('west', 'aws.west', 'place = "us-east-1"'),
    module: `variable "place" { type = string }\n${worker('REGION = var.place')}`,
    named: [],
  },
])('$what', async ({ main = both, module, named }) => {
  const report = await lintText({ 'main.tf': main, 'work/main.tf': module });
  expect(shown(factOf(report, at, 'deployedTo'))).toEqual(['us-east-1', 'us-west-2']);
  expect(shown(factOf(report, at, 'literalRegions'))).toEqual(named);
});
