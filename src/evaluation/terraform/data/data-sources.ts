/** The few data sources that the code itself answers: the Region, account, partition and zones of a provider. */
import { parseRegion } from '../../../core/ids.ts';
import { scalar, unknown, type Value } from '../../../core/value.ts';
import type { ResourceBlock } from '../../../loaders/terraform/terraform-module.ts';
import { zoneListKey } from '../functions/zones.ts';
import type { ProviderConfiguration } from '../providers/providers.ts';
import type { RootRun } from '../root-run.ts';
import { policyDocumentAttribute } from './policy-document.ts';
import { toText } from '../values/convert.ts';
import { derived, keyOf } from '../values/symbols.ts';

type Argument = (name: string) => Value | undefined;

interface Lookup {
  readonly attribute: string;
  readonly argument: Argument;
  readonly provider: ProviderConfiguration;
  /** That it looks things up in; undefined for what belongs to no cloud. */
  readonly region: Value | undefined;
  readonly run: RootRun;
}

/** Data sources by type; undefined where only AWS can tell. */
const answers: ReadonlyMap<string, (lookup: Lookup) => Value | undefined> = new Map([
  ['aws_region', regionAttribute],
  [
    'aws_caller_identity',
    ({ attribute, provider }) => (['account_id', 'id'].includes(attribute) ? provider.account : undefined),
  ],
  ['aws_default_tags', ({ attribute, provider }) => (attribute === 'tags' ? provider.defaultTags : undefined)],
  ['aws_partition', partitionAttribute],
  ['aws_availability_zones', zonesAttribute],
  ['aws_iam_policy_document', ({ attribute, argument }) => policyDocumentAttribute(attribute, argument)],
  [
    'terraform_remote_state',
    ({ attribute, argument, run }) => (attribute === 'outputs' ? remoteOutputs(argument, run) : undefined),
  ],
  ['aws_cloudformation_export', exportedValue],
]);

/** Undefined where only AWS can tell. */
export function lookedUpAttribute(
  { kind, type }: ResourceBlock,
  attribute: string,
  argument: Argument,
  { provider, run }: Pick<Lookup, 'provider' | 'run'>,
): Value | undefined {
  const answer = kind === 'data' ? answers.get(type) : undefined;
  if (answer === undefined) return undefined;
  // Since version 6 of the AWS provider every data source may name its Region.
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/enhanced-region-support
  const region = argument('region') ?? provider.region;
  return answer({ attribute, argument, provider, region, run });
}

/**
 * It may look up another Region than that of its provider, by its name or by an endpoint in it.
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/region#argument-reference
 */
function regionAttribute({ attribute, argument, region }: Lookup): Value | undefined {
  if (!['name', 'id', 'region'].includes(attribute)) return undefined;
  const endpoint = argument('endpoint');
  if (endpoint !== undefined) return derived(`regionOfEndpoint(${keyOf(endpoint)})`, [endpoint]);
  return argument('name') ?? region;
}

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html and, for the suffixes, the SDK's partition data:
// https://github.com/boto/botocore/blob/develop/botocore/data/partitions.json
const partitions: readonly { readonly prefix: string; readonly name: string; readonly dnsSuffix: string }[] = [
  { prefix: 'cn-', name: 'aws-cn', dnsSuffix: 'amazonaws.com.cn' },
  { prefix: 'us-gov-', name: 'aws-us-gov', dnsSuffix: 'amazonaws.com' },
  { prefix: 'us-iso-', name: 'aws-iso', dnsSuffix: 'c2s.ic.gov' },
  { prefix: 'us-isob-', name: 'aws-iso-b', dnsSuffix: 'sc2s.sgov.gov' },
  { prefix: 'us-isof-', name: 'aws-iso-f', dnsSuffix: 'csp.hci.ic.gov' },
  { prefix: 'eu-isoe-', name: 'aws-iso-e', dnsSuffix: 'cloud.adc-e.uk' },
  { prefix: 'eusc-', name: 'aws-eusc', dnsSuffix: 'amazonaws.eu' },
  { prefix: '', name: 'aws', dnsSuffix: 'amazonaws.com' },
];

function partitionAttribute({ attribute, region }: Lookup): Value | undefined {
  if (region === undefined) return undefined;
  if (!['partition', 'id', 'dns_suffix', 'reverse_dns_prefix'].includes(attribute)) return undefined;
  const code = parseRegion(toText(region) ?? '');
  if (code === undefined) return derived(`partition(${keyOf(region)}).${attribute}`, [region]);
  const partition = partitions.find(({ prefix }) => code.startsWith(prefix));
  if (partition === undefined) return undefined;
  const value = ofPartition(partition, attribute);
  return { ...scalar(value, undefined, region.marks), decidedAt: region.range };
}

function ofPartition({ name, dnsSuffix }: (typeof partitions)[number], attribute: string): string {
  if (attribute === 'reverse_dns_prefix') return dnsSuffix.split('.').toReversed().join('.');
  return attribute === 'dns_suffix' ? dnsSuffix : name;
}

/** Arguments that choose other zones than all that are available. */
const zoneFilters = ['all_availability_zones', 'exclude_names', 'exclude_zone_ids', 'filter'];

/** A list of which only the Region is known: its items are different zones, whichever they are. */
function zonesAttribute({ attribute, argument, region }: Lookup): Value | undefined {
  if (region === undefined) return undefined;
  if (attribute !== 'names' && attribute !== 'zone_ids' && attribute !== 'id') return undefined;
  if (attribute === 'id') return region;
  const filters = zoneFilters
    .map((name) => argument(name))
    .filter((filter) => filter !== undefined && !isUsual(filter));
  const chosen = filters.map((filter) => (filter === undefined ? '' : keyOf(filter))).join(',');
  const kind = attribute === 'zone_ids' ? 'ids of ' : '';
  const place = `${kind}${toText(region) ?? keyOf(region)}${chosen === '' ? '' : `|${chosen}`}`;
  const reason = {
    code: 'data-source' as const,
    subject: 'the Availability Zones of the Region',
    cure: 'Name the zones where it matters which they are.',
  };
  const marks = { ...region.marks, perDeployment: true };
  return unknown(zoneListKey(place), reason, undefined, marks);
}

/** The filter that leaves out Local Zones, which are no Availability Zones anyway. */
function isUsual(filter: Value): boolean {
  return keyOf(filter).includes('opt-in-not-required');
}

/** Of a stack of the run. https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/cloudformation_export */
function exportedValue({ attribute, argument, region, run }: Lookup): Value | undefined {
  const name = argument('name');
  const [text, code] = [name, region].map((value) => (value === undefined ? undefined : toText(value)));
  if (attribute !== 'value' || text === undefined || code === undefined) return undefined;
  return run.others?.exportedBy(text, code);
}

/** Outputs of another root's state: the same state gives the same outputs. */
function remoteOutputs(argument: Argument, { others, deployment }: RootRun): Value {
  const [backend, workspace, config] = ['backend', 'workspace', 'config'].map((name) => argument(name));
  const written = [backend, workspace, config].filter((value) => value !== undefined);
  const key = `remote-state(${written.map((value) => keyOf(value)).join(',')}).outputs`;
  const reason = {
    code: 'data-source' as const,
    subject: 'an output of another root, through terraform_remote_state',
    cure: 'Outputs of other roots are known only at deployment; pass what matters as a variable.',
  };
  const known = others?.outputsOfState({ backend, workspace, config, folder: deployment.path }, { key, reason });
  return known ?? unknown(key, reason, undefined, { sensitive: false, via: [], perDeployment: true });
}
