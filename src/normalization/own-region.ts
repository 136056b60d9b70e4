/** The Region that a declaration gives its resource, and whether something else names the same one. */
import { UnknownLeaf, type Document } from '../core/document.ts';
import type { Value } from '../core/value.ts';
import type { DeclaredResource } from '../evaluation/declared-resource.ts';

/** Its own `region` argument comes before its provider's; a stack has one Region for all. */
export function ownRegion(declared: DeclaredResource): Value | undefined {
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/enhanced-region-support
  const written = declared.language === 'terraform' ? declared.attributes.entries.get('region') : undefined;
  const isNull = written?.kind === 'scalar' && written.value === null;
  return written === undefined || isNull ? declared.region : written;
}

/** Certainly the resource's own Region: the same name, or the same unknown. */
export function isOwnRegion(declared: DeclaredResource, region: Document | undefined): boolean {
  const own = ownRegion(declared);
  if (own?.kind === 'scalar') return own.value === region;
  return own?.kind === 'unknown' && region instanceof UnknownLeaf && region.symbol().key === own.symbol.key;
}
