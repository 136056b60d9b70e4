/**
 * From a property that names another resource to that resource: by reference, by ARN, or by name. References are certain;
 * a name is certain only where Region and account agree. What nothing declares becomes an external node.
 */
import { appendTo } from '../../core/append-to.ts';
import { ReferenceLeaf, TemplateLeaf, UnknownLeaf, type Document } from '../../core/document.ts';
import { and, type Truth } from '../../core/truth.ts';
import { arnForm, nameProperty } from '../../normalization/identity-of.ts';
import { isGlobal } from '../aws/service-scope.ts';
import { linksAt, propertyAt, type DraftNode } from '../draft.ts';
import type { GraphContext, RelationEnd } from '../graph-context.ts';
import { accountOf } from '../place/accounts.ts';
import { nameInArn, parseArn, type Arn } from './arn.ts';
import { calledAlike } from './called-alike.ts';
import { handedOutputs } from './handed-outputs.ts';
import { identityKey, same, samePlace } from './same.ts';

/** The resources of these types that the property at a pointer names: of one value, so several only when it is ambiguous. */
export function resolve(
  context: GraphContext,
  from: DraftNode,
  pointer: string,
  types: readonly string[],
): readonly RelationEnd[] {
  const linked = linkedAt(context, from, pointer).filter((node) => types.includes(node.type));
  if (linked.length > 0) return linked.map((node) => ({ node, certain: true }));
  const value = propertyAt(from, pointer);
  // An empty text, as defaults of modules are, names nothing.
  if (value === undefined || value === null || value === '') return [];
  const ends = [...resolveValue(context, from, value, types), ...handedOutputs(context, from, value, types)];
  return value instanceof UnknownLeaf ? [...cameThrough(context, from, pointer, types), ...ends] : ends;
}

/** What an unknown value, or the unknown document around it, was made from: it may name that, or something else. */
function cameThrough(
  context: GraphContext,
  from: DraftNode,
  pointer: string,
  types: readonly string[],
): readonly RelationEnd[] {
  const because = `${subjectOf(propertyAt(from, pointer) ?? null)} is not known`;
  const ends: RelationEnd[] = [];
  for (let end = pointer.length; end > 0; end = pointer.lastIndexOf('/', end - 1)) {
    const nodes = linksAt(from, pointer.slice(0, end)).flatMap(({ to }) => context.get(to) ?? []);
    for (const node of nodes) if (types.includes(node.type)) ends.push({ node, certain: false, because });
  }
  return ends;
}

/** As `resolve`, of what AWS takes from the own account only: whose account a written ARN names says nothing else. */
export function resolveInAccount(
  context: GraphContext,
  from: DraftNode,
  pointer: string,
  types: readonly string[],
): readonly RelationEnd[] {
  const value = propertyAt(from, pointer);
  const arn = parseArn(value);
  const isLinked = linkedAt(context, from, pointer).some((node) => types.includes(node.type));
  if (value === undefined || arn === undefined || isLinked) return resolve(context, from, pointer, types);
  return resolveArn(context, from, { value, arn: { ...arn, account: from.account } }, types);
}

/** A parameter may hold the name of a parameter; nobody hands on values over more of them. */
const longestHandover = 3;

/**
 * What a reference leads to; through a parameter of Systems Manager, what the value of that parameter leads to. A literal
 * that only came through a resource names it when it is its very name, or the ARN of it.
 */
export function linkedAt(
  context: GraphContext,
  from: DraftNode,
  pointer: string,
  handovers: number = longestHandover,
): readonly DraftNode[] {
  const value = propertyAt(from, pointer);
  const nodes: DraftNode[] = [];
  for (const link of linksAt(from, pointer)) {
    const node = context.get(link.to);
    if (node === undefined || (link.attribute === undefined && !isNamedBy(node, value))) continue;
    nodes.push(node);
    const isHandedOn = node.type === 'AWS::SSM::Parameter' && node.id !== from.id && handovers > 0;
    if (isHandedOn) nodes.push(...linkedAt(context, node, '/Value', handovers - 1));
  }
  return nodes;
}

function isNamedBy(node: DraftNode, value: Document | undefined): boolean {
  const property = nameProperty(node.type);
  const name = property === undefined ? undefined : propertyAt(node, `/${property}`);
  if (name === undefined || value === undefined) return false;
  const form = arnForm(node.type);
  const arn = parseArn(value);
  const named = arn === undefined || form === undefined ? value : nameInArn(arn, form.prefix);
  return named !== undefined && same(name, named) === 'yes';
}

/** As `resolve`, for a value that no reference led to. */
export function resolveValue(
  context: GraphContext,
  from: DraftNode,
  value: Document,
  types: readonly string[],
): readonly RelationEnd[] {
  const arn = parseArn(value);
  if (arn !== undefined) return resolveArn(context, from, { value, arn }, types);
  const named = namedEnds(context, from, value, types);
  if (named.length > 0) return named;
  const type = types[0] ?? '';
  if (typeof value !== 'string') {
    return [{ node: external(context, value, type, unknownPlace(from, value, type)), certain: true }];
  }
  const region = isGlobal(type) ? undefined : hasGlobalName(type) ? regionOfName(value) : from.region;
  return [{ node: context.external(value, type, { region, account: from.account }), certain: true }];
}

function resolveArn(
  context: GraphContext,
  from: DraftNode,
  { value, arn }: { readonly value: Document; readonly arn: Arn },
  types: readonly string[],
): readonly RelationEnd[] {
  const forms = formsOf(arn, types);
  const account = arn.account === undefined ? undefined : accountOf(arn.account);
  const ends: RelationEnd[] = [];
  for (const { type, name, regional } of forms) {
    for (const candidate of named(context, from, type, name)) {
      const agrees = regional ? and(same(candidate.region, arn.region), same(candidate.account, account)) : 'yes';
      if (agrees === 'yes') return [{ node: candidate, certain: true }];
      if (agrees === 'unknown') ends.push(possibly(candidate));
    }
    ends.push(...calledAlike(context, from, type, name));
  }
  const form = forms[0];
  const region = form?.regional === false ? regionOfName(value) : arn.region;
  const place = { region, account };
  // What the ARN names is certain; only whether something declared is the same is not.
  return [{ node: external(context, value, form?.type ?? types[0] ?? '', place), certain: true }, ...ends];
}

interface NamedForm {
  readonly type: string;
  readonly name: Document;
  /** The ARN of this type holds Region and account. */
  readonly regional: boolean;
}

/** The types whose ARNs have this form, with the name that stands in it. */
function formsOf(arn: Arn, types: readonly string[]): readonly NamedForm[] {
  const forms: NamedForm[] = [];
  for (const type of types) {
    const form = arnForm(type);
    const name = form === undefined || form.service !== arn.service ? undefined : nameInArn(arn, form.prefix);
    if (form !== undefined && name !== undefined) forms.push({ type, name, regional: form.regional });
  }
  return forms;
}

/** What bears the name, whether it is a text or the same unknown. */
function namedEnds(
  context: GraphContext,
  from: DraftNode,
  name: Document,
  types: readonly string[],
): readonly RelationEnd[] {
  const ends: RelationEnd[] = [];
  for (const type of types) {
    for (const candidate of named(context, from, type, name)) {
      const agrees = isSameByName(candidate, from);
      if (agrees === 'yes') return [{ node: candidate, certain: true }];
      if (agrees === 'unknown') ends.push(possibly(candidate));
    }
    ends.push(...calledAlike(context, from, type, name));
  }
  return ends;
}

/** Whether what bears the name lies where the name is looked for: in the same Region, unless the name holds everywhere. */
function isSameByName(candidate: DraftNode, from: DraftNode): Truth {
  if (hasGlobalName(candidate.type)) return 'yes';
  return isGlobal(candidate.type) ? same(candidate.account, from.account) : samePlace(candidate, from);
}

/** Bucket names are unique over all Regions and accounts. https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
function hasGlobalName(type: string): boolean {
  return type === 'AWS::S3::Bucket';
}

/** The nodes of a type whose name is certainly this one: first those of the own root, for others may be of another environment. */
function named(context: GraphContext, from: DraftNode, type: string, name: Document): readonly DraftNode[] {
  const index = context.table(`names of ${type}`, () => nodesByName(context, type));
  const nodes = index.get(identityKey(name) ?? '') ?? [];
  const isOwn = ({ deployment }: DraftNode): boolean => deployment === from.deployment;
  return [...nodes.filter(isOwn), ...nodes.filter((node) => !isOwn(node))];
}

function nodesByName(context: GraphContext, type: string): ReadonlyMap<string, readonly DraftNode[]> {
  const index = new Map<string, DraftNode[]>();
  const property = nameProperty(type);
  if (property === undefined) return index;
  for (const node of context.ofType(type)) {
    const name = propertyAt(node, `/${property}`);
    const key = name === undefined ? undefined : identityKey(name);
    // What is looked up and declared is found as what is declared.
    if (key === undefined || context.get(node.id) !== node) continue;
    appendTo(index, key, node);
  }
  return index;
}

function possibly(node: DraftNode): RelationEnd {
  return { node, certain: false, because: `it has the name of ${node.address}, whose Region or account is not known` };
}

interface Place {
  readonly region: Document | undefined;
  readonly account: Document | undefined;
}

/** Where a target lies of which only an opaque value is known: nowhere that could be told. */
function unknownPlace(from: DraftNode, value: Document, type: string): Place {
  const region = regionOfName(value);
  const form = arnForm(type);
  return { region: form === undefined && from.region === undefined ? undefined : region, account: regionOfName(value) };
}

/** The Region of something of which only a name or an opaque value is known. */
export function regionOfName(value: Document): UnknownLeaf {
  const subject = subjectOf(value);
  const key = `region of ${printKey(value)}`;
  if (value instanceof UnknownLeaf && isChosen(value)) return new UnknownLeaf({ key, reason: value.symbol().reason });
  return new UnknownLeaf({
    key,
    reason: {
      code: 'derived',
      subject: `the Region of ${subject}`,
      cure: 'scan the code that declares it, too, or write its ARN with the Region',
    },
  });
}

export function subjectOf(value: Document): string {
  if (typeof value === 'string') return value;
  if (value instanceof UnknownLeaf) return subjectOfUnknown(value);
  if (value instanceof ReferenceLeaf) return value.value().text;
  if (value instanceof TemplateLeaf) {
    return value
      .value()
      .parts.map((part) => {
        if (typeof part === 'string') return part;
        return `\${${part.kind === 'unknown' ? part.symbol.reason.subject : part.text}}`;
      })
      .join('');
  }
  return 'the target';
}

function subjectOfUnknown(value: UnknownLeaf): string {
  const { subject } = value.symbol().reason;
  return isChosen(value) ? `what ${subject} chooses` : subject;
}

/** A workspace is a word that chooses between values, never one of them. */
function isChosen(value: UnknownLeaf): boolean {
  return value.symbol().reason.subject === 'terraform.workspace';
}

/** One node for values that are certainly equal, called as people would write the value. */
function external(context: GraphContext, value: Document, type: string, place: Place): DraftNode {
  return context.external(printKey(value), type, { ...place, address: subjectOf(value) });
}

function printKey(value: Document): string {
  return typeof value === 'string' ? value : (identityKey(value) ?? 'unknown');
}
