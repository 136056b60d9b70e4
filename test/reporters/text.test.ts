import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { SourceFile } from '../../src/core/source.ts';
import { textReporter } from '../../src/reporters/text.ts';
import { demoReport } from '../helpers/demo-report.ts';
import { node, policy, rangeOf, reportOf, verdict, workload } from '../helpers/report.ts';

const plain = { color: false, width: 100 };

test('findings by file with their code, why and fix; then the tiers, what was not decided, the figures', () => {
  expect(textReporter(demoReport(), plain)).toMatchInlineSnapshot(`
    "infra/broken.tf
      1:26 error input/syntax  The block is not closed.
        1 | resource "aws_sqs_queue" {
          |                          ^
        fix: Add the missing \`}\`.

    infra/orders db/main.tf
      3:3 error rds/multi-az  aws_db_instance.orders has no standby in a second Availability Zone.
        3 |   multi_az = var.multi_az
          |   ^^^^^^^^^^^^^^^^^^^^^^^
        default here: infra/orders db/variables.tf:2:3
        2 |   default = false
          |   ^^^^^^^^^^^^^^^
        why: When its zone fails, a single-AZ instance is down until the zone returns or a backup is
          restored.
        fix: Set \`multi_az = true\`.

    stack.yaml
      2:3 warning s3/versioning  Invoices keeps no versions.
        2 |   Invoices:
          |   ^^^^^^^^
        why: What is overwritten is gone.
        fix: Set \`Status: Enabled\`.

    Workload default
      tier: warm-standby (stated)
      Regions: eu-west-1 (primary), no recovery Region; inferred from where the resources lie
      achieved: none; backup-restore is held back by data: nothing of aws_db_instance.orders leaves
        eu-west-1
      lost for good: region (aws_db_instance.orders)

    Not decided: 1 verdict
      1  the Region of stack.yaml: State it with \`deployments\` in .dr-lint.yaml.

    2 errors, 1 warning, 0 notes (1 suppressed)
    3 resources: 3 failed, 0 passed, 1 not decided, 1 not applicable
    2 inputs read; left out 1: roots under examples and tests

    Next: \`dr-lint explain rds/multi-az\` says more about the gravest finding; 1 undecided verdict
      depends on the Region of stack.yaml (state it with \`deployments\` in .dr-lint.yaml).
    "
  `);
});

test('colours are added only when asked for, and change nothing else', () => {
  const colored = textReporter(demoReport(), { ...plain, color: true });
  expect(colored).toContain('\u001B[31m');
  expect(stripVTControlCharacters(colored)).toBe(textReporter(demoReport(), plain));
});

test('nothing found: the figures alone', () => {
  const report = reportOf({ nodes: [], inputs: [{ path: 'infra', kind: 'terraform-root', status: 'read' }] });
  expect(textReporter(report, plain)).toMatchInlineSnapshot(`
    "0 errors, 0 warnings, 0 notes
    0 resources: 0 failed, 0 passed, 0 not decided, 0 not applicable
    1 input read
    "
  `);
});

test('many related places and many causes: three of each are told, the rest counted', () => {
  const file = new SourceFile(
    'main.tf',
    'resource "aws_db_instance" "orders" {}\nmodule "a" {}\nmodule "b" {}\nmodule "c" {}\nmodule "d" {}\nmodule "e" {}\n',
  );
  const orders = node({
    address: 'aws_db_instance.orders',
    header: rangeOf(file, 'resource "aws_db_instance" "orders"'),
  });
  const related = ['a', 'b', 'c', 'd', 'e'].map((name) => ({
    range: rangeOf(file, `module "${name}"`),
    label: `module.${name} is in us-east-1, too`,
  }));
  const report = reportOf({
    nodes: [orders],
    verdicts: [verdict(orders, { policy: 'rds/cross-region-replica', message: 'Kept in one Region only.', related })],
    workloads: [
      workload({
        achievedTier: 'backup-restore',
        nextTier: 'pilot-light',
        heldBackBy: [
          'data: aws_db_instance.orders is restorable (recovery points are copied to us-west-2)',
          'data: module.storage_of_a_rather_long_name.aws_dynamodb_table.sessions_of_signed_in_users is lost (nothing of it leaves its Region)',
          'compute: aws_autoscaling_group.web is absent (nothing of its kind is in us-west-2)',
          'traffic: aws_lb.web is unreachable',
          'traffic: aws_lb.admin is unreachable',
        ],
      }),
    ],
  });
  expect(textReporter(report, plain)).toMatchInlineSnapshot(`
    "main.tf
      1:1 error rds/cross-region-replica  Kept in one Region only.
        1 | resource "aws_db_instance" "orders" {}
          | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        module.a is in us-east-1, too: line 2
        2 | module "a" {}
          | ^^^^^^^^^^
        module.b is in us-east-1, too: line 3
        3 | module "b" {}
          | ^^^^^^^^^^
        module.c is in us-east-1, too: line 4
        and 2 more

    Workload default
      tier: warm-standby (stated)
      Regions: eu-west-1 (primary), no recovery Region; inferred from where the resources lie
      achieved: backup-restore; pilot-light is held back by
        data: aws_db_instance.orders is restorable (recovery points are copied to us-west-2)
        data: module.storage_of_a_rather_long_name.aws_dynamodb_table.sessions_of_signed_in_users is
          lost (nothing of it leaves its Region)
        compute: aws_autoscaling_group.web is absent (nothing of its kind is in us-west-2)
        and 2 more

    1 error, 0 warnings, 0 notes
    1 resource: 1 failed, 0 passed, 0 not decided, 0 not applicable
    0 inputs read
    "
  `);
});

test('many reasons for leaving something out: three are told', () => {
  const leftOut = ['examples', 'tests', 'fixtures', 'samples', 'samples'];
  const inputs = leftOut.map(
    (reason) => ({ path: reason, kind: 'terraform-root', status: 'left-out', reason }) as const,
  );
  expect(textReporter(reportOf({ nodes: [], inputs }), plain)).toMatchInlineSnapshot(`
    "0 errors, 0 warnings, 0 notes
    0 resources: 0 failed, 0 passed, 0 not decided, 0 not applicable
    0 inputs read; left out 2: samples; left out 1: examples; left out 1: fixtures; 1 for other reasons
    "
  `);
});

describe('a hostile input', () => {
  const file = new SourceFile(
    'infra/\u001B[31mred.tf',
    'resource "aws_db_instance" "x" {} # \u202Egnp.\u001B]0;owned\u0007\n',
  );
  const header = rangeOf(file, 'resource "aws_db_instance" "x"');
  const database = node({ address: 'aws_db_instance.x', header });
  const report = reportOf({
    nodes: [database],
    policies: [policy({ id: 'rds/multi-az' })],
    verdicts: [
      verdict(database, {
        policy: 'rds/multi-az',
        message: 'No standby\u0008 in \u001B[2J.',
        related: [{ range: rangeOf(file, 'aws_db_instance'), label: 'passed\u001Bhere' }],
      }),
      verdict(database, {
        policy: 'rds/b',
        verdict: 'unknown',
        unknowns: [{ key: 'k', reason: { code: 'input', subject: 'var.\u009B', cure: '\u2066' } }],
      }),
    ],
    inputs: [{ path: 'a', kind: 'terraform-root', status: 'left-out', reason: '\u001B' }],
  });

  test('can neither steer the terminal nor reorder a line', () => {
    const text = textReporter(report, plain);
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u);
    expect(text).toContain(String.raw`infra/\u{1b}[31mred.tf`);
    expect(text).toContain(String.raw`No standby\u{8} in \u{1b}[2J.`);
    expect(text).toContain(String.raw`# \u{202e}gnp.\u{1b}]0;owned\u{7}`);
  });
});
