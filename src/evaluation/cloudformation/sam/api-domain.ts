/**
 * `Domain` of an API: a domain name, what maps its paths to the stage, and records of Route 53.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-api-domainconfiguration.html
 */
import { createHash } from 'node:crypto';
import type { SourceRange } from '../../../core/source.ts';
import { type MappingEntry, type TemplateNode, valueOf } from '../../../loaders/template-node.ts';
import type { Scope } from '../scope.ts';
import type { Expansion } from './expansion.ts';
import type { GeneratedResource, ServerlessResource } from './generated.ts';
import {
  entriesOf,
  getAtt,
  literal,
  madeBySam,
  mapping,
  type Named,
  pick,
  ref,
  sequence,
  textOfNode,
} from './nodes.ts';

type ApiKind = 'rest' | 'http';

interface Domain {
  readonly source: ServerlessResource;
  readonly kind: ApiKind;
  readonly logicalId: string;
  readonly node: TemplateNode;
  /** `REGIONAL`, `EDGE` or `PRIVATE`; undefined where that is not text. */
  readonly endpoint: string | undefined;
}

export function expandDomain(
  source: ServerlessResource,
  kind: ApiKind,
  expansion: Expansion,
): readonly GeneratedResource[] {
  const node = valueOf(source.properties, 'Domain');
  if (node?.kind !== 'mapping') return [];
  const stated = valueOf(node, 'EndpointConfiguration');
  const endpoint = stated === undefined ? 'REGIONAL' : textOfNode(expansion.resolved(stated));
  const isV2 = kind === 'http' || endpoint === 'PRIVATE';
  const hash = hashOf(expansion.resolved(valueOf(node, 'DomainName')), expansion);
  const logicalId = `ApiGatewayDomainName${isV2 ? 'V2' : ''}${hash}`;
  expansion.name(`${source.logicalId}.DomainName${isV2 && kind === 'rest' ? 'V2' : ''}`, logicalId);
  const domain = { source, kind, logicalId, node, endpoint };
  const name = kind === 'http' ? httpDomainName(domain) : restDomainName(domain);
  addRecords(domain, expansion);
  return [name, ...pathMappings(domain)];
}

const restProperties: ReadonlySet<string> = new Set([
  'DomainName',
  'EndpointAccessMode',
  'MutualTlsAuthentication',
  'OwnershipVerificationCertificateArn',
  'Policy',
  'SecurityPolicy',
]);

function restDomainName({ logicalId, node, endpoint, source }: Domain): GeneratedResource {
  const stated = valueOf(node, 'EndpointConfiguration');
  const range = stated?.range ?? node.range;
  const type = endpoint === undefined ? madeBySam(`${source.logicalId}.Domain`, range) : literal(endpoint, range);
  const certificate = valueOf(node, 'CertificateArn');
  const configuration = { Types: sequence([type], range), IpAddressType: valueOf(node, 'IpAddressType') };
  return {
    logicalId,
    type: endpoint === 'PRIVATE' ? 'AWS::ApiGateway::DomainNameV2' : 'AWS::ApiGateway::DomainName',
    properties: [
      ...pick(node, restProperties),
      ...entriesOf({
        [endpoint === 'REGIONAL' ? 'RegionalCertificateArn' : 'CertificateArn']: certificate,
        EndpointConfiguration: mapping(configuration, range),
      }),
    ],
    header: node.range,
  };
}

const httpConfiguration: ReadonlySet<string> = new Set([
  'CertificateArn',
  'OwnershipVerificationCertificateArn',
  'SecurityPolicy',
]);

function httpDomainName({ logicalId, node, source }: Domain): GeneratedResource {
  const range = valueOf(node, 'EndpointConfiguration')?.range ?? node.range;
  const endpoint = entriesOf({ EndpointType: valueOf(node, 'EndpointConfiguration') ?? literal('REGIONAL', range) });
  const entries: readonly MappingEntry[] = [...pick(node, httpConfiguration), ...endpoint];
  return {
    logicalId,
    type: 'AWS::ApiGatewayV2::DomainName',
    properties: [
      ...pick(node, new Set(['DomainName', 'MutualTlsAuthentication'])),
      ...entriesOf({
        DomainNameConfigurations: sequence([{ kind: 'mapping', entries, range: node.range }], node.range),
      }),
      ...pick(source.properties, new Set(['Tags'])),
    ],
    header: node.range,
  };
}

function pathMappings(domain: Domain): readonly GeneratedResource[] {
  const stated = valueOf(domain.node, 'BasePath');
  const paths = stated?.kind === 'sequence' ? stated.items : stated === undefined ? [] : [stated];
  const texts = paths.map(textOfNode);
  if (paths.length === 0 || texts.includes(undefined)) return [pathMapping(domain, undefined, domain.node.range)];
  return paths.map((path) => pathMapping(domain, textOfNode(path), path.range));
}

function pathMapping(domain: Domain, path: string | undefined, range: SourceRange): GeneratedResource {
  const { source, kind, logicalId, node, endpoint } = domain;
  const { logicalId: api } = source;
  const plain = path?.replaceAll(/[^0-9a-z]/giu, '') ?? '';
  const stage = ref(`${api}.Stage`, range);
  if (kind === 'http') {
    return {
      logicalId: `${api}${plain}ApiMapping`,
      type: 'AWS::ApiGatewayV2::ApiMapping',
      properties: entriesOf({
        ApiId: ref(api, range),
        ApiMappingKey: path === undefined ? undefined : literal(path.replaceAll(/^\/+|\/+$/gu, ''), range),
        DomainName: ref(logicalId, range),
        Stage: stage,
      }),
    };
  }
  const isNormalized = textOfNode(valueOf(node, 'NormalizeBasePath')) !== 'false';
  const isPrivate = endpoint === 'PRIVATE';
  return {
    logicalId: `${api}${plain}BasePathMapping`,
    type: `AWS::ApiGateway::BasePathMapping${isPrivate ? 'V2' : ''}`,
    properties: entriesOf({
      BasePath: path === undefined ? undefined : literal(isNormalized ? plain : path, range),
      [isPrivate ? 'DomainNameArn' : 'DomainName']: ref(logicalId, range),
      RestApiId: ref(api, range),
      Stage: stage,
    }),
  };
}

/** The records of all domains in one hosted zone stand in one group, unless a domain asks for its own. */
function addRecords(domain: Domain, expansion: Expansion): void {
  const { node, source } = domain;
  const route53 = valueOf(node, 'Route53');
  if (route53 === undefined) return;
  const zone = expansion.resolved(valueOf(route53, 'HostedZoneId') ?? valueOf(route53, 'HostedZoneName'));
  const isSeparate = textOfNode(valueOf(route53, 'SeparateRecordSetGroup')) === 'true';
  const name = expansion.resolved(valueOf(node, 'DomainName'));
  const hash =
    isSeparate && zone && name ? hashOf(sequence([zone, name], route53.range), expansion) : hashOf(zone, expansion);
  const properties = pick(route53, new Set(['HostedZoneId', 'HostedZoneName']));
  const isDual = textOfNode(valueOf(route53, 'IpV6')) === 'true';
  const records = (isDual ? ['A', 'AAAA'] : ['A']).map((type) => recordOf(domain, route53, type));
  const group = { logicalId: `RecordSetGroup${hash}`, source, properties, header: route53.range };
  expansion.addRecords(group, records);
}

/** The hosted zone of every CloudFront distribution. https://docs.aws.amazon.com/Route53/latest/APIReference/API_AliasTarget.html */
const cloudFrontZone = 'Z2FDTNDATAQYW2';

function recordOf(domain: Domain, route53: TemplateNode, type: string): TemplateNode {
  const { logicalId, node } = domain;
  const { range } = route53;
  const health = { EvaluateTargetHealth: valueOf(route53, 'EvaluateTargetHealth') };
  const target = aliasTarget(domain, route53);
  const routing = pick(route53, new Set(['Region', 'SetIdentifier']));
  const record = mapping(
    {
      Name: valueOf(node, 'DomainName'),
      Type: literal(type, range),
      AliasTarget:
        target === undefined ? madeBySam(`${logicalId}.AliasTarget`, range) : mapping({ ...health, ...target }, range),
    },
    range,
  );
  return { ...record, entries: [...record.entries, ...routing] };
}

/** Undefined where the type of the endpoint is not known. */
function aliasTarget({ logicalId, kind, endpoint }: Domain, route53: TemplateNode): Named | undefined {
  const { range } = route53;
  switch (kind === 'http' ? 'REGIONAL' : endpoint) {
    case 'REGIONAL':
      return {
        HostedZoneId: getAtt(logicalId, 'RegionalHostedZoneId', range),
        DNSName: getAtt(logicalId, 'RegionalDomainName', range),
      };
    case 'EDGE':
      return {
        HostedZoneId: literal(cloudFrontZone, range),
        DNSName: valueOf(route53, 'DistributionDomainName') ?? getAtt(logicalId, 'DistributionDomainName', range),
      };
    case 'PRIVATE':
      return {
        HostedZoneId: valueOf(route53, 'VpcEndpointHostedZoneId'),
        DNSName: valueOf(route53, 'VpcEndpointDomainName'),
      };
    case undefined:
    default:
      return undefined;
  }
}

/** What SAM ends a logical id in: the first ten digits of a hash of the text, or of the JSON of what is no text. */
function hashOf(node: TemplateNode | undefined, { scope }: Expansion): string {
  const text = textOfNode(node) ?? JSON.stringify(plain(node, scope));
  return createHash('sha1').update(text).digest('hex').slice(0, 10);
}

function plain(node: TemplateNode | undefined, scope: Scope): unknown {
  if (node === undefined || !scope.spend(1)) return null;
  switch (node.kind) {
    case 'scalar':
      return node.value;
    case 'sequence':
      return node.items.map((item) => plain(item, scope));
    case 'mapping': {
      const entries = node.entries.map(({ key, value }) => [key, plain(value, scope)] as const);
      return Object.fromEntries(entries.toSorted(([one], [other]) => (one < other ? -1 : 1)));
    }
  }
}
