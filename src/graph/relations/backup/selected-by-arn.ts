/**
 * ARNs and ARN patterns of a backup selection: which resources each entry names. A reference names its resource, whatever
 * its ARN will be; a text is compared with the ARN that the resource will have, as far as that is known.
 *
 * https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources-json.html (wildcards, service-wide patterns)
 * https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupSelection.html (a wildcard must stand at the end)
 */
import { ReferenceLeaf, SensitiveLeaf, TemplateLeaf, UnknownLeaf, type Document } from '../../../core/document.ts';
import type { ReferenceValue, UnknownValue } from '../../../core/value.ts';
import { arnForm } from '../../../normalization/identity-of.ts';
import { itemsAt, type DraftNode } from '../../draft.ts';
import type { GraphContext } from '../../graph-context.ts';
import { parseArn, type Arn } from '../../identity/arn.ts';
import { subjectOf } from '../../identity/resolve.ts';
import { same } from '../../identity/same.ts';
import { allOf, anyOf, differs, matches, matchOf, perhaps, type Match } from './match.ts';
import { nameOf, type SelectableResources } from './selectable-resources.ts';
import { matchesPattern } from './text-pattern.ts';

// A selection takes no more than this. https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupSelection.html
const mostEntries = 500;

/** What a list of ARNs reaches: every resource alike, and some on their own account. */
export interface Reach {
  readonly everyone: Match;
  readonly each: ReadonlyMap<DraftNode, Match>;
  /** Those of `each` that an entry reaches which names them, or their type, and not a whole service. */
  readonly named: ReadonlyMap<DraftNode, Match>;
}

/** Reads the list at a pointer into a selection, `/BackupSelection/Resources` or `/BackupSelection/NotResources`. */
export function reachOfArns(
  context: GraphContext,
  resources: SelectableResources,
  selection: DraftNode,
  pointer: string,
): Reach {
  const each = new Map<DraftNode, Match>();
  const named = new Map<DraftNode, Match>();
  const asked = new Set<string>();
  const entries = itemsAt(selection, pointer);
  let everyone =
    entries.length > mostEntries ? perhaps(`${selection.address} lists more ARNs than AWS takes`) : differs;
  for (const [index, entry] of entries.slice(0, mostEntries).entries()) {
    const linked = context.linked(selection, `${pointer}/${index}`);
    if (entry === '*') everyone = matches;
    const isTyped = namesType(entry);
    for (const node of candidates(resources, entry, linked, asked)) {
      const match = namedBy(entry, node, linked.includes(node));
      if (match.truth === 'no') continue;
      each.set(node, anyOf([each.get(node) ?? differs, match]));
      if (isTyped) named.set(node, anyOf([named.get(node) ?? differs, match]));
    }
    if (isWhollyOpaque(entry, linked)) everyone = anyOf([everyone, perhaps(`${subjectOf(entry)} is not known`)]);
  }
  return { everyone, each, named };
}

/** Whether one of the ARNs of a selection may be that of an instance, or a volume, which only its launch makes. */
export function mayNameLaunched(context: GraphContext, selection: DraftNode, pointer: string): boolean {
  return itemsAt(selection, pointer).some((entry, index) => {
    const named = context.linked(selection, `${pointer}/${index}`);
    if (entry instanceof ReferenceLeaf && named.length > 0) return false;
    const service = readPattern(entry)?.service;
    return typeof service !== 'string' || matchesPattern(service, 'ec2') !== 'no';
  });
}

/** `arn:aws:ec2:*:*:volume/*` and every single ARN, but not `arn:aws:ec2:*`. Buckets are all that S3 has. */
function namesType(entry: Document): boolean {
  if (typeof entry !== 'string') return !(entry instanceof UnknownLeaf);
  const [, , service, , , resource] = entry.split(':');
  return resource !== undefined && (service === 's3' || !resource.startsWith('*'));
}

/** An entry that may be any ARN: not known, or a reference to something that no resource here is. */
function isWhollyOpaque(entry: Document, linked: readonly DraftNode[]): boolean {
  return entry instanceof UnknownLeaf || (entry instanceof ReferenceLeaf && linked.length === 0);
}

/**
 * The resources that an entry may name, so that not every entry is compared with every resource.
 *
 * @param asked what resources without a known name were compared with before: one comparison tells as much as many
 */
function candidates(
  resources: SelectableResources,
  entry: Document,
  linked: readonly DraftNode[],
  asked: Set<string>,
): Iterable<DraftNode> {
  const own = linked.filter((node) => resources.has(node) && arnForm(node.type) !== undefined);
  const pattern = entry instanceof ReferenceLeaf ? undefined : readPattern(entry);
  if (pattern === undefined || namesByReference(pattern, own)) return own;
  return new Set([...own, ...textCandidates(resources, pattern, asked)]);
}

/** `volume/${aws_ebs_volume.data.id}`: the id of one resource here is that of no other. */
function namesByReference({ resource }: Arn, linked: readonly DraftNode[]): boolean {
  const [, name, ...rest] = partsOf(resource);
  if (typeof name !== 'object' || name.kind !== 'reference' || rest.length > 0) return false;
  return linked.some((node) => node.id === name.resource && node.kind !== 'looked-up');
}

function textCandidates(
  resources: SelectableResources,
  { service, region, account, resource }: Arn,
  asked: Set<string>,
): readonly DraftNode[] {
  if (typeof service !== 'string' || service.includes('*')) return resources.all;
  if (typeof resource !== 'string' || resource.includes('*')) return resources.ofService(service);
  const kind = /^[a-z-]+[:/]/u.exec(resource)?.[0] ?? '';
  const question = [service, kind, subjectOf(region ?? ''), subjectOf(account ?? '')].join(' ');
  const unnamed = asked.has(question) ? [] : resources.unnamed(service);
  asked.add(question);
  return [...resources.named(service, resource), ...unnamed];
}

/** A pattern that ends early, `arn:aws:ec2:*`, reaches over the fields it leaves out. */
function readPattern(entry: Document): Arn | undefined {
  if (typeof entry !== 'string' || !entry.endsWith('*')) return parseArn(entry);
  const missing = Math.max(0, 6 - entry.split(':').length);
  return parseArn(entry + ':*'.repeat(missing));
}

function namedBy(entry: Document, node: DraftNode, isLinked: boolean): Match {
  if (entry instanceof ReferenceLeaf) return namedByReference(entry.value(), node);
  const pattern = readPattern(entry);
  const form = arnForm(node.type);
  if (form === undefined) return differs;
  if (pattern === undefined) return isLinked ? namedByTemplate(entry, node) : differs;
  const resource = allOf([
    matchOf(matchesPattern(pattern.service, form.service), () => `${subjectOf(entry)} is not known`),
    matchesResource(isLinked ? withNames(pattern.resource, node) : pattern.resource, form.prefix, node),
  ]);
  // A name that came from the resource itself can't mean another, wherever that lies.
  if (isLinked && resource.truth === 'yes') return matches;
  if (!form.regional) return resource;
  return allOf([
    resource,
    matchesPlace(pattern.region, node.region, node),
    matchesPlace(pattern.account, node.account, node),
  ]);
}

function namedByReference(value: ReferenceValue, node: DraftNode): Match {
  // `.arn`, `.Arn`, `.DBInstanceArn`: every attribute that is an ARN says so in its name.
  return /arn$/iu.test(value.attribute) ? matches : perhaps(`${value.text} may be no ARN of ${node.address}`);
}

/** A text that starts with a reference to the resource: `${aws_dynamodb_table.orders.arn}*`. */
function namedByTemplate(entry: Document, node: DraftNode): Match {
  if (!(entry instanceof TemplateLeaf)) return differs;
  const [first, ...rest] = entry.value().parts;
  const isWhole = typeof first === 'object' && first.kind === 'reference' && rest.every((part) => part === '*');
  return isWhole ? namedByReference(first, node) : perhaps(`${subjectOf(entry)} may be no ARN of ${node.address}`);
}

function matchesResource(pattern: Document, prefix: string, node: DraftNode): Match {
  const truth = matchesPattern(pattern, template([prefix, ...nameParts(node)]));
  if (truth === 'yes' && hasInnerStar(pattern)) {
    return perhaps(`AWS documents a wildcard only at the end of an ARN, unlike ${subjectOf(pattern)}`);
  }
  return matchOf(truth, () =>
    typeof pattern === 'string' ? `the name of ${node.address} is not known` : `${subjectOf(pattern)} is not known`,
  );
}

function hasInnerStar(pattern: Document): boolean {
  const text = pattern instanceof TemplateLeaf ? subjectOf(pattern) : pattern;
  return typeof text === 'string' && text.slice(0, -1).includes('*');
}

function matchesPlace(wanted: Document | undefined, given: Document | undefined, node: DraftNode): Match {
  if (wanted === undefined) return differs;
  if (isOwnPlace(wanted) || same(wanted, given) === 'yes') return matches;
  return matchOf(
    matchesPattern(wanted, given),
    () => `whether ${subjectOf(wanted)} is where ${node.address} lies is not known`,
  );
}

/** The Region or account that the selection itself is deployed to: where all lies that it can reach. */
function isOwnPlace(wanted: Document): boolean {
  if (typeof wanted === 'string') return false;
  return /\baws_caller_identity\b|\baws_region\b|AWS::AccountId|AWS::Region/u.test(subjectOf(wanted));
}

/** The pattern with the resource's own name in place of references to it. */
function withNames(pattern: Document, node: DraftNode): Document {
  return template(
    partsOf(pattern).flatMap((part) => {
      const isOwn = typeof part === 'object' && part.kind === 'reference' && part.resource === node.id;
      return isOwn ? nameParts(node) : [part];
    }),
  );
}

type Part = string | ReferenceValue | UnknownValue;

const placeless = {
  range: undefined,
  decidedAt: undefined,
  marks: { sensitive: false, via: [], perDeployment: false },
} as const;

/** The name that ends a resource's ARN; where AWS makes it up, something that is equal to itself alone. */
function nameParts(node: DraftNode): readonly Part[] {
  const name = nameOf(node);
  if (name !== undefined && name !== null) return partsOf(name);
  const reason = { code: 'computed', subject: `the name of ${node.address}`, cure: '' } as const;
  return [{ kind: 'unknown', symbol: { key: `name of ${node.id}`, reason }, ...placeless }];
}

function partsOf(document: Document): readonly Part[] {
  if (document instanceof SensitiveLeaf) return partsOf(document.reveal());
  if (document instanceof TemplateLeaf) return document.value().parts;
  if (document instanceof ReferenceLeaf) return [document.value()];
  if (document instanceof UnknownLeaf) return [{ kind: 'unknown', symbol: document.symbol(), ...placeless }];
  return typeof document === 'object' ? [] : [String(document)];
}

function template(parts: readonly Part[]): TemplateLeaf {
  return new TemplateLeaf({ kind: 'template', parts, ...placeless });
}
