/** One suppression, whether the configuration or the source states it: what it is about, and until when it holds. */
import type { SuppressionConfig } from '../config/config.ts';
import { matchesGlob, matchesPathGlob } from '../core/glob.ts';
import { printText } from '../core/print.ts';
import type { SourceRange } from '../core/source.ts';
import type { GraphNode } from '../graph/node.ts';
import type { SourceSuppression } from '../loaders/source-suppression.ts';

export interface Suppression {
  /** The id of a policy or a diagnostic, or a glob of such ids; empty when it names none. */
  readonly policy: string;
  readonly scope: ConfiguredScope | SourceScope;
  readonly reason: string | undefined;
  readonly expires: string | undefined;
  readonly expired: boolean;
  /** It holds for another two weeks at most. */
  readonly endsSoon: boolean;
  readonly statedAt: SourceRange | undefined;
}

/** An entry of the configuration: all that is given must fit. */
export interface ConfiguredScope {
  readonly kind: 'configuration';
  /** A glob of addresses. */
  readonly resource: string | undefined;
  /** A glob of paths below the folder of the configuration. */
  readonly path: string | undefined;
  /** Ends with a slash; empty for the working directory. */
  readonly folder: string;
}

/** A comment or metadata: what has a place inside a stretch of the source. */
export interface SourceScope {
  readonly kind: 'source';
  /** Undefined when it stands where it can cover nothing. */
  readonly covers: SourceRange | undefined;
  /** The key that an instance must have in its address. */
  readonly instance: string | undefined;
}

/** What a suppression is held against. */
export interface Suppressible {
  /** The policy's id and its former ones, or a diagnostic's code. */
  readonly policyIds: readonly string[];
  /** Undefined for a diagnostic. */
  readonly node: GraphNode | undefined;
  /** Where it is told, what decided it, its declaration, and the calls around that. */
  readonly places: readonly SourceRange[];
  /** The files that it is about: of the declaration, and of the place that decided. */
  readonly paths: readonly string[];
}

/** `folder` is that of the configuration file; `today` is `YYYY-MM-DD`. */
export function configuredSuppression(entry: SuppressionConfig, folder: string, today: string): Suppression {
  const { policy, resource, path, reason, expires, statedAt } = entry;
  const scope = { kind: 'configuration', resource, path, folder } as const;
  return { policy, scope, reason, expires, ...endOf(expires, today), statedAt };
}

/** One for each policy that it names, so that each can be found useless for itself. */
export function sourceSuppressions(stated: SourceSuppression, today: string): readonly Suppression[] {
  const { policies, reason, expires, statedAt, covers, instance } = stated;
  const scope = { kind: 'source', covers, instance } as const;
  const named = policies.length === 0 ? [''] : policies;
  return named.map((policy) => ({ policy, scope, reason, expires, ...endOf(expires, today), statedAt }));
}

/** Whether it is about this, apart from the policy, the day and the places that it covers. */
export function isAbout({ policy, scope }: Suppression, subject: Suppressible): boolean {
  // A wide glob such as `*` must not hide that an input could not be read.
  if (subject.node === undefined && !policy.startsWith('input/')) return false;
  return scope.kind === 'configuration' ? isConfiguredFor(scope, subject) : isInstance(scope, subject);
}

function isConfiguredFor({ resource, path, folder }: ConfiguredScope, { node, paths }: Suppressible): boolean {
  if (resource !== undefined && !isResource(resource, node)) return false;
  return path === undefined || paths.some((each) => isBelow(folder, path, each));
}

function isBelow(folder: string, pattern: string, path: string): boolean {
  return path.startsWith(folder) && matchesPathGlob(pattern, path.slice(folder.length));
}

/** By anchor (every instance of the line), by full address, by address and part, by id with the deployment, or by construct path. */
function isResource(pattern: string, node: GraphNode | undefined): boolean {
  if (node === undefined) return false;
  const names = [node.anchor, node.address, node.id, ...(node.construct === undefined ? [] : [node.construct.path])];
  if (node.part !== undefined) names.push(`${node.anchor}/${node.part}`, `${node.address}/${node.part}`);
  return names.some((name) => matchesGlob(pattern, name));
}

function isInstance({ instance }: SourceScope, { node }: Suppressible): boolean {
  if (instance === undefined) return true;
  const address = node?.address ?? '';
  return address.includes(`[${instance}]`) || address.includes(`["${instance}"]`);
}

const soonInDays = 14;

/** Inclusive: on its last day it still holds. What is no date counts as expired, so that a slip of the pen hides nothing. */
function endOf(expires: string | undefined, today: string): Pick<Suppression, 'expired' | 'endsSoon'> {
  if (expires === undefined) return { expired: false, endsSoon: false };
  const expired = !isDate(expires) || expires < today;
  const days = (Date.parse(expires) - Date.parse(today)) / 86_400_000;
  return { expired, endsSoon: !expired && days <= soonInDays };
}

export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** `rds/multi-az on aws_db_instance.orders`, for messages. */
export function describeSuppression({ policy, scope }: Suppression): string {
  if (scope.kind === 'source') return scope.instance === undefined ? printText(policy) : onlyInstance(policy, scope);
  const on = scope.resource === undefined ? '' : ` on ${printText(scope.resource)}`;
  return `${printText(policy)}${on}${scope.path === undefined ? '' : ` in ${printText(scope.path)}`}`;
}

function onlyInstance(policy: string, { instance = '' }: SourceScope): string {
  return `${printText(policy)} on the instance "${printText(instance)}"`;
}
