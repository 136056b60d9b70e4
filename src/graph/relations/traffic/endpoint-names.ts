/** What the DNS name of an endpoint tells about where it lies. */
import { TemplateLeaf, type Document } from '../../../core/document.ts';
import { parseRegion } from '../../../core/ids.ts';

/**
 * The names that AWS gives carry the Region, and nobody else can have one: of load balancers `id.us-east-1.elb.amazonaws.com` or
 * `id.elb.us-east-1.amazonaws.com`, of APIs `id.execute-api.us-east-1.amazonaws.com`, of VPC endpoints
 * `name.service.us-east-1.vpce.amazonaws.com`, of buckets `s3.us-east-1.amazonaws.com` and `s3-website-us-east-1.amazonaws.com`,
 * of instances `ec2-203-0-113-7.eu-west-1.compute.amazonaws.com`, of functions `id.lambda-url.us-east-1.on.aws`, of
 * environments of Elastic Beanstalk `shop.us-east-1.elasticbeanstalk.com`.
 * https://docs.aws.amazon.com/general/latest/gr/elb.html https://docs.aws.amazon.com/general/latest/gr/s3.html
 * https://docs.aws.amazon.com/vpc/latest/userguide/vpc-dns.html https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html
 * https://docs.aws.amazon.com/general/latest/gr/elasticbeanstalk.html
 */
export function regionInName(name: Document): Document | undefined {
  const match = regionalName.exec((typeof name === 'string' ? name : endOf(name)).toLowerCase());
  const [, ofService, ofFunction, ofEnvironment] = match ?? [];
  const region = ofService ?? ofFunction ?? ofEnvironment;
  return region === undefined ? undefined : parseRegion(region);
}

const regionCode = String.raw`([a-z]+(?:-[a-z]+)+-\d+)`;
const regionalName = new RegExp(
  [
    String.raw`(?:^|\.)(?:s3-website-)?${regionCode}\.(?:elb\.|vpce\.|compute\.)?amazonaws\.com(?:\.cn)?\.?$`,
    String.raw`\.lambda-url\.${regionCode}\.on\.aws\.?$`,
    String.raw`(?:^|\.)${regionCode}\.elasticbeanstalk\.com\.?$`,
  ].join('|'),
  'u',
);

/** The known text at the end of a name. */
export function endOf(name: Document): string {
  if (typeof name === 'string') return name;
  const last = name instanceof TemplateLeaf ? name.value().parts.at(-1) : undefined;
  return typeof last === 'string' ? last : '';
}
