/**
 * `data.aws_iam_policy_document`: blocks become the JSON policy that the provider makes of them, other policies merged in.
 * What is not known in it stays unknown in its place.
 *
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document
 */
import { jsonIn } from '../../../core/json-template.ts';
import { list, map, scalar, unknown, type Value } from '../../../core/value.ts';
import { printPolicy } from './policy-text.ts';
import { isNull, toText } from '../values/convert.ts';
import { derived, keyOf } from '../values/symbols.ts';
import { policyStatement } from './policy-statement.ts';

type Argument = (name: string) => Value | undefined;

interface Policy {
  readonly version: Value | undefined;
  readonly id: Value | undefined;
  readonly statements: readonly Value[];
}

const empty: Policy = { version: undefined, id: undefined, statements: [] };

/** More than AWS takes in any policy; documents that name each other could double without end. */
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
const mostStatements = 1000;

export function policyDocumentAttribute(attribute: string, argument: Argument): Value | undefined {
  if (attribute !== 'json' && attribute !== 'minified_json') return undefined;
  const policy = policyOf(argument);
  return policy.kind === 'unknown' ? policy : printPolicy(policy, attribute === 'json');
}

function policyOf(argument: Argument): Value {
  // Version 4 of the provider and older took a single document, too.
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/version-5-upgrade
  const sources = [...documentsIn(argument('source_json')), ...documentsIn(argument('source_policy_documents'))];
  const overrides = [...documentsIn(argument('override_policy_documents')), ...documentsIn(argument('override_json'))];
  let merged = empty;
  for (const source of sources) merged = merge(merged, parse(source) ?? unknownPolicy(source));
  merged = merge(merged, ownPolicy(argument));
  for (const override of overrides) {
    const policy = parse(override);
    // It may replace any statement.
    if (policy === undefined) return derived(`policy overridden by ${keyOf(override)}`, [override]);
    merged = merge(merged, policy);
  }
  if (merged.statements.length > mostStatements) {
    const subject = `a policy of more than ${mostStatements} statements`;
    const key = `policy(${[...sources, ...overrides].map((each) => keyOf(each)).join()})`;
    return unknown(key, { code: 'limit', subject, cure: '' });
  }
  const entries = new Map<string, Value>();
  if (merged.version !== undefined) entries.set('Version', merged.version);
  if (merged.id !== undefined) entries.set('Id', merged.id);
  if (merged.statements.length > 0) entries.set('Statement', list(merged.statements));
  return map(entries);
}

function documentsIn(value: Value | undefined): readonly Value[] {
  if (value === undefined) return [];
  const documents = value.kind === 'list' ? value.items : [value];
  return documents.filter((document) => !isNull(document) && toText(document) !== '');
}

function ownPolicy(argument: Argument): Policy {
  const version = argument('version') ?? scalar('2012-10-17');
  const blocks = argument('statement');
  const statements = blocks?.kind === 'list' ? blocks.items : blocks === undefined ? [] : [blocks];
  return { version, id: argument('policy_id'), statements: statements.map((block) => policyStatement(block)) };
}

/** The policy in a JSON text; undefined where that can't be told. */
function parse(document: Value): Policy | undefined {
  const data = jsonIn(document);
  if (data?.kind !== 'map') return undefined;
  const statement = data.entries.get('Statement');
  const statements = statement === undefined ? [] : statement.kind === 'list' ? statement.items : [statement];
  return { version: data.entries.get('Version'), id: data.entries.get('Id'), statements };
}

/** Some statements, of which nothing is known. */
function unknownPolicy(document: Value): Policy {
  return { ...empty, statements: [derived(`statements of ${keyOf(document)}`, [document])] };
}

/** The newer version holds, a later id replaces an earlier one, and a statement the one with its Sid. */
function merge(before: Policy, after: Policy): Policy {
  const statements = [...before.statements];
  const bySid = new Map(statements.map((statement, index) => [sidOf(statement), index]));
  for (const statement of after.statements) {
    if (statements.length > mostStatements) break;
    const sid = sidOf(statement);
    const replaced = sid === undefined ? undefined : bySid.get(sid);
    if (replaced === undefined) statements.push(statement);
    else statements[replaced] = statement;
    if (sid !== undefined && replaced === undefined) bySid.set(sid, statements.length - 1);
  }
  return { version: newer(before.version, after.version), id: after.id ?? before.id, statements };
}

function sidOf(statement: Value): string | undefined {
  const sid = statement.kind === 'map' ? statement.entries.get('Sid') : undefined;
  const text = sid === undefined ? undefined : toText(sid);
  return text === '' ? undefined : text;
}

function newer(before: Value | undefined, after: Value | undefined): Value | undefined {
  if (before === undefined || after === undefined) return after ?? before;
  const [left, right] = [toText(before), toText(after)];
  if (left === undefined || right === undefined)
    return derived(`newer(${keyOf(before)},${keyOf(after)})`, [before, after]);
  return right > left ? after : before;
}
