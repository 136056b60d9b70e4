/** Amazon API Gateway: REST, HTTP and WebSocket APIs with their stages, usage plans and domain names. */
import { field, type Fields } from '../fields.ts';
import type { ResourceTable } from '../resource-table.ts';

const endpointConfiguration = field.object(
  // https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-endpoint-types.html
  { Types: field.texts({ terraform: 'types', absent: { both: ['EDGE'] } }) },
  { terraform: 'endpoint_configuration' },
);

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-restapi.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/api_gateway_rest_api
const restApi: ResourceTable = {
  type: 'AWS::ApiGateway::RestApi',
  terraform: ['aws_api_gateway_rest_api'],
  properties: {
    Name: field.text({ terraform: 'name' }),
    EndpointConfiguration: endpointConfiguration,
    Policy: field.policy({ terraform: 'policy' }),
    Body: field.policy({ terraform: 'body' }),
    DisableExecuteApiEndpoint: field.boolean({ terraform: 'disable_execute_api_endpoint', absent: { both: false } }),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
};

const methodSettings: Fields = {
  ThrottlingRateLimit: field.integer({ terraform: 'settings.throttling_rate_limit', absent: { terraform: -1 } }),
  ThrottlingBurstLimit: field.integer({ terraform: 'settings.throttling_burst_limit', absent: { terraform: -1 } }),
};

/** The path as CloudFormation writes it: Terraform's methods are in the form of `orders/GET`, or `*` and a slash and `*` for all. */
function resourcePath(path: string): string | undefined {
  const last = path.lastIndexOf('/');
  if (last === -1) return undefined;
  return `/${path.slice(0, last).replaceAll('~1', '/').replace(/^\//u, '')}`;
}

function httpMethod(path: string): string | undefined {
  const last = path.lastIndexOf('/');
  return last === -1 ? undefined : path.slice(last + 1);
}

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-stage.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/api_gateway_stage
const restStage: ResourceTable = {
  type: 'AWS::ApiGateway::Stage',
  terraform: ['aws_api_gateway_stage'],
  properties: {
    StageName: field.text({ terraform: 'stage_name' }),
    RestApiId: field.text({ terraform: 'rest_api_id' }),
    DeploymentId: field.text({ terraform: 'deployment_id' }),
    MethodSettings: field.objects({
      ResourcePath: field.text(),
      HttpMethod: field.text(),
      ThrottlingRateLimit: field.integer(),
      ThrottlingBurstLimit: field.integer(),
    }),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
  satellites: [
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/api_gateway_method_settings
    {
      terraform: 'aws_api_gateway_method_settings',
      joinBy: 'stage_name',
      within: { argument: 'rest_api_id', property: 'RestApiId' },
      adds: true,
      properties: {
        MethodSettings: field.object({
          ResourcePath: field.converted('text', resourcePath, { terraform: 'method_path' }),
          HttpMethod: field.converted('text', httpMethod, { terraform: 'method_path' }),
          ...methodSettings,
        }),
      },
    },
  ],
};

const usagePlan: ResourceTable = {
  type: 'AWS::ApiGateway::UsagePlan',
  terraform: ['aws_api_gateway_usage_plan'],
  properties: {
    UsagePlanName: field.text({ terraform: 'name' }),
    ApiStages: field.objects(
      { ApiId: field.text({ terraform: 'api_id' }), Stage: field.text({ terraform: 'stage' }) },
      { terraform: 'api_stages' },
    ),
    Throttle: field.block(
      {
        RateLimit: field.integer({ terraform: 'rate_limit' }),
        BurstLimit: field.integer({ terraform: 'burst_limit' }),
      },
      { terraform: 'throttle_settings' },
    ),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
};

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-domainname.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/api_gateway_domain_name
const domainName: ResourceTable = {
  type: 'AWS::ApiGateway::DomainName',
  terraform: ['aws_api_gateway_domain_name'],
  properties: {
    DomainName: field.text({ terraform: 'domain_name' }),
    EndpointConfiguration: endpointConfiguration,
    CertificateArn: field.text({ terraform: 'certificate_arn' }),
    RegionalCertificateArn: field.text({ terraform: 'regional_certificate_arn' }),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
};

const httpApi: ResourceTable = {
  type: 'AWS::ApiGatewayV2::Api',
  terraform: ['aws_apigatewayv2_api'],
  properties: {
    Name: field.text({ terraform: 'name' }),
    ProtocolType: field.text({ terraform: 'protocol_type' }),
    Body: field.policy({ terraform: 'body' }),
    DisableExecuteApiEndpoint: field.boolean({ terraform: 'disable_execute_api_endpoint', absent: { both: false } }),
  },
  tags: { property: 'Tags', form: 'map', terraform: 'tags' },
};

const httpStage: ResourceTable = {
  type: 'AWS::ApiGatewayV2::Stage',
  terraform: ['aws_apigatewayv2_stage'],
  properties: {
    StageName: field.text({ terraform: 'name' }),
    ApiId: field.text({ terraform: 'api_id' }),
    AutoDeploy: field.boolean({ terraform: 'auto_deploy', absent: { both: false } }),
    DefaultRouteSettings: field.block(
      {
        ThrottlingRateLimit: field.integer({ terraform: 'throttling_rate_limit' }),
        ThrottlingBurstLimit: field.integer({ terraform: 'throttling_burst_limit' }),
      },
      { terraform: 'default_route_settings' },
    ),
  },
  tags: { property: 'Tags', form: 'map', terraform: 'tags' },
};

/** CloudFormation writes what answers a method into the method; in Terraform it is a resource of its own. */
// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-method.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/api_gateway_integration
const method: ResourceTable = {
  type: 'AWS::ApiGateway::Method',
  terraform: ['aws_api_gateway_integration'],
  properties: {
    RestApiId: field.text({ terraform: 'rest_api_id' }),
    HttpMethod: field.text({ terraform: 'http_method' }),
    Integration: field.object({
      Type: field.text({ terraform: 'type' }),
      Uri: field.text({ terraform: 'uri' }),
      RequestTemplates: field.map({ terraform: 'request_templates' }),
    }),
  },
};

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-integration.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/apigatewayv2_integration
const httpIntegration: ResourceTable = {
  type: 'AWS::ApiGatewayV2::Integration',
  terraform: ['aws_apigatewayv2_integration'],
  properties: {
    ApiId: field.text({ terraform: 'api_id' }),
    IntegrationType: field.text({ terraform: 'integration_type' }),
    IntegrationUri: field.text({ terraform: 'integration_uri' }),
    RequestParameters: field.map({ terraform: 'request_parameters' }),
  },
};

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-domainname.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/apigatewayv2_domain_name
const httpDomainName: ResourceTable = {
  type: 'AWS::ApiGatewayV2::DomainName',
  terraform: ['aws_apigatewayv2_domain_name'],
  properties: {
    DomainName: field.text({ terraform: 'domain_name' }),
    DomainNameConfigurations: field.objects(
      {
        CertificateArn: field.text({ terraform: 'certificate_arn' }),
        EndpointType: field.text({ terraform: 'endpoint_type' }),
      },
      { terraform: 'domain_name_configuration' },
    ),
  },
  tags: { property: 'Tags', form: 'map', terraform: 'tags' },
};

/** Which API answers at a domain name. */
// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-basepathmapping.html
// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-apimapping.html
const mappings: readonly ResourceTable[] = [
  {
    type: 'AWS::ApiGateway::BasePathMapping',
    terraform: ['aws_api_gateway_base_path_mapping'],
    properties: {
      DomainName: field.text({ terraform: 'domain_name' }),
      RestApiId: field.text({ terraform: 'api_id' }),
      Stage: field.text({ terraform: 'stage_name' }),
    },
  },
  {
    type: 'AWS::ApiGatewayV2::ApiMapping',
    terraform: ['aws_apigatewayv2_api_mapping'],
    properties: {
      DomainName: field.text({ terraform: 'domain_name' }),
      ApiId: field.text({ terraform: 'api_id' }),
      Stage: field.text({ terraform: 'stage' }),
    },
  },
];

export const apiGatewayTables: readonly ResourceTable[] = [
  restApi,
  restStage,
  usagePlan,
  domainName,
  httpApi,
  httpStage,
  method,
  httpIntegration,
  httpDomainName,
  ...mappings,
];
