/** Connections of networks: peering, VPN, AWS Direct Connect, transit and internet gateways, network firewalls. */
import { field } from '../fields.ts';
import type { ResourceTable } from '../resource-table.ts';

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpcpeeringconnection.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/vpc_peering_connection
const peering: ResourceTable = {
  type: 'AWS::EC2::VPCPeeringConnection',
  terraform: ['aws_vpc_peering_connection'],
  properties: {
    VpcId: field.text({ terraform: 'vpc_id' }),
    PeerVpcId: field.text({ terraform: 'peer_vpc_id' }),
    PeerRegion: field.text({ terraform: 'peer_region' }),
    PeerOwnerId: field.text({ terraform: 'peer_owner_id' }),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
};

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpnconnection.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/vpn_connection
const vpnConnection: ResourceTable = {
  type: 'AWS::EC2::VPNConnection',
  terraform: ['aws_vpn_connection'],
  properties: {
    Type: field.text({ terraform: 'type' }),
    CustomerGatewayId: field.text({ terraform: 'customer_gateway_id' }),
    VpnGatewayId: field.text({ terraform: 'vpn_gateway_id' }),
    TransitGatewayId: field.text({ terraform: 'transit_gateway_id' }),
    StaticRoutesOnly: field.boolean({ terraform: 'static_routes_only', absent: { both: false } }),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
};

const customerGateway: ResourceTable = {
  type: 'AWS::EC2::CustomerGateway',
  terraform: ['aws_customer_gateway'],
  properties: {
    Type: field.text({ terraform: 'type' }),
    IpAddress: field.text({ terraform: 'ip_address' }),
    BgpAsn: field.integer({ terraform: 'bgp_asn' }),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
};

const transitGateway: ResourceTable = {
  type: 'AWS::EC2::TransitGateway',
  terraform: ['aws_ec2_transit_gateway'],
  properties: {
    AmazonSideAsn: field.integer({ terraform: 'amazon_side_asn' }),
    VpnEcmpSupport: field.text({ terraform: 'vpn_ecmp_support', absent: { both: 'enable' } }),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
};

const internetGateway: ResourceTable = {
  type: 'AWS::EC2::InternetGateway',
  terraform: ['aws_internet_gateway'],
  properties: {},
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
};

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-networkfirewall-firewall.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/networkfirewall_firewall
const firewall: ResourceTable = {
  type: 'AWS::NetworkFirewall::Firewall',
  terraform: ['aws_networkfirewall_firewall'],
  properties: {
    FirewallName: field.text({ terraform: 'name' }),
    VpcId: field.text({ terraform: 'vpc_id' }),
    DeleteProtection: field.boolean({ terraform: 'delete_protection', absent: { both: false } }),
    SubnetMappings: field.objects(
      { SubnetId: field.text({ terraform: 'subnet_id' }) },
      { terraform: 'subnet_mapping' },
    ),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
};

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-directconnect-connection.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dx_connection
const directConnection: ResourceTable = {
  type: 'AWS::DirectConnect::Connection',
  terraform: ['aws_dx_connection'],
  properties: {
    ConnectionName: field.text({ terraform: 'name' }),
    Location: field.text({ terraform: 'location' }),
    Bandwidth: field.text({ terraform: 'bandwidth' }),
    LagId: field.text(),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
};

const linkAggregation: ResourceTable = {
  type: 'AWS::DirectConnect::Lag',
  terraform: ['aws_dx_lag'],
  properties: {
    LagName: field.text({ terraform: 'name' }),
    Location: field.text({ terraform: 'location' }),
    ConnectionsBandwidth: field.text({ terraform: 'connections_bandwidth' }),
    MinimumLinks: field.integer(),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
};

const privateInterface: ResourceTable = {
  type: 'AWS::DirectConnect::PrivateVirtualInterface',
  terraform: ['aws_dx_private_virtual_interface'],
  properties: {
    VirtualInterfaceName: field.text({ terraform: 'name' }),
    ConnectionId: field.text({ terraform: 'connection_id' }),
    DirectConnectGatewayId: field.text({ terraform: 'dx_gateway_id' }),
    VirtualGatewayId: field.text({ terraform: 'vpn_gateway_id' }),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
};

export const connectivityTables: readonly ResourceTable[] = [
  peering,
  vpnConnection,
  customerGateway,
  transitGateway,
  internetGateway,
  firewall,
  directConnection,
  linkAggregation,
  privateInterface,
];
