/** What the DNS name of an endpoint tells about where it lies. */
import { TemplateLeaf, type Document } from '../../../core/document.ts';
import { parseRegion } from '../../../core/ids.ts';

/**
 * A load balancer's own name carries its Region: `name-id.us-east-1.elb.amazonaws.com`, of a network load balancer
 * `name-id.elb.us-east-1.amazonaws.com`; so does that of an API, `id.execute-api.us-east-1.amazonaws.com`, and those of a
 * VPC endpoint, `name.service.us-east-1.vpce.amazonaws.com`, and those of a bucket, `s3.us-east-1.amazonaws.com` and
 * `s3-website-us-east-1.amazonaws.com`.
 * https://docs.aws.amazon.com/general/latest/gr/elb.html https://docs.aws.amazon.com/general/latest/gr/s3.html
 */
export function regionInName(name: Document): Document | undefined {
  const text = typeof name === 'string' ? name : endOf(name);
  const match = /(?:^|\.)(?:s3-website-)?([a-z-]+-\d)\.(?:elb\.|vpce\.)?amazonaws\.com\.?$/u.exec(text);
  return match?.[1] === undefined ? undefined : parseRegion(match[1]);
}

/** The known text at the end of a name. */
export function endOf(name: Document): string {
  if (typeof name === 'string') return name;
  const last = name instanceof TemplateLeaf ? name.value().parts.at(-1) : undefined;
  return typeof last === 'string' ? last : '';
}
