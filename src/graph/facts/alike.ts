/**
 * Whether two properties of counterparts are alike. Each is taken apart into keys that should be there on both sides; what
 * the code does not tell leaves the answer open. Names, addresses and what speaks of a Region or a role leave no key.
 */
import {
  isDocumentMap,
  ReferenceLeaf,
  SensitiveLeaf,
  TemplateLeaf,
  UnknownLeaf,
  type Document,
  type DocumentMap,
} from '../../core/document.ts';
import { identityKey } from '../identity/same.ts';
import { namesPlace } from '../relations/place-words.ts';

/** Of an opaque value: a reference, a template, something unknown. */
export type Opaque = ReferenceLeaf | TemplateLeaf | UnknownLeaf;

/** `alike`, `different`, or the value for which it can't be told. */
export type Likeness = 'alike' | 'different' | Opaque;

/** An absent property is undefined. */
export type Comparison = (own: Document | undefined, other: Document | undefined) => Likeness;

/** Key → the opaque value in it, where there is one. */
type Keys = Map<string, Opaque | undefined>;

/** A value that AWS chooses or inherits where it is absent: nothing to compare then. */
export const sameValue: Comparison = (own, other) =>
  own === undefined || other === undefined ? 'alike' : compareKeys(valueKeys(own), valueKeys(other));

/** A text that speaks of a Region or a role is meant to differ. */
export const sameText: Comparison = (own, other) =>
  [own, other].some((text) => isAboutPlace(text)) ? 'alike' : sameValue(own, other);

/** `15` is any 15.x: as many parts are compared as both have. */
export const sameVersion: Comparison = (own, other) => {
  if (!isNumberOrText(own) || !isNumberOrText(other)) return sameValue(own, other);
  const [left, right] = [own, other].map((version) => String(version).split('.'));
  return left?.every((part, index) => right?.[index] === undefined || right[index] === part) === true
    ? 'alike'
    : 'different';
};

/** The names of a map, whatever their values. */
export const sameNames: Comparison = (own, other) => compareKeys(nameKeys(own), nameKeys(other));

/** Names and values of a map. */
export const sameEntries: Comparison = (own, other) => compareKeys(entryKeys(own), entryKeys(other));

/** Environment variables and secrets of all containers of a task definition, by name. */
export const sameContainerVariables: Comparison = (own, other) => compareKeys(variableKeys(own), variableKeys(other));

/** Kinds of actions, as `forward`. */
export const sameActions: Comparison = (own, other) =>
  compareKeys(itemKeys(own, actionKey), itemKeys(other, actionKey));

/** Rules of security groups: protocol, ports, and whether everyone is let in. */
export const sameRules: Comparison = (own, other) => compareKeys(itemKeys(own, ruleKey), itemKeys(other, ruleKey));

/** What is on one side only differs, unless something opaque on the other side may be the same. */
function compareKeys(own: Keys, other: Keys): Likeness {
  const left = [...own].filter(([key]) => !other.has(key));
  const right = [...other].filter(([key]) => !own.has(key));
  const [ofLeft, ofRight] = [left, right].map((keys) => keys.find(([, opaque]) => opaque !== undefined)?.[1]);
  const differs = (keys: typeof left, against: Opaque | undefined): boolean =>
    against === undefined && keys.some(([, opaque]) => opaque === undefined);
  if (differs(left, ofRight) || differs(right, ofLeft)) return 'different';
  return ofLeft ?? ofRight ?? 'alike';
}

function isNumberOrText(value: Document | undefined): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

function valueKeys(value: Document): Keys {
  return new Map([keyOf(value)]);
}

type Key = readonly [text: string, opaque: Opaque | undefined];

/** References to the same attribute lead each to what its own Region has. */
function keyOf(value: Document | undefined): Key {
  if (value instanceof SensitiveLeaf) return keyOf(value.reveal());
  if (value instanceof ReferenceLeaf) return [`@${value.value().attribute}`, value];
  if (isOpaque(value)) return [identityKey(value) ?? '', value];
  // Lists and maps are no valid values where scalars are compared.
  return [value === null || typeof value !== 'object' ? String(value) : '', undefined];
}

function isOpaque(value: Document | undefined): value is Opaque {
  return value instanceof UnknownLeaf || value instanceof ReferenceLeaf || value instanceof TemplateLeaf;
}

function entriesOf(value: Document | undefined, keyOfEntry: (name: string, value: Document) => Key): Keys {
  if (value instanceof SensitiveLeaf) return entriesOf(value.reveal(), keyOfEntry);
  if (isOpaque(value)) return valueKeys(value);
  if (!isDocumentMap(value)) return new Map();
  return new Map(Object.entries(value).map(([name, member]) => keyOfEntry(name, member)));
}

function nameKeys(value: Document | undefined): Keys {
  const keys = entriesOf(value, (name) => [name, undefined]);
  return new Map([...keys].filter(([name, opaque]) => opaque !== undefined || !namesPlace(name)));
}

function entryKeys(value: Document | undefined): Keys {
  return entriesOf(value, (name, member) => {
    if (isAboutPlace(member)) return [`${name}=`, undefined];
    const [text, opaque] = keyOf(member);
    return [`${name}=${text}`, opaque];
  });
}

/** A bare number reads like the 1 of a name such as `web-1`, and is none. */
function isAboutPlace(value: Document | undefined): boolean {
  return typeof value === 'string' && /[a-z]/iu.test(value) && namesPlace(value);
}

function itemKeys(value: Document | undefined, keyOfItem: (item: DocumentMap) => Key): Keys {
  if (value instanceof SensitiveLeaf) return itemKeys(value.reveal(), keyOfItem);
  if (isOpaque(value)) return valueKeys(value);
  const items: readonly Document[] = Array.isArray(value) ? value : [];
  return new Map(items.map((item) => (isDocumentMap(item) ? keyOfItem(item) : keyOf(item))));
}

function variableKeys(containers: Document | undefined): Keys {
  if (!Array.isArray(containers)) return itemKeys(containers, () => ['', undefined]);
  const lists = containers.flatMap((container: Document) =>
    isDocumentMap(container) ? [container['Environment'], container['Secrets']] : [container],
  );
  const keys = lists.flatMap((list) => [...itemKeys(list, ({ Name }) => keyOf(Name))]);
  return new Map(keys.filter(([name, opaque]) => opaque !== undefined || !namesPlace(name)));
}

function actionKey({ Type }: DocumentMap): Key {
  return keyOf(Type);
}

/** Number → name. */
// https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html
// https://www.iana.org/assignments/protocol-numbers/protocol-numbers.xhtml
const protocolNames: ReadonlyMap<string, string> = new Map([
  ['-1', 'all'],
  ['1', 'icmp'],
  ['6', 'tcp'],
  ['17', 'udp'],
  ['58', 'icmpv6'],
]);

const everyone: ReadonlySet<Document | undefined> = new Set(['0.0.0.0/0', '::/0']);

function ruleKey(rule: DocumentMap): Key {
  const [protocol, unsureProtocol] = keyOf(rule['IpProtocol']);
  const name = protocolNames.get(protocol) ?? protocol.toLowerCase();
  // Rules for all protocols are for all ports.
  const ports = name === 'all' ? [] : [keyOf(rule['FromPort']), keyOf(rule['ToPort'])];
  const peers = [rule['CidrIp'], rule['CidrIpv6']];
  const peer = peers.some((each) => everyone.has(each)) ? 'everyone' : 'somebody';
  const opaque =
    unsureProtocol ??
    ports.find(([, each]) => each !== undefined)?.[1] ??
    peers.find((each) => each instanceof UnknownLeaf);
  return [[name, ...ports.map(([port]) => port), peer].join(' '), opaque];
}
