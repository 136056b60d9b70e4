/** Which functions, clusters, instances and APIs the compute and traffic ladders are measured by. */
import { describe, expect, test } from 'vitest';
import { lintText } from '../helpers/lint-text.ts';

/** The members of the compute and traffic ladders, each with its step. */
async function members(main: string): Promise<readonly string[]> {
  const text = `
provider "aws" { region = "us-east-1" }
provider "aws" {
  alias  = "west"
  region = "us-west-2"
}
${main}`;
  const { workloads } = await lintText({ 'main.tf': text });
  const ladders = workloads[0]?.ladders.filter(({ name }) => name !== 'data') ?? [];
  return ladders.flatMap(({ name, members: each }) =>
    each.map(({ node, stepName }) => `${name}: ${node.replace(/^.*#/u, '')} ${stepName}`),
  );
}

const called = (name: string): string => `
resource "aws_lambda_function" "${name}" {
  function_name = "${name}"
  role          = "arn:aws:iam::111122223333:role/orders"
  runtime       = "nodejs22.x"
}
`;
const api = `
resource "aws_apigatewayv2_api" "orders" {
  name          = "orders"
  protocol_type = "HTTP"
}
resource "aws_apigatewayv2_integration" "orders" {
  api_id           = aws_apigatewayv2_api.orders.id
  integration_type = "AWS_PROXY"
  integration_uri  = aws_lambda_function.orders.invoke_arn
}
`;
const domain = `
resource "aws_apigatewayv2_domain_name" "orders" {
  domain_name = "api.example.org"
}
resource "aws_apigatewayv2_api_mapping" "orders" {
  api_id      = aws_apigatewayv2_api.orders.id
  domain_name = aws_apigatewayv2_domain_name.orders.domain_name
  stage       = "live"
}
`;

describe('the compute ladder is measured by', () => {
  test.each([
    {
      what: 'a function behind an API, and the API',
      main: called('orders') + api,
      is: ['compute: aws_lambda_function.orders absent', 'traffic: aws_apigatewayv2_api.orders unreachable'],
    },
    {
      what: 'the domain name in place of its API',
      main: called('orders') + api + domain,
      is: ['compute: aws_lambda_function.orders absent', 'traffic: aws_apigatewayv2_domain_name.orders unreachable'],
    },
    {
      what: 'a function with an address of its own',
      main: `${called('orders')}
resource "aws_lambda_function_url" "orders" {
  function_name      = aws_lambda_function.orders.function_name
  authorization_type = "NONE"
}`,
      is: ['compute: aws_lambda_function.orders absent'],
    },
    { what: 'no function that nobody asks', main: called('cleanup'), is: [] },
    {
      what: 'no function that works on a queue',
      main: `${called('orders')}
resource "aws_sqs_queue" "orders" {}
resource "aws_lambda_event_source_mapping" "orders" {
  function_name    = aws_lambda_function.orders.arn
  event_source_arn = aws_sqs_queue.orders.arn
}`,
      is: [],
    },
    {
      what: 'a node group in place of its cluster',
      main: `
resource "aws_eks_cluster" "shop" {
  name = "shop"
}
resource "aws_eks_node_group" "shop" {
  cluster_name = aws_eks_cluster.shop.name
  scaling_config {
    desired_size = 3
    min_size     = 1
    max_size     = 6
  }
}
resource "aws_eks_cluster" "shop_dr" {
  provider = aws.west
  name     = "shop"
}
resource "aws_eks_node_group" "shop_dr" {
  provider     = aws.west
  cluster_name = aws_eks_cluster.shop_dr.name
  scaling_config {
    desired_size = 1
    min_size     = 1
    max_size     = 6
  }
}`,
      is: ['compute: aws_eks_node_group.shop running'],
    },
    {
      what: 'a cluster without groups by itself',
      main: 'resource "aws_eks_cluster" "shop" {\n  name = "shop"\n}',
      is: ['compute: aws_eks_cluster.shop absent'],
    },
    {
      what: 'an instance that a record leads to, and none to log in',
      main: `
resource "aws_instance" "shop" {
  instance_type = "m7g.large"
}
resource "aws_instance" "bastion" {
  instance_type = "t4g.nano"
}
resource "aws_route53_record" "shop" {
  zone_id = "Z1"
  name    = "shop.example.org"
  type    = "A"
  ttl     = 60
  records = [aws_instance.shop.public_ip]
}`,
      is: ['compute: aws_instance.shop absent'],
    },
  ])('$what', async ({ main, is }) => {
    expect(await members(main)).toEqual(is);
  });
});

describe('a module that was not read', () => {
  const balancers = `
resource "aws_lb" "shop" {
  name = "shop"
}
resource "aws_lb" "shop_dr" {
  provider = aws.west
  name     = "shop"
}`;
  const stepsOfTraffic = async (module: string): Promise<unknown> => {
    const main = `provider "aws" { region = "us-east-1" }
provider "aws" {
  alias  = "west"
  region = "us-west-2"
}
${balancers}
module "outside" {
  source = "${module}"
}`;
    const { workloads } = await lintText({ 'main.tf': main });
    return workloads[0]?.ladders.find(({ name }) => name === 'traffic')?.members[0]?.step;
  };

  test('may be an accelerator that leads to both Regions', async () => {
    expect(await stepsOfTraffic('terraform-aws-modules/global-accelerator/aws')).toEqual({ low: 1, high: 3 });
  });

  test('leads nobody where it can declare nothing that does', async () => {
    expect(await stepsOfTraffic('terraform-aws-modules/kms/aws')).toEqual({ low: 1, high: 1 });
  });
});
