/**
 * Whether lists of what counterparts hold are alike: rules of security groups and listeners, options, permissions. Each item
 * becomes a key without what is meant to differ.
 */
import { documentMap, isDocumentMap, UnknownLeaf, type Document, type DocumentMap } from '../../../core/document.ts';
import {
  compareKeys,
  isAboutPlace,
  isOpaque,
  itemKeys,
  keyOf,
  nothing,
  type Comparison,
  type Key,
  type Keys,
} from './alike.ts';

/** Options of option groups with their settings; what speaks of a Region or a role is meant to differ. */
export const sameOptions: Comparison = (own, other) => compareKeys(optionKeys(own), optionKeys(other));

/** What statements of IAM allow or deny; on what differs with the Region. */
export const sameStatements: Comparison = (own, other) =>
  own === undefined || other === undefined ? 'alike' : compareKeys(statementKeys(own), statementKeys(other));

/** Rules of listeners: what they ask of a request, and the kinds of their actions. Their order follows from priorities. */
export const sameRequests: Comparison = (own, other) =>
  compareKeys(itemKeys(own, requestKey), itemKeys(other, requestKey));

/** Kinds of actions, as `forward`. */
export const sameActions: Comparison = (own, other) =>
  compareKeys(itemKeys(own, actionKey), itemKeys(other, actionKey));

/** Rules of security groups: protocol, ports, and whether everyone is let in. */
export const sameRules: Comparison = (own, other) => compareKeys(itemKeys(own, ruleKey), itemKeys(other, ruleKey));

function optionKeys(value: Document | undefined): Keys {
  if (!Array.isArray(value)) return itemKeys(value, () => nothing);
  return new Map(value.flatMap((option: Document) => (isDocumentMap(option) ? keysOfOption(option) : [keyOf(option)])));
}

function keysOfOption({ OptionName, OptionSettings }: DocumentMap): readonly Key[] {
  const [option, unsure] = keyOf(OptionName);
  const settings = itemKeys(OptionSettings, ({ Name, Value }) => {
    const [name, unsureName] = keyOf(Name);
    const [value, unsureValue] = isAboutPlace(Value) ? nothing : keyOf(Value);
    return [`${option} ${name}=${value}`, unsureName ?? unsureValue];
  });
  return [[option, unsure], ...settings];
}

function statementKeys(value: Document): Keys {
  if (!Array.isArray(value)) return itemKeys(value, () => nothing);
  const keys = value.flatMap((statement: Document) =>
    isDocumentMap(statement) ? keysOfStatement(statement) : [keyOf(statement)],
  );
  return new Map(keys);
}

function keysOfStatement({ Effect, Action, NotAction }: DocumentMap): readonly Key[] {
  const [effect, unsure] = keyOf(Effect);
  const actions = Action ?? NotAction;
  const not = Action === undefined ? 'all but ' : '';
  return (Array.isArray(actions) ? actions : [actions]).map((action: Document | undefined): Key => {
    const [name, unsureName] = keyOf(action);
    // IAM's actions are not case-sensitive.
    return [`${effect} ${not}${name.toLowerCase()}`, unsure ?? unsureName];
  });
}

function requestKey({ Conditions, Actions }: DocumentMap): Key {
  const asked = itemKeys(Conditions, conditionKey);
  const done = itemKeys(Actions, actionKey);
  const opaque = [...asked.values(), ...done.values()].find((each) => each !== undefined);
  return [[...[...asked.keys()].toSorted(), ...done.keys()].join(' '), opaque];
}

function conditionKey({ Field, ...configurations }: DocumentMap): Key {
  const [name, unsure] = keyOf(Field);
  const values = scalarsIn(documentMap(Object.entries(configurations)));
  const opaque = values.find((value) => isOpaque(value));
  const texts = values.flatMap((value) => (isAboutPlace(value) ? [] : [keyOf(value)[0]]));
  return [[name, ...texts.toSorted()].join('='), unsure ?? (isOpaque(opaque) ? opaque : undefined)];
}

function scalarsIn(value: Document): readonly Document[] {
  if (Array.isArray(value)) return value.flatMap((item: Document) => scalarsIn(item));
  return isDocumentMap(value) ? Object.values(value).flatMap((item) => scalarsIn(item)) : [value];
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
