/** Security groups with all their rules, wherever these are written: inline, or as resources of their own. */
import { map, type MapValue, type Value } from '../../core/value.ts';
import type { DeclaredResource } from '../../evaluation/declared-resource.ts';
import { field, type Field, type Fields } from '../fields.ts';
import { dialectOf } from '../reading.ts';
import type { ResourceTable, Satellite } from '../resource-table.ts';

type Direction = 'ingress' | 'egress';

/** Terraform's names for the one thing that a rule of AWS lets in or out; a block may have many of each. */
interface PeerNames {
  readonly cidr: string;
  readonly cidrV6: string;
  readonly prefixList: string;
  readonly group: string;
}

const inlineNames: PeerNames = {
  cidr: 'cidr_blocks',
  cidrV6: 'ipv6_cidr_blocks',
  prefixList: 'prefix_list_ids',
  group: 'security_groups',
};
const ruleNames: PeerNames = { ...inlineNames, group: 'source_security_group_id' };
const singleNames: PeerNames = {
  cidr: 'cidr_ipv4',
  cidrV6: 'cidr_ipv6',
  prefixList: 'prefix_list_id',
  group: 'referenced_security_group_id',
};

function ruleFields(direction: Direction, protocol: string, names: PeerNames): Fields {
  const peer = direction === 'ingress' ? 'Source' : 'Destination';
  return {
    IpProtocol: field.text({ terraform: protocol }),
    FromPort: field.integer({ terraform: 'from_port' }),
    ToPort: field.integer({ terraform: 'to_port' }),
    CidrIp: field.text({ terraform: names.cidr }),
    CidrIpv6: field.text({ terraform: names.cidrV6 }),
    [`${peer}PrefixListId`]: field.text({ terraform: names.prefixList }),
    [`${peer}SecurityGroupId`]: field.text({ terraform: names.group }),
    Description: field.text({ terraform: 'description' }),
  };
}

function propertyOf(direction: Direction): string {
  return direction === 'ingress' ? 'SecurityGroupIngress' : 'SecurityGroupEgress';
}

/** A block with several peers is as many rules: AWS's have one each. */
function rulesIn(block: Value, names: PeerNames, itself: Value | undefined): readonly Value[] {
  if (block.kind !== 'map') return [block];
  const peers = [...Object.values(names).flatMap((name) => peersUnder(name, block)), ...selfIn(block, names, itself)];
  if (peers.length === 0) return [block];
  const common = new Map(block.entries);
  for (const name of [...Object.values(names), 'self']) common.delete(name);
  return peers.map(([name, peer]) => map(new Map(common).set(name, peer), block.range, block.marks));
}

type Peer = readonly [name: string, value: Value];

function peersUnder(name: string, block: MapValue): readonly Peer[] {
  const value = block.entries.get(name);
  if (value === undefined || (value.kind === 'scalar' && value.value === null)) return [];
  return value.kind === 'list' ? value.items.map((item): Peer => [name, item]) : [[name, value]];
}

/** A group that lets itself in; where it is not known whether it does, neither is the peer. */
function selfIn({ entries }: MapValue, { group }: PeerNames, itself: Value | undefined): readonly Peer[] {
  const self = entries.get('self');
  if (self === undefined || itself === undefined) return [];
  if (self.kind !== 'scalar') return [[group, self]];
  return self.value === true ? [[group, itself]] : [];
}

/** The inline blocks of a group, one for each rule. */
function withRulesApart(declared: DeclaredResource): MapValue {
  const { attributes, id, address } = declared;
  if (dialectOf(declared) !== 'terraform') return attributes;
  const itself: Value = {
    kind: 'reference',
    resource: id,
    attribute: 'id',
    text: `${address}.id`,
    range: undefined,
    decidedAt: undefined,
    marks: attributes.marks,
  };
  const entries = new Map(attributes.entries);
  for (const direction of ['ingress', 'egress']) {
    const blocks = entries.get(direction);
    if (blocks?.kind !== 'list') continue;
    entries.set(direction, { ...blocks, items: blocks.items.flatMap((each) => rulesIn(each, inlineNames, itself)) });
  }
  return { ...attributes, entries };
}

function ruleOf(direction: Direction, protocol: string, names: PeerNames): Fields {
  return { [propertyOf(direction)]: field.object(ruleFields(direction, protocol, names)) };
}

// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/security_group_rule
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/vpc_security_group_ingress_rule
// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-securitygroupingress.html
function satellitesFor(direction: Direction): readonly Satellite[] {
  return [
    {
      terraform: 'aws_security_group_rule',
      joinBy: 'security_group_id',
      when: { argument: 'type', equals: direction },
      adds: true,
      items: ({ attributes }) => rulesIn(attributes, ruleNames, attributes.entries.get('security_group_id')),
      properties: ruleOf(direction, 'protocol', ruleNames),
    },
    {
      terraform: `aws_vpc_security_group_${direction}_rule`,
      cloudFormation: [{ type: `AWS::EC2::${propertyOf(direction)}`, joinBy: 'GroupId' }],
      joinBy: 'security_group_id',
      adds: true,
      properties: ruleOf(direction, 'ip_protocol', singleNames),
    },
  ];
}

function inlineRules(direction: Direction): Field {
  return field.objects(ruleFields(direction, 'protocol', inlineNames), { terraform: direction });
}

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-securitygroup.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/security_group
const securityGroup: ResourceTable = {
  type: 'AWS::EC2::SecurityGroup',
  terraform: ['aws_security_group'],
  properties: {
    GroupName: field.text({ terraform: 'name' }),
    GroupDescription: field.text({ terraform: 'description' }),
    VpcId: field.text({ terraform: 'vpc_id' }),
    SecurityGroupIngress: inlineRules('ingress'),
    SecurityGroupEgress: inlineRules('egress'),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
  prepare: withRulesApart,
  satellites: [...satellitesFor('ingress'), ...satellitesFor('egress')],
};

export const securityGroupTables: readonly ResourceTable[] = [securityGroup];
