/** Edits in all that the languages allow: each result is the whole text, so that nothing else in it may differ. */
import { expect, test } from 'vitest';
import { policyId } from '../../src/core/ids.ts';
import { builtInPolicies } from '../../src/policy/built-in.ts';
import { sarifReporter } from '../../src/reporters/sarif.ts';
import { fixText, type Fixed } from '../helpers/fix.ts';

function fixed(path: string, lines: readonly string[], ids: readonly string[]): Promise<Fixed> {
  const policies = builtInPolicies().filter(({ id }) => ids.map(policyId).includes(id));
  return fixText({ [path]: lines.join('\n') }, { policies });
}

interface Row {
  readonly what: string;
  readonly ids: readonly string[];
  readonly path?: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

const rows: readonly Row[] = [
  {
    what: 'what a multi-line text follows stands apart from it',
    ids: ['rds/multi-az'],
    before: ['resource "aws_db_instance" "orders" {', '  domain = <<-EOT', '    shop', '  EOT', '}'],
    after: [
      'resource "aws_db_instance" "orders" {',
      '  multi_az = true',
      '',
      '  domain = <<-EOT',
      '    shop',
      '  EOT',
      '}',
    ],
  },
  {
    what: 'meta-arguments stay at the top',
    ids: ['rds/multi-az'],
    before: ['resource "aws_db_instance" "orders" {', '  count = 1', '}'],
    after: ['resource "aws_db_instance" "orders" {', '  count = 1', '', '  multi_az = true', '}'],
  },
  {
    what: 'the first run in which it fits is joined',
    ids: ['rds/multi-az'],
    before: ['resource "aws_db_instance" "orders" {', '  engine = "mysql"', '', '  identifier = "orders"', '}'],
    after: [
      'resource "aws_db_instance" "orders" {',
      '  engine = "mysql"',
      '',
      '  identifier = "orders"',
      '  multi_az   = true',
      '}',
    ],
  },
  {
    what: 'a paragraph of its own keeps away from what follows',
    ids: ['rds/multi-az'],
    before: ['resource "aws_db_instance" "orders" {', '  engine = "mysql"', '  tags = {', '    a = 1', '  }', '}'],
    after: [
      'resource "aws_db_instance" "orders" {',
      '  engine = "mysql"',
      '',
      '  multi_az = true',
      '',
      '  tags = {',
      '    a = 1',
      '  }',
      '}',
    ],
  },
  {
    what: 'comments stay in their column',
    ids: ['rds/multi-az'],
    before: ['resource "aws_db_instance" "orders" {', '  multi_az = false # one', '  engine   = "my"  # two', '}'],
    after: ['resource "aws_db_instance" "orders" {', '  multi_az = true  # one', '  engine   = "my"  # two', '}'],
  },
  {
    what: 'several properties go into one new block',
    ids: ['ecs/circuit-breaker'],
    before: ['resource "aws_ecs_service" "web" { name = "web" }'],
    after: [
      'resource "aws_ecs_service" "web" {',
      '  name = "web"',
      '',
      '  deployment_circuit_breaker {',
      '    rollback = true',
      '    enable   = true',
      '  }',
      '}',
    ],
  },
  {
    what: 'a literal gives way, and what belongs to it is written',
    ids: ['elasticache/multi-az'],
    before: [
      'resource "aws_elasticache_replication_group" "sessions" {',
      '  num_cache_clusters = 2',
      '  multi_az_enabled   = false',
      '}',
    ],
    after: [
      'resource "aws_elasticache_replication_group" "sessions" {',
      '  num_cache_clusters = 2',
      '  multi_az_enabled   = true',
      '',
      '  automatic_failover_enabled = true',
      '}',
    ],
  },
  {
    what: 'a lifecycle that is there gets one more argument',
    ids: ['stateful/deletion-policy'],
    before: ['resource "aws_efs_file_system" "uploads" {', '  lifecycle {', '    ignore_changes = [tags]', '  }', '}'],
    after: [
      'resource "aws_efs_file_system" "uploads" {',
      '  lifecycle {',
      '    ignore_changes = [tags]',
      '',
      '    prevent_destroy = true',
      '  }',
      '}',
    ],
  },
  {
    what: "Terraform's JSON, blocks in lists",
    ids: ['ecs/circuit-breaker'],
    path: 'main.tf.json',
    before: ['{ "resource": { "aws_ecs_service": { "web": [{ "name": "web" }] } } }'],
    after: [
      '{ "resource": { "aws_ecs_service": { "web": [{ "name": "web", "deployment_circuit_breaker": { "rollback": true, "enable": true } }] } } }',
    ],
  },
  {
    what: 'an item behind the others, in JSON',
    ids: ['elb/deletion-protection'],
    path: 'stack.json',
    before: [
      '{"Resources":{"Web":{"Type":"AWS::ElasticLoadBalancingV2::LoadBalancer","Properties":{"LoadBalancerAttributes":[{"Key":"idle_timeout.timeout_seconds","Value":"60"}]}}}}',
    ],
    after: [
      '{"Resources":{"Web":{"Type":"AWS::ElasticLoadBalancingV2::LoadBalancer","Properties":{"LoadBalancerAttributes":[{"Key":"idle_timeout.timeout_seconds","Value":"60"},{"Key":"deletion_protection.enabled","Value":"true"}]}}}}',
    ],
  },
  {
    what: 'an item behind the others, in lines of YAML',
    ids: ['elb/deletion-protection'],
    path: 'stack.yaml',
    before: [
      'Resources:',
      '  Web:',
      '    Type: AWS::ElasticLoadBalancingV2::LoadBalancer',
      '    Properties:',
      '      LoadBalancerAttributes:',
      "      - { Key: idle_timeout.timeout_seconds, Value: '60' } # short",
      '      Scheme: internal',
    ],
    after: [
      'Resources:',
      '  Web:',
      '    Type: AWS::ElasticLoadBalancingV2::LoadBalancer',
      '    Properties:',
      '      LoadBalancerAttributes:',
      "      - { Key: idle_timeout.timeout_seconds, Value: '60' } # short",
      '      - Key: deletion_protection.enabled',
      "        Value: 'true'",
      '      Scheme: internal',
    ],
  },
  {
    what: 'a list in braces of YAML',
    ids: ['elb/deletion-protection'],
    path: 'stack.yaml',
    before: [
      'Resources:',
      '  Web: { Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: { LoadBalancerAttributes: [] } }',
    ],
    after: [
      'Resources:',
      "  Web: { Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: { LoadBalancerAttributes: [{ Key: deletion_protection.enabled, Value: 'true' }] } }",
    ],
  },
];

test.each(rows)('$what', async ({ ids, path = 'main.tf', before, after }) => {
  const { files } = await fixed(path, before, ids);
  expect(files[path]).toBe(after.join('\n'));
});

test.each(rows)(
  'an editor that takes the fixes of SARIF gets the same: $what',
  async ({ ids, path = 'main.tf', before, after }) => {
    const { report } = await fixed(path, before, ids);
    const [run] = JSON.parse(sarifReporter(report, { color: false, width: 80 })).runs;
    const fixes = run.results.flatMap(({ fixes: own = [] }) => own);
    expect(fixes).toHaveLength(1);
    expect(replaced(before.join('\n'), fixes[0].artifactChanges[0].replacements)).toBe(after.join('\n'));
  },
);

interface Replacement {
  readonly deletedRegion: {
    readonly startLine: number;
    readonly startColumn: number;
    readonly endLine: number;
    readonly endColumn: number;
  };
  readonly insertedContent: { readonly text: string };
}

/** From the end on, as all of them are about the text as it was. */
function replaced(text: string, replacements: readonly Replacement[]): string {
  const lines = text.split('\n');
  const offset = (line: number, column: number): number =>
    lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0) + column - 1;
  return replacements.toReversed().reduce((result, { deletedRegion: at, insertedContent }) => {
    const end = result.slice(offset(at.endLine, at.endColumn));
    return result.slice(0, offset(at.startLine, at.startColumn)) + insertedContent.text + end;
  }, text);
}

test.each([
  {
    what: 'changes of the argument are ignored',
    ids: ['rds/multi-az'],
    path: 'main.tf',
    text: 'resource "aws_db_instance" "orders" {\n  multi_az = false\n  lifecycle {\n    ignore_changes = [multi_az]\n  }\n}\n',
    because: 'its lifecycle ignores changes of multi_az, so an edit would not reach what is deployed',
  },
  {
    what: 'changes of all are ignored, in JSON',
    ids: ['rds/multi-az'],
    path: 'main.tf.json',
    text: '{"resource":{"aws_db_instance":{"orders":[{"lifecycle":[{"ignore_changes":"all"}]}]}}}',
    because: 'its lifecycle ignores changes of multi_az, so an edit would not reach what is deployed',
  },
  {
    what: 'a part of what is ignored',
    ids: ['dynamodb/pitr'],
    path: 'main.tf',
    text: 'resource "aws_dynamodb_table" "carts" {\n  lifecycle {\n    ignore_changes = [point_in_time_recovery[0]]\n  }\n}\n',
    because:
      'its lifecycle ignores changes of point_in_time_recovery.enabled, so an edit would not reach what is deployed',
  },
  {
    what: "one replica of several, in the provider of CloudFormation's schemas",
    ids: ['dynamodb/pitr'],
    path: 'main.tf',
    text: 'resource "awscc_dynamodb_global_table" "carts" {\n  replicas = [{ region = "us-east-1" }]\n}\n',
    because: 'it belongs into one of several replicas',
  },
  {
    what: 'an expression makes the list',
    ids: ['elb/deletion-protection'],
    path: 'stack.yaml',
    text: 'Conditions: { Never: !Equals [a, b] }\nResources:\n  Web:\n    Type: AWS::ElasticLoadBalancingV2::LoadBalancer\n    Properties:\n      LoadBalancerAttributes: !If [Never, !Ref AWS::NoValue, [{ Key: a, Value: b }]]\n',
    because: 'an expression decides it',
  },
  {
    what: 'it takes more than an edit',
    ids: ['rds/final-snapshot'],
    path: 'main.tf',
    text: 'resource "aws_db_instance" "orders" {\n  skip_final_snapshot = true\n}\n',
    because: 'it takes a decision of yours',
  },
])('nothing is edited where $what', async ({ ids, path, text, because }) => {
  const { files, report } = await fixed(path, text.split('\n'), ids);
  expect(files[path]).toBe(text);
  expect([...(report.proposals?.values() ?? [])]).toEqual([{ kind: 'refused', because }]);
});

test('an edit is not blamed for a loss that was told elsewhere before', async () => {
  const text =
    'Resources:\n  Catalogue:\n    Type: AWS::DocDB::DBCluster\n    Properties: { DBClusterIdentifier: catalogue }\n';
  const { files, takenBack } = await fixText({ 'stack.yaml': text });
  expect(files['stack.yaml']).toContain('DeletionProtection: true');
  expect(takenBack).toEqual([]);
});
