import { describe, expect, test } from 'vitest';
import { UnknownLeaf } from '../../../../src/core/document.ts';
import { factOf } from '../../../helpers/facts.ts';
import { endsOf, lintText } from '../../../helpers/lint-text.ts';

const balancers = `
provider "aws" { region = "us-east-1" }
provider "aws" {
  alias  = "west"
  region = "us-west-2"
}
resource "aws_lb" "east" { subnets = ["subnet-1", "subnet-2"] }
resource "aws_lb" "west" {
  provider = aws.west
  subnets  = ["subnet-3", "subnet-4"]
}
`;

function record(
  name: string,
  options: { readonly role: string; readonly target: string; readonly dns?: string },
): string {
  return `
resource "aws_route53_record" "${name}" {
  zone_id        = "Z1"
  name           = "${options.dns ?? 'www.example.com'}"
  type           = "A"
  set_identifier = "${name}"
  failover_routing_policy { type = "${options.role}" }
  alias {
    name                   = ${options.target}
    zone_id                = "Z2"
    evaluate_target_health = true
  }
}
`;
}

describe('the Region that a record leads to', () => {
  test.each([
    ["a load balancer's", 'aws_lb.west.dns_name', 'us-west-2'],
    ['the one in the name of an application load balancer', '"shop-1234.eu-west-1.elb.amazonaws.com"', 'eu-west-1'],
    ['the one in the name of a network load balancer', '"shop-1234.elb.eu-west-1.amazonaws.com"', 'eu-west-1'],
  ])('is %s', async (_, target, expected) => {
    const report = await lintText({ 'main.tf': balancers + record('one', { role: 'PRIMARY', target }) });
    expect(factOf(report, 'aws_route53_record.one', 'targetRegion')).toBe(expected);
  });

  test('is that of an API domain name, behind what only AWS knows of its block', async () => {
    const domain = `
resource "aws_acm_certificate" "shop" { domain_name = "api.example.com" }
resource "aws_apigatewayv2_domain_name" "shop" {
  provider    = aws.west
  domain_name = "api.example.com"
  domain_name_configuration {
    certificate_arn = aws_acm_certificate.shop.arn
    endpoint_type   = "REGIONAL"
    security_policy = "TLS_1_2"
  }
}
`;
    const target = 'aws_apigatewayv2_domain_name.shop.domain_name_configuration[0].target_domain_name';
    const report = await lintText({ 'main.tf': balancers + domain + record('one', { role: 'PRIMARY', target }) });
    expect(factOf(report, 'aws_route53_record.one', 'targetRegion')).toBe('us-west-2');
    expect(endsOf(report, 'aws_route53_record.one', 'routesTo')).toEqual(['aws_apigatewayv2_domain_name.shop']);
  });

  test('is unknown for a name that tells nothing', async () => {
    const main = balancers + record('one', { role: 'PRIMARY', target: '"shop.example.net"' });
    const report = await lintText({ 'main.tf': main });
    expect(factOf(report, 'aws_route53_record.one', 'targetRegion')).toBeInstanceOf(UnknownLeaf);
  });

  test('is a place of its own for a global target', async () => {
    const distribution = 'resource "aws_cloudfront_distribution" "shop" { enabled = true }\n';
    const main =
      balancers +
      distribution +
      record('one', { role: 'SECONDARY', target: 'aws_cloudfront_distribution.shop.domain_name' });
    const report = await lintText({ 'main.tf': main });
    expect(factOf(report, 'aws_route53_record.one', 'targetRegion')).toBe('global (aws_cloudfront_distribution.shop)');
  });
});

test('a record that refers to an undeclared load balancer leads nowhere', async () => {
  const main = balancers + record('one', { role: 'SECONDARY', target: 'aws_lb.recovery.dns_name' });
  const report = await lintText({ 'main.tf': main });
  expect(endsOf(report, 'aws_route53_record.one', 'routesTo')).toEqual([]);
});

test('a record knows the health check that checks it', async () => {
  const main = `
resource "aws_route53_health_check" "shop" {
  type = "HTTPS"
  fqdn = "east.example.com"
}
resource "aws_route53_record" "shop" {
  zone_id         = "Z1"
  name            = "shop.example.com"
  type            = "A"
  records         = ["192.0.2.1"]
  ttl             = 60
  set_identifier  = "east"
  health_check_id = aws_route53_health_check.shop.id
  failover_routing_policy { type = "PRIMARY" }
}
`;
  const report = await lintText({ 'main.tf': main });
  expect(endsOf(report, 'aws_route53_record.shop', 'checkedBy')).toEqual(['aws_route53_health_check.shop']);
});

describe('what a name without a reference leads to', () => {
  const behind = `resource "aws_route53_record" "behind" {
  zone_id = "Z1"
  name    = "EAST.example.com"
  type    = "A"
  alias {
    name                   = aws_lb.west.dns_name
    zone_id                = "Z2"
    evaluate_target_health = true
  }
}
`;

  test('is the record of that name, and the Region the one that it leads to', async () => {
    const main = balancers + behind + record('one', { role: 'PRIMARY', target: '"east.example.com."' });
    const report = await lintText({ 'main.tf': main });
    expect(endsOf(report, 'aws_route53_record.one', 'routesTo')).toEqual(['aws_route53_record.behind']);
    expect(factOf(report, 'aws_route53_record.one', 'targetRegion')).toBe('us-west-2');
  });

  test('is not a record of that name in another zone', async () => {
    const main =
      balancers + behind.replace('"Z1"', '"Z9"') + record('one', { role: 'PRIMARY', target: '"east.example.com"' });
    const report = await lintText({ 'main.tf': main });
    expect(endsOf(report, 'aws_route53_record.one', 'routesTo')).toEqual(['east.example.com']);
  });

  test('is the bucket of the same name behind the website of a Region', async () => {
    const bucket = 'resource "aws_s3_bucket" "site" { bucket = "www.example.com" }\n';
    const main =
      balancers + bucket + record('one', { role: 'PRIMARY', target: '"s3-website-us-east-1.amazonaws.com"' });
    const report = await lintText({ 'main.tf': main });
    expect(endsOf(report, 'aws_route53_record.one', 'routesTo')).toEqual(['aws_s3_bucket.site']);
  });

  test('is in the Region of a VPC endpoint that it names', async () => {
    const target = '"vpce-1-abc.vpce-svc-1.eu-west-1.vpce.amazonaws.com"';
    const report = await lintText({ 'main.tf': balancers + record('one', { role: 'PRIMARY', target }) });
    expect(factOf(report, 'aws_route53_record.one', 'targetRegion')).toBe('eu-west-1');
  });
});
