/**
 * What the cures of policies name exists: types, arguments and properties in backticks stand in the schemas of the
 * provider and of CloudFormation (fixtures/schema-facts.json), in the types that a policy judges or names.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ResourceTable } from '../../src/normalization/resource-table.ts';
import { tables } from '../../src/normalization/tables.ts';
import { builtInGroups, builtInPolicies } from '../../src/policy/built-in.ts';
import type { Policy } from '../../src/policy/policy.ts';

type Paths = Readonly<Record<string, Readonly<Record<string, string>>>>;

const facts: { readonly terraform: Paths; readonly cloudformation: Paths } = JSON.parse(
  readFileSync(new URL('../../fixtures/schema-facts.json', import.meta.url), 'utf8'),
);

/** What stands where a name stands, and is none of a resource: meta-arguments, attributes, keys of documents, values. */
const otherWords = new Set([
  'prevent_destroy',
  'create_before_destroy',
  'lifecycle',
  'alias',
  'count',
  'data',
  'deployments',
  'DeletionPolicy',
  'UpdateReplacePolicy',
  'Retain',
  'Snapshot',
  // A state of a state machine.
  'Retry',
  'Catch',
  // Options of Elastic Beanstalk, and a value.
  'EnvironmentType',
  'LoadBalanced',
  'Subnets',
  // A source of events.
  'aws',
  'backup',
  // Attributes of target groups, which Elastic Load Balancing names by text.
  'deregistration_delay',
  'timeout_seconds',
  'load_balancing',
  'cross_zone',
]);

/** Types whose arguments a cure names beside those that it judges. */
const besides: Readonly<Record<string, readonly string[]>> = {
  'kms/multi-region-key': ['aws_kms_key', 'AWS::KMS::Key'],
  'lambda/failure-destination': ['aws_sqs_queue', 'AWS::SQS::Queue'],
  'route53/detection-time': ['aws_route53_record', 'AWS::Route53::RecordSet'],
  'route53/health-check-target': ['aws_route53_health_check', 'AWS::Route53::HealthCheck'],
  'sqs/visibility-timeout': ['aws_lambda_function', 'AWS::Lambda::Function'],
};

/** Without what is quoted: values, and keys that a resource holds as text. */
function snippets(text: string): readonly string[] {
  return [...text.matchAll(/`([^`]+)`/gu)].map(([, inside = '']) => inside.replaceAll(/"[^"]*"|'[^']*'/gu, ''));
}

/** Names of types of resources, neither of data sources nor of values of parameters. */
function namedTypes(text: string): readonly string[] {
  const types = /(?<!data[." ]+|<)\b(?:aws_[a-z0-9_]+|AWS::[A-Za-z0-9]+::[A-Za-z0-9]+)\b(?!::)/gu;
  return [...text.matchAll(types)].map(([type]) => type);
}

function typesOf(table: ResourceTable): readonly string[] {
  const satellites = table.satellites?.map(({ terraform }) => terraform) ?? [];
  return [table.type, ...(table.cloudFormation ?? []), ...table.terraform, ...satellites];
}

/** The types that a policy judges, in both languages, with what configures them; undefined: of any type. */
function judgedTypes({ subjects }: Policy): readonly string[] | undefined {
  const members = subjects.flatMap((subject) => {
    const group = builtInGroups().get(subject);
    return group === undefined ? [subject] : group.map(({ type }) => type);
  });
  if (members.some((type) => !type.startsWith('AWS::'))) return undefined;
  const isJudged = (table: ResourceTable): boolean =>
    members.includes(table.type) || (table.parts ?? []).some(({ type }) => members.includes(type));
  return [...members, ...tables.filter(isJudged).flatMap(typesOf)];
}

/** Every step of every path of these types. */
function wordsOf(paths: Paths, types: readonly string[]): ReadonlySet<string> {
  return new Set(types.flatMap((type) => Object.keys(paths[type] ?? {}).flatMap((path) => path.split('.'))));
}

/** `ttl`, `stickiness.enabled`, `multi_az = true`, `replica { region_name = … }`, `ReplicationTime: { Time: … }`. */
function namesIn(snippet: string, form: { readonly whole: RegExp; readonly before: RegExp }): readonly string[] {
  if (form.whole.test(snippet)) return snippet.split('.');
  return [...snippet.matchAll(form.before)].map(([, name = '']) => name);
}

const hcl = { whole: /^[a-z][a-z0-9_.]*$/u, before: /\b([a-z][a-z0-9_]*)\s*(?:=|\{)/gu };
const template = { whole: /^[A-Z]+[a-z][A-Za-z.]*$/u, before: /\b([A-Z]+[a-z][A-Za-z0-9]*)\s*:(?=\s|$)/gu };

function unknownNames(policy: Policy, language: 'terraform' | 'cloudformation'): readonly string[] {
  const text = policy.fix[language];
  const judged = judgedTypes(policy) ?? Object.keys(facts[language]);
  const known = wordsOf(facts[language], [...judged, ...(besides[policy.id] ?? []), ...namedTypes(text)]);
  const names = snippets(text).flatMap((each) => namesIn(each, language === 'terraform' ? hcl : template));
  return names.filter((name) => !name.startsWith('aws_') && !otherWords.has(name) && !known.has(name));
}

const policies = builtInPolicies().map((policy) => ({ id: policy.id, policy }));

describe('the cure of', () => {
  test.each(policies)('$id names types, arguments and properties that exist', ({ policy }) => {
    const { terraform, cloudformation } = policy.fix;
    const types = namedTypes(`${terraform} ${cloudformation}`);
    expect(types.filter((type) => !(type in facts.terraform) && !(type in facts.cloudformation))).toEqual([]);
    expect(unknownNames(policy, 'terraform')).toEqual([]);
    expect(unknownNames(policy, 'cloudformation')).toEqual([]);
  });
});
