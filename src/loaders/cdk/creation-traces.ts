/** Which lines of a CDK app created which constructs: the metadata of a stack in, the calls of each construct out. */
import { posix } from 'node:path';
import { entriesAt, memberAt, parseJson, textAt } from '../../core/plain-json.ts';

export interface Frame {
  /** As the machine that ran the app names it. */
  readonly path: string;
  /** 1-based. */
  readonly line: number;
}

/**
 * By construct path, without the leading slash; the innermost call first, those inside packages left out.
 *
 * @param text a manifest, or the file that it names as the metadata of a stack
 * @param artifact the stack's name in the manifest
 */
export function creationTraces(text: string, artifact: string): ReadonlyMap<string, readonly Frame[]> {
  const root = parseJson(text);
  const isManifest = memberAt(root, 'artifacts') !== undefined;
  const metadata = isManifest ? memberAt(memberAt(memberAt(root, 'artifacts'), artifact), 'metadata') : root;
  const traces = new Map<string, readonly Frame[]>();
  for (const [path, entries] of entriesAt({ metadata }, 'metadata')) {
    const frames = Array.isArray(entries) ? entries.flatMap(traceOf) : [];
    if (frames.length > 0) traces.set(path.replace(/^\//u, ''), frames);
  }
  return traces;
}

/**
 * Of the logical id itself in older releases, an entry of its own in newer ones.
 * https://github.com/aws/aws-cdk-cli/blob/main/packages/@aws-cdk/cloud-assembly-schema/lib/cloud-assembly/metadata-schema.ts
 */
function traceOf(entry: unknown): readonly Frame[] {
  const isTrace = textAt(entry, 'type') === 'aws:cdk:creationStack';
  const trace = memberAt(entry, isTrace ? 'data' : 'trace');
  return Array.isArray(trace) ? trace.flatMap((call) => (typeof call === 'string' ? frameOf(call) : [])) : [];
}

// https://docs.aws.amazon.com/cdk/v2/guide/languages.html
const sourceNames = /\.(?:[cm]?[jt]sx?|py|java|cs|fs|vb|go|kt|scala)$/iu;

/** `new DnsStack (file:///home/ana/shop/lib/dns-stack.mjs:10:21)` */
function frameOf(call: string): readonly Frame[] {
  const [, path, line] = /(?:^|[\s(])(?:file:\/\/)?((?:[A-Za-z]:)?[^\s():]+):(\d+)(?::\d+)?/u.exec(call) ?? [];
  if (path === undefined || line === undefined) return [];
  // A trace may name any file; lines of what is no program are nobody's to print.
  if (!sourceNames.test(path)) return [];
  const normal = posix.normalize(path.replaceAll('\\', '/'));
  return /(?:^|\/)node_modules\/|^node:/u.test(normal) ? [] : [{ path: normal, line: Number(line) }];
}
