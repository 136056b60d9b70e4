import { expect, test } from 'vitest';
import { endsOf, lintText } from '../../../helpers/lint-text.ts';

const certificate = `
provider "aws" { region = "us-east-1" }
resource "aws_acm_certificate" "shop" { domain_name = "shop.example.com" }
resource "aws_acm_certificate_validation" "shop" { certificate_arn = aws_acm_certificate.shop.arn }
`;

test.each([
  ['a listener', 'aws_lb_listener', 'certificate_arn = aws_acm_certificate.shop.arn'],
  [
    'a listener, once it is valid',
    'aws_lb_listener',
    'certificate_arn = aws_acm_certificate_validation.shop.certificate_arn',
  ],
  [
    'a classic load balancer',
    'aws_elb',
    'listener {\n    lb_protocol = "https"\n    ssl_certificate_id = aws_acm_certificate.shop.arn\n  }',
  ],
  ['a domain name of an API', 'aws_api_gateway_domain_name', 'regional_certificate_arn = aws_acm_certificate.shop.arn'],
  [
    'a domain name of an HTTP API',
    'aws_apigatewayv2_domain_name',
    'domain_name_configuration { certificate_arn = aws_acm_certificate.shop.arn }',
  ],
  [
    'a distribution',
    'aws_cloudfront_distribution',
    'viewer_certificate { acm_certificate_arn = aws_acm_certificate.shop.arn }',
  ],
])('%s depends on its certificate', async (_, type, body) => {
  const report = await lintText({ 'main.tf': `${certificate}resource "${type}" "web" {\n  ${body}\n}\n` });
  expect(endsOf(report, `${type}.web`, 'dependsOn')).toEqual(['aws_acm_certificate.shop']);
});

test('also in a template, and where only its ARN is known', async () => {
  const report = await lintText({
    'stack.yaml': `Resources:
  Certificate: { Type: 'AWS::CertificateManager::Certificate', Properties: { DomainName: shop.example.com } }
  Own: { Type: 'AWS::ElasticLoadBalancingV2::Listener', Properties: { Certificates: [{ CertificateArn: !Ref Certificate }] } }
  Foreign:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties: { Certificates: [{ CertificateArn: 'arn:aws:acm:us-west-2:111122223333:certificate/1' }] }
`,
  });
  expect(endsOf(report, 'Own', 'dependsOn')).toEqual(['Certificate']);
  expect(endsOf(report, 'Foreign', 'dependsOn')).toEqual(['arn:aws:acm:us-west-2:111122223333:certificate/1']);
});
