/** A report with one of everything that reporters print: related places, suppressions, diagnostics, undecided verdicts. */
import { exactly, lost } from '../../src/core/interval.ts';
import { SourceFile } from '../../src/core/source.ts';
import type { Report } from '../../src/findings/report.ts';
import { config, node, policy, rangeOf, reportOf, suppression, verdict, workload } from './report.ts';

const orders = new SourceFile(
  'infra/orders db/main.tf',
  'resource "aws_db_instance" "orders" {\n  engine   = "postgres"\n  multi_az = var.multi_az\n}\n',
);
const variables = new SourceFile('infra/orders db/variables.tf', 'variable "multi_az" {\n  default = false\n}\n');
const template = new SourceFile(
  'stack.yaml',
  'Resources:\n  Invoices:\n    Type: AWS::S3::Bucket\n  Scratch:\n    Type: AWS::S3::Bucket\n',
);
const broken = new SourceFile('infra/broken.tf', 'resource "aws_sqs_queue" {\n');

/** An estimate of a resource alone, that nothing was promised for. */
const nothingMore = { terms: [], evidence: [], provisos: [], unknowns: [], promise: undefined };

const database = node({
  address: 'aws_db_instance.orders',
  region: 'eu-west-1',
  header: rangeOf(orders, 'resource "aws_db_instance" "orders"'),
});
const bucket = (address: string) =>
  node({
    address,
    deployment: 'stack.yaml',
    language: 'cloudformation',
    type: 'AWS::S3::Bucket',
    sourceType: 'AWS::S3::Bucket',
    header: rangeOf(template, address),
  });
const invoices = bucket('Invoices');
const scratch = bucket('Scratch');

const region = {
  key: 'stack.yaml#AWS::Region',
  reason: {
    code: 'pseudo-parameter' as const,
    subject: 'the Region of stack.yaml',
    cure: 'State it with `deployments` in .dr-lint.yaml.',
  },
};

export function demoReport(): Report {
  return reportOf({
    nodes: [database, invoices, scratch],
    policies: [
      policy({ id: 'rds/multi-az' }),
      policy({
        id: 's3/versioning',
        title: 'A bucket keeps the versions of its objects',
        guards: ['data'],
        why: 'What is overwritten is gone.',
        fix: {
          terraform: 'Add `aws_s3_bucket_versioning`.',
          cloudformation: 'Set `Status: Enabled`.',
          edits: [],
        },
      }),
      policy({ id: 's3/cross-region-replication', guards: ['region'] }),
    ],
    verdicts: [
      verdict(database, {
        policy: 'rds/multi-az',
        place: rangeOf(orders, 'multi_az = var.multi_az'),
        related: [{ range: rangeOf(variables, 'default = false'), label: 'default here' }],
      }),
      verdict(invoices, { policy: 's3/versioning', level: 'warning', message: 'Invoices keeps no versions.' }),
      verdict(scratch, { policy: 's3/versioning', level: 'warning', message: 'Scratch keeps no versions.' }),
      verdict(invoices, {
        policy: 's3/cross-region-replication',
        verdict: 'unknown',
        message: 'Whether Invoices is replicated to another Region depends on the Region of stack.yaml.',
        unknowns: [region],
      }),
      verdict(scratch, { policy: 's3/cross-region-replication', verdict: 'not-applicable' }),
    ],
    diagnostics: [
      {
        code: 'input/syntax',
        level: 'error',
        message: 'The block is not closed.',
        help: 'Add the missing `}`.',
        range: rangeOf(broken, '{'),
        path: broken.path,
      },
    ],
    config: config({ suppress: [suppression({ policy: 's3/versioning', resource: 'Scratch' })] }),
    inputs: [
      { path: 'infra', kind: 'terraform-root', status: 'read' },
      { path: 'stack.yaml', kind: 'cloudformation-template', status: 'read' },
      { path: 'examples/demo', kind: 'terraform-root', status: 'left-out', reason: 'roots under examples and tests' },
    ],
    workloads: [
      workload({
        achievedTier: 'none',
        nextTier: 'backup-restore',
        heldBackBy: ['data: nothing of aws_db_instance.orders leaves eu-west-1.'],
        ladders: [
          {
            name: 'data',
            step: { low: 0, high: 0 },
            members: [
              {
                node: database.id,
                step: exactly(0),
                stepName: 'lost',
                because: 'nothing leaves eu-west-1',
                unknowns: [],
              },
            ],
          },
          { name: 'compute', step: { low: Infinity, high: Infinity }, members: [] },
        ],
        estimates: new Map([
          ['zone', { rpo: exactly(300), rto: { low: 600, high: Infinity }, limitedBy: database.id, ...nothingMore }],
          ['region', { rpo: lost, rto: lost, limitedBy: database.id, ...nothingMore }],
        ]),
      }),
    ],
  });
}
