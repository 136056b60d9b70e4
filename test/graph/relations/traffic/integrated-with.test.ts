import { describe, expect, test } from 'vitest';
import { endsOf, lintText } from '../../../helpers/lint-text.ts';

const functions = `
provider "aws" { region = "us-east-1" }
resource "aws_lambda_function" "orders" { function_name = "orders" }
`;

describe('a REST API leads to', () => {
  const api = 'resource "aws_api_gateway_rest_api" "shop" { name = "shop" }\n';
  const integration = (uri: string): string =>
    `resource "aws_api_gateway_integration" "orders" {\n  rest_api_id = aws_api_gateway_rest_api.shop.id\n  resource_id = "r"\n  http_method = "GET"\n  type = "AWS_PROXY"\n  uri = ${uri}\n}\n`;

  test.each([
    [
      'the function of an integration',
      integration('aws_lambda_function.orders.invoke_arn'),
      ['aws_lambda_function.orders'],
    ],
    [
      'the function whose ARN stands in the address',
      integration(
        '"arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111122223333:function:payments/invocations"',
      ),
      ['arn:aws:lambda:us-east-1:111122223333:function:payments'],
    ],
    [
      'a load balancer by its name',
      `resource "aws_lb" "web" {}\n${integration('"https://${aws_lb.web.dns_name}/orders"')}`,
      ['aws_lb.web'],
    ],
    ['nothing that is only called by HTTP', integration('"https://example.com/orders"'), []],
  ])('%s', async (_, rest, expected) => {
    const report = await lintText({ 'main.tf': functions + api + rest });
    expect(endsOf(report, 'aws_api_gateway_rest_api.shop', 'routesTo')).toEqual(expected);
  });

  test('what its OpenAPI document names, in both languages', async () => {
    const body = `resource "aws_api_gateway_rest_api" "shop" {
  name = "shop"
  body = jsonencode({
    paths = { "/orders" = { get = { "x-amazon-apigateway-integration" = { uri = aws_lambda_function.orders.invoke_arn } } } }
  })
}
`;
    const main = await lintText({ 'main.tf': functions + body });
    expect(endsOf(main, 'aws_api_gateway_rest_api.shop', 'routesTo')).toEqual(['aws_lambda_function.orders']);
    const stack = await lintText({
      'stack.yaml': `Resources:
  Orders: { Type: 'AWS::Lambda::Function' }
  Shop:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Body:
        paths:
          /orders:
            get:
              x-amazon-apigateway-integration:
                uri: !Sub 'arn:aws:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${Orders.Arn}/invocations'
`,
    });
    expect(endsOf(stack, 'Shop', 'routesTo')).toEqual(['Orders']);
  });
});

test('a domain name leads to the API that is mapped to it, in both languages', async () => {
  const main = await lintText({
    'main.tf': `
resource "aws_apigatewayv2_domain_name" "shop" { domain_name = "shop.example.com" }
resource "aws_apigatewayv2_api" "shop" { name = "shop" }
resource "aws_apigatewayv2_api_mapping" "shop" {
  api_id      = aws_apigatewayv2_api.shop.id
  domain_name = aws_apigatewayv2_domain_name.shop.id
  stage       = "live"
}
resource "aws_api_gateway_domain_name" "old" { domain_name = "old.example.com" }
resource "aws_api_gateway_rest_api" "old" { name = "old" }
resource "aws_api_gateway_base_path_mapping" "old" {
  api_id      = aws_api_gateway_rest_api.old.id
  domain_name = aws_api_gateway_domain_name.old.domain_name
}
`,
  });
  expect(endsOf(main, 'aws_apigatewayv2_domain_name.shop', 'routesTo')).toEqual(['aws_apigatewayv2_api.shop']);
  expect(endsOf(main, 'aws_api_gateway_domain_name.old', 'routesTo')).toEqual(['aws_api_gateway_rest_api.old']);
  const stack = await lintText({
    'stack.yaml': `Resources:
  Name: { Type: 'AWS::ApiGatewayV2::DomainName', Properties: { DomainName: shop.example.com } }
  Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { Name: shop, ProtocolType: HTTP } }
  Mapping: { Type: 'AWS::ApiGatewayV2::ApiMapping', Properties: { ApiId: !Ref Api, DomainName: !Ref Name, Stage: live } }
  Orders: { Type: 'AWS::Lambda::Function' }
  Integration:
    Type: AWS::ApiGatewayV2::Integration
    Properties: { ApiId: !Ref Api, IntegrationType: AWS_PROXY, IntegrationUri: !GetAtt Orders.Arn }
`,
  });
  expect(endsOf(stack, 'Name', 'routesTo')).toEqual(['Api']);
  expect(endsOf(stack, 'Api', 'routesTo')).toEqual(['Orders']);
});

test('stages and usage plans are members of their APIs, in both languages', async () => {
  const main = await lintText({
    'main.tf': `resource "aws_api_gateway_rest_api" "shop" { name = "shop" }
resource "aws_api_gateway_rest_api" "admin" { name = "admin" }
resource "aws_api_gateway_stage" "live" {
  rest_api_id = aws_api_gateway_rest_api.shop.id
  stage_name  = "live"
}
resource "aws_api_gateway_usage_plan" "partners" {
  name = "partners"
  api_stages {
    api_id = aws_api_gateway_rest_api.shop.id
    stage  = "live"
  }
  api_stages {
    api_id = aws_api_gateway_rest_api.admin.id
    stage  = "live"
  }
}
`,
  });
  expect(endsOf(main, 'aws_api_gateway_stage.live', 'memberOf')).toEqual(['aws_api_gateway_rest_api.shop']);
  expect(endsOf(main, 'aws_api_gateway_usage_plan.partners', 'memberOf')).toEqual([
    'aws_api_gateway_rest_api.admin',
    'aws_api_gateway_rest_api.shop',
  ]);
  const stack = await lintText({
    'stack.yaml': `Resources:
  Shop: { Type: 'AWS::ApiGatewayV2::Api' }
  Live: { Type: 'AWS::ApiGatewayV2::Stage', Properties: { ApiId: !Ref Shop, StageName: live } }
`,
  });
  expect(endsOf(stack, 'Live', 'memberOf')).toEqual(['Shop']);
});

describe('an API leads to what it may call, wherever its definition is kept,', () => {
  const permission = `resource "aws_lambda_permission" "orders" {
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.orders.function_name
  principal     = "apigateway.amazonaws.com"
  source_arn    = "\${aws_api_gateway_rest_api.shop.execution_arn}/*/*"
`;
  const api = 'resource "aws_api_gateway_rest_api" "shop" { body = file("shop.yaml") }\n';

  test.each([
    ['surely', `${permission}}\n`, true],
    ['perhaps', `variable "live" { type = bool }\n${permission}  count = var.live ? 1 : 0\n}\n`, false],
  ])('%s', async (_, rest, certain) => {
    const report = await lintText({ 'main.tf': functions + api + rest });
    const found = report.graph.relations.filter(({ kind, from }) => kind === 'routesTo' && from.endsWith('.shop'));
    expect(found.map((relation) => [relation.to, relation.certain])).toEqual([
      [expect.stringMatching(/aws_lambda_function\.orders$/u), certain],
    ]);
  });
});

test('what another service does with a request names what it works on, in both languages', async () => {
  const main = await lintText({
    'main.tf': `
resource "aws_sqs_queue" "orders" {}
resource "aws_sfn_state_machine" "checkout" { definition = "{}" }
resource "aws_apigatewayv2_api" "shop" { protocol_type = "HTTP" }
resource "aws_apigatewayv2_integration" "orders" {
  api_id              = aws_apigatewayv2_api.shop.id
  integration_subtype = "SQS-SendMessage"
  request_parameters  = { QueueUrl = aws_sqs_queue.orders.url, MessageBody = "$request.body" }
}
resource "aws_api_gateway_rest_api" "old" {}
resource "aws_api_gateway_integration" "old" {
  rest_api_id       = aws_api_gateway_rest_api.old.id
  resource_id       = "r"
  http_method       = "POST"
  uri               = "arn:aws:apigateway:us-east-1:states:action/StartExecution"
  request_templates = { "application/json" = jsonencode({ stateMachineArn = aws_sfn_state_machine.checkout.arn }) }
}
`,
  });
  expect(endsOf(main, 'aws_apigatewayv2_api.shop', 'routesTo')).toEqual(['aws_sqs_queue.orders']);
  expect(endsOf(main, 'aws_api_gateway_rest_api.old', 'routesTo')).toEqual(['aws_sfn_state_machine.checkout']);
  const stack = await lintText({
    'stack.yaml': `Resources:
  Orders: { Type: 'AWS::SQS::Queue' }
  Shop: { Type: 'AWS::ApiGatewayV2::Api', Properties: { ProtocolType: HTTP } }
  Send:
    Type: AWS::ApiGatewayV2::Integration
    Properties: { ApiId: !Ref Shop, IntegrationSubtype: SQS-SendMessage, RequestParameters: { QueueUrl: !Ref Orders } }
`,
  });
  expect(endsOf(stack, 'Shop', 'routesTo')).toEqual(['Orders']);
});

describe('an API of SAM leads to', () => {
  const head = `Transform: AWS::Serverless-2016-10-31
Globals: { Function: { InlineCode: x, Handler: index.handler, Runtime: nodejs22.x } }
Resources:
  Orders: { Type: 'AWS::Serverless::Function' }
`;
  const answering = (events: string): string =>
    `  Shop: { Type: 'AWS::Serverless::Function', Properties: { Events: ${events} } }\n`;

  test.each([
    ['the function of an event', answering('{ List: { Type: Api } }'), 'ServerlessRestApi', ['Shop']],
    ['the function of an event, by HTTP', answering('{ All: { Type: HttpApi } }'), 'ServerlessHttpApi', ['Shop']],
    [
      'the function of an event that names it, and to what its own definition names',
      `${answering('{ List: { Type: Api, Properties: { Path: /list, Method: get, RestApiId: !Ref Web } } }')}  Web:
    Type: AWS::Serverless::Api
    Properties:
      StageName: live
      DefinitionBody:
        paths: { /orders: { get: { x-amazon-apigateway-integration: { uri: !Sub 'arn:aws:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${Orders.Arn}/invocations' } } } }
`,
      'Web',
      ['Orders', 'Shop'],
    ],
    [
      'a state machine that an event starts',
      `  Checkout:
    Type: AWS::Serverless::StateMachine
    Properties: { Definition: {}, Events: { Start: { Type: Api, Properties: { Path: /start, Method: post } } } }
`,
      'ServerlessRestApi',
      ['Checkout'],
    ],
    [
      'what answers its routes',
      `  Chat:
    Type: AWS::Serverless::WebSocketApi
    Properties: { RouteSelectionExpression: $request.body.action, Routes: { $default: { FunctionArn: !GetAtt Orders.Arn } } }
`,
      'Chat',
      ['Orders'],
    ],
  ])('%s', async (_, resources, api, expected) => {
    const report = await lintText({ 'template.yaml': head + resources });
    expect(endsOf(report, api, 'routesTo').toSorted()).toEqual(expected);
  });
});
