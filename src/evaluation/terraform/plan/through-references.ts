/**
 * Puts back what a plan's values have lost: that they came from another resource. The configuration says which resources
 * an expression names, and the planned values which of them a text was really made from.
 */
import type { NodeId } from '../../../core/ids.ts';
import type { SourceRange } from '../../../core/source.ts';
import { noMarks, scalar, unknown, type Marks, type ReferenceValue, type Value } from '../../../core/value.ts';
import type { PlannedResource } from '../../../loaders/terraform/plan-resources.ts';
import type { PlanIndex } from './plan-index.ts';
import type { Referents } from './referents.ts';

/** Shorter texts stand in others by chance. */
const shortestText = 4;
/** What of a whole resource its users take, where an expression goes through all instances. */
const usualAttributes = ['id', 'arn', 'name'];
/** Of more instances than these it is not looked up which one a text came from: each would be compared with each. */
const mostInstances = 100;

interface TextPlace {
  /** The resource that it is a value of. */
  readonly resource: PlannedResource;
  readonly range: SourceRange;
}

/** A known text, with the resources it came through; a reference where it is what only AWS could tell of one of them. */
export function knownText(text: string, at: TextPlace, referents: Referents, index: PlanIndex): Value {
  const through = new Set<NodeId>();
  for (const { resource, attribute } of partsOf(referents)) {
    const part = index.textOf(resource, attribute);
    if (part === undefined || part === '') continue;
    if (part === text && isComputed(resource, attribute, index))
      return reference({ resource, attribute }, at.range, index);
    if (part === text || (part.length >= shortestText && text.includes(part))) through.add(index.idOf(resource));
  }
  const named = index.namedBy(text);
  if (named === undefined || named === at.resource) return scalar(text, at.range, via(through));
  return reference({ resource: named, attribute: text.startsWith('arn:') ? 'arn' : 'id' }, at.range, index);
}

interface NamedAttribute {
  readonly resource: PlannedResource;
  readonly attribute: string;
}

/** The attributes that a text may be made from. */
function partsOf({ all }: Referents): readonly NamedAttribute[] {
  const whole = all.length > mostInstances ? [] : usualAttributes;
  return all.flatMap(({ resource, attribute }) =>
    (attribute === undefined ? whole : [attribute]).map((name) => ({ resource, attribute: name })),
  );
}

function isComputed(resource: PlannedResource, attribute: string, index: PlanIndex): boolean {
  return resource.mode === 'managed' && !index.isWritten(resource, attribute);
}

export interface UnknownPlace {
  /** The resource's id and the way to the value, which is the identity of the unknown. */
  readonly key: string;
  /** `aws_x.y.policy` */
  readonly subject: string;
  /** The last name on the way. */
  readonly name: string;
  readonly range: SourceRange;
}

// What a plan does not tell: whether an expression that names one attribute is just that attribute. Of an argument that takes
// one thing it hardly ever is anything else; lists and documents mostly hold other things, too.
const holdsMore =
  /s$|vpc_zone_identifier|polic|json|document|definition|content|template|user_data|script|environment/u;

/** What is known only after the plan was applied: a reference where the expression names one attribute of one resource. */
export function unknownValue(place: UnknownPlace, { all, alone }: Referents, index: PlanIndex): Value {
  const [only] = all;
  if (alone && only !== undefined && !holdsMore.test(place.name)) {
    const attribute = only.attribute ?? identityIn(place.name);
    // A known attribute would have made the value known, had nothing been added to it.
    if (attribute !== undefined && index.textOf(only.resource, attribute) === undefined) {
      return reference({ resource: only.resource, attribute }, place.range, index);
    }
  }
  const reason = {
    code: 'computed' as const,
    subject: place.subject,
    cure: 'Lint the plan together with the .tf files that it was made from.',
  };
  return unknown(place.key, reason, place.range, via(all.map(({ resource }) => index.idOf(resource))));
}

/** `aws_subnet.a[each.key].id` is given as `aws_subnet.a`, without what follows the key; `subnet_id` takes an id. */
function identityIn(name: string): string | undefined {
  return /(?:^|_)(?<attribute>arn|id)$/u.exec(name)?.groups?.['attribute'];
}

function reference({ resource, attribute }: NamedAttribute, range: SourceRange, index: PlanIndex): ReferenceValue {
  const text = `${resource.address}.${attribute}`;
  const marks = resource.mode === 'data' ? { ...noMarks, perDeployment: true } : noMarks;
  return { kind: 'reference', resource: index.idOf(resource), attribute, text, range, decidedAt: undefined, marks };
}

function via(ids: Iterable<NodeId>): Marks {
  const through = [...new Set(ids)];
  return through.length === 0 ? noMarks : { sensitive: false, via: through, perDeployment: false };
}
