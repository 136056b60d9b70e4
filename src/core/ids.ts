/** Names that must not be mixed up, as branded strings. Each is made only by its own function here. */
declare const brand: unique symbol;

/** An AWS Region code such as `us-east-1`. */
export type Region = string & { readonly [brand]: 'Region' };
/** A node of the graph: `deployment#address`, plus `/part` for a part. */
export type NodeId = string & { readonly [brand]: 'NodeId' };
/** A policy's id, which is its path: `rds/multi-az`. */
export type PolicyId = string & { readonly [brand]: 'PolicyId' };

// Region codes by partition, from the SDK's partition data (botocore 1.43): aws, aws-cn, aws-us-gov, aws-iso, aws-iso-b,
// aws-iso-e, aws-iso-f, aws-eusc. https://github.com/boto/botocore/blob/develop/botocore/data/partitions.json
const regionPattern =
  /^(?:(?:us|eu|ap|sa|ca|me|af|il|mx)-[a-z]+-\d+|cn-[a-z]+-\d+|us-gov-[a-z]+-\d+|us-iso-[a-z]+-\d+|us-isob-[a-z]+-\d+|eu-isoe-[a-z]+-\d+|us-isof-[a-z]+-\d+|eusc-de-[a-z]+-\d+)$/u;

/** The Region that a text names, or undefined when it has not the form of a Region code. */
export function parseRegion(text: string): Region | undefined {
  return regionPattern.test(text) ? (text as Region) : undefined;
}

export function nodeId(deployment: string, address: string, part?: string): NodeId {
  return `${deployment}#${address}${part === undefined ? '' : `/${part}`}` as NodeId;
}

/** A node that no deployment declares: something written as a literal ARN or name. */
export function externalNodeId(name: string): NodeId {
  return `external#${name}` as NodeId;
}

export function workloadNodeId(name: string): NodeId {
  return `workload#${name}` as NodeId;
}

export function policyId(text: string): PolicyId {
  return text as PolicyId;
}
