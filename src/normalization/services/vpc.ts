/** Amazon VPC: networks, subnets, NAT gateways, and the routes that lead to them. */
import { documentMap, isDocumentMap, ReferenceLeaf, type Document } from '../../core/document.ts';
import { noMarks } from '../../core/value.ts';
import type { DraftResource } from '../draft-resource.ts';
import { field, type Fields } from '../fields.ts';
import { childPointer } from '../pointer.ts';
import type { ResourceTable } from '../resource-table.ts';

const vpc: ResourceTable = {
  type: 'AWS::EC2::VPC',
  terraform: ['aws_vpc'],
  properties: {
    CidrBlock: field.text({ terraform: 'cidr_block' }),
    Ipv4IpamPoolId: field.text({ terraform: 'ipv4_ipam_pool_id' }),
    Ipv4NetmaskLength: field.integer({ terraform: 'ipv4_netmask_length' }),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
};

const subnet: ResourceTable = {
  type: 'AWS::EC2::Subnet',
  terraform: ['aws_subnet'],
  properties: {
    AvailabilityZone: field.text({ terraform: 'availability_zone' }),
    AvailabilityZoneId: field.text({ terraform: 'availability_zone_id' }),
    CidrBlock: field.text({ terraform: 'cidr_block' }),
    VpcId: field.text({ terraform: 'vpc_id' }),
    OutpostArn: field.text({ terraform: 'outpost_arn' }),
    MapPublicIpOnLaunch: field.boolean({ terraform: 'map_public_ip_on_launch', absent: { both: false } }),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
};

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-natgateway.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/nat_gateway
const natGateway: ResourceTable = {
  type: 'AWS::EC2::NatGateway',
  terraform: ['aws_nat_gateway'],
  properties: {
    SubnetId: field.text({ terraform: 'subnet_id' }),
    AvailabilityMode: field.text({ terraform: 'availability_mode', absent: { both: 'zonal' } }),
    ConnectivityType: field.text({ terraform: 'connectivity_type', absent: { both: 'public' } }),
    VpcId: field.text({ terraform: 'vpc_id' }),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
};

const routeTargets: Fields = {
  GatewayId: field.text({ terraform: 'gateway_id' }),
  NatGatewayId: field.text({ terraform: 'nat_gateway_id' }),
  NetworkInterfaceId: field.text({ terraform: 'network_interface_id' }),
  TransitGatewayId: field.text({ terraform: 'transit_gateway_id' }),
  VpcEndpointId: field.text({ terraform: 'vpc_endpoint_id' }),
  VpcPeeringConnectionId: field.text({ terraform: 'vpc_peering_connection_id' }),
};

const route: ResourceTable = {
  type: 'AWS::EC2::Route',
  terraform: ['aws_route'],
  properties: {
    RouteTableId: field.text({ terraform: 'route_table_id' }),
    DestinationCidrBlock: field.text({ terraform: 'destination_cidr_block' }),
    DestinationIpv6CidrBlock: field.text({ terraform: 'destination_ipv6_cidr_block' }),
    ...routeTargets,
  },
};

/** Terraform's inline routes are routes of their own; the table that they stand in is theirs. */
function completeRoutes(draft: DraftResource): void {
  const routes = draft.properties.get('Routes');
  if (!Array.isArray(routes)) return;
  const { id, address } = draft.declared;
  const table = new ReferenceLeaf({
    kind: 'reference',
    resource: id,
    attribute: 'id',
    text: `${address}.id`,
    range: undefined,
    decidedAt: undefined,
    marks: noMarks,
  });
  const completed = routes.map((each: Document, index) => {
    if (!isDocumentMap(each)) return each;
    draft.links.set(childPointer(childPointer('/Routes', index), 'RouteTableId'), [{ to: id, attribute: 'id' }]);
    return documentMap([...Object.entries(each), ['RouteTableId', table]]);
  });
  draft.properties.set('Routes', Object.freeze(completed));
}

const routeTable: ResourceTable = {
  type: 'AWS::EC2::RouteTable',
  terraform: ['aws_route_table'],
  properties: {
    VpcId: field.text({ terraform: 'vpc_id' }),
    // Named as the EC2 API names them: in CloudFormation every route is a resource.
    // https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RouteTable.html
    Routes: field.objects(
      {
        RouteTableId: field.text(),
        DestinationCidrBlock: field.text({ terraform: 'cidr_block' }),
        DestinationIpv6CidrBlock: field.text({ terraform: 'ipv6_cidr_block' }),
        ...routeTargets,
      },
      { terraform: 'route', describedBy: 'AWS::EC2::Route' },
    ),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
  parts: [
    {
      type: 'AWS::EC2::Route',
      at: '/Routes',
      label: 'route',
      name: ['DestinationCidrBlock', 'DestinationIpv6CidrBlock'],
    },
  ],
  adjust: completeRoutes,
};

const association: ResourceTable = {
  type: 'AWS::EC2::SubnetRouteTableAssociation',
  terraform: ['aws_route_table_association'],
  properties: {
    SubnetId: field.text({ terraform: 'subnet_id' }),
    RouteTableId: field.text({ terraform: 'route_table_id' }),
  },
};

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpcendpoint.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/vpc_endpoint
const endpoint: ResourceTable = {
  type: 'AWS::EC2::VPCEndpoint',
  terraform: ['aws_vpc_endpoint'],
  properties: {
    VpcId: field.text({ terraform: 'vpc_id' }),
    ServiceName: field.text({ terraform: 'service_name' }),
    VpcEndpointType: field.text({ terraform: 'vpc_endpoint_type', absent: { both: 'Gateway' } }),
    SubnetIds: field.texts({ terraform: 'subnet_ids' }),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
};

export const vpcTables: readonly ResourceTable[] = [vpc, subnet, natGateway, route, routeTable, association, endpoint];
