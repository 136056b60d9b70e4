/** What answers HTTPS depends on its certificate: listeners, classic load balancers, API domain names, distributions. */
import type { GraphContext, RelationEnd } from '../../graph-context.ts';
import { linkedAt } from '../../identity/resolve.ts';
import { namedBy } from '../written.ts';

const certificate = 'AWS::CertificateManager::Certificate';

/** Terraform's resource that waits until a certificate is valid hands on the ARN of that. */
const validation = 'AWS::CertificateManager::CertificateValidation';

/** Type → where it names certificates. */
const places: readonly (readonly [type: string, at: string])[] = [
  ['AWS::ElasticLoadBalancingV2::Listener', '/Certificates/[each]/CertificateArn'],
  ['AWS::ElasticLoadBalancing::LoadBalancer', '/Listeners/[each]/SSLCertificateId'],
  ['AWS::ApiGateway::DomainName', '/CertificateArn'],
  ['AWS::ApiGateway::DomainName', '/RegionalCertificateArn'],
  ['AWS::ApiGatewayV2::DomainName', '/DomainNameConfigurations/[each]/CertificateArn'],
  ['AWS::CloudFront::Distribution', '/DistributionConfig/ViewerCertificate/AcmCertificateArn'],
];

export function relateCertificates(context: GraphContext): void {
  for (const [type, at] of places) {
    for (const node of context.ofType(type)) {
      const named = namedBy(context, node, { at, names: [certificate, validation] });
      for (const end of named.flatMap((each) => validated(context, each))) context.relate('dependsOn', node, end);
    }
  }
}

function validated(context: GraphContext, end: RelationEnd): readonly RelationEnd[] {
  const certificates = end.node.type === validation ? linkedAt(context, end.node, '/CertificateArn') : [];
  return certificates.length > 0 ? certificates.map((node) => ({ ...end, node })) : [end];
}
