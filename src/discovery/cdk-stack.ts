/** What a CDK assembly says of one of its stacks, beside its template. */
import { posix } from 'node:path';
import { parseRegion, type Region } from '../core/ids.ts';
import { entriesAt, memberAt, textAt } from '../core/plain-json.ts';

export interface CdkStack {
  /** The file of its template. */
  readonly template: string;
  /** The name of its artifact in the manifest; unique there. */
  readonly artifact: string;
  /** The name that it is deployed under. */
  readonly stackName: string;
  /** Undefined where the app leaves it to whoever deploys. */
  readonly region: Region | undefined;
  readonly account: string | undefined;
  readonly parameters: ReadonlyMap<string, string>;
  /** Of the stack, and so of every resource in it. */
  readonly tags: ReadonlyMap<string, string>;
  /** The file that says which line of the app created which construct: the manifest, or one that it names. */
  readonly traces: string;
  readonly assembly: CdkAssembly;
}

/** All that one run of the app wrote: its stages' assemblies lie within. Shared by its stacks. */
export interface CdkAssembly {
  /** The folder: `cdk.out`. */
  readonly folder: string;
  readonly stacks: CdkStack[];
  /** Its stacks as they are deployed. */
  readonly deployed: DeployedStack[];
}

export interface DeployedStack {
  /** Of the deployment. */
  readonly id: string;
  readonly template: string;
  readonly region: Region | undefined;
}

/**
 * The stacks that a manifest lists; undefined where it is none.
 * https://github.com/aws/aws-cdk-cli/blob/main/packages/@aws-cdk/cloud-assembly-schema/lib/cloud-assembly/schema.ts
 */
export function stacksInManifest(path: string, manifest: unknown, assembly: CdkAssembly): readonly CdkStack[] {
  const folder = posix.dirname(path);
  return entriesAt(manifest, 'artifacts').flatMap(([artifact, content]) => {
    const properties = memberAt(content, 'properties');
    const templateFile = textAt(properties, 'templateFile');
    if (textAt(content, 'type') !== 'aws:cloudformation:stack' || templateFile === undefined) return [];
    const traces = textAt(content, 'additionalMetadataFile');
    return {
      template: posix.join(folder, templateFile),
      artifact,
      stackName: textAt(properties, 'stackName') ?? artifact,
      ...environmentOf(textAt(content, 'environment') ?? ''),
      parameters: textsAt(properties, 'parameters'),
      tags: textsAt(properties, 'tags'),
      traces: traces === undefined ? path : posix.join(folder, traces),
      assembly,
    };
  });
}

function textsAt(holder: unknown, key: string): ReadonlyMap<string, string> {
  const texts = entriesAt(holder, key).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  );
  return new Map(texts);
}

/** `aws://111122223333/us-east-1`; what the app leaves open is called `unknown-account` and `unknown-region`. */
function environmentOf(environment: string): Pick<CdkStack, 'account' | 'region'> {
  const [, account, region = ''] = /^aws:\/\/([^/]+)\/(.+)$/u.exec(environment) ?? [];
  return {
    account: account !== undefined && /^\d{12}$/u.test(account) ? account : undefined,
    region: parseRegion(region),
  };
}

/** By its shape: other tools call files `manifest.json`, too. */
export function isManifest(value: unknown): boolean {
  if (textAt(value, 'version') === undefined) return false;
  return entriesAt(value, 'artifacts').some(([, artifact]) => /^(?:aws|cdk):/u.test(textAt(artifact, 'type') ?? ''));
}
