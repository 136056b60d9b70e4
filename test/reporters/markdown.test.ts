import { describe, expect, test } from 'vitest';
import { SourceFile } from '../../src/core/source.ts';
import { markdownReporter } from '../../src/reporters/markdown.ts';
import { demoReport } from '../helpers/demo-report.ts';
import { node, policy, reportOf, verdict, workload } from '../helpers/report.ts';

const plain = { color: false, width: 80 };

test('the tier, the ladders, the findings, what is not decided, the figures', () => {
  expect(markdownReporter(demoReport(), plain)).toMatchInlineSnapshot(`
    "## dr-lint: 2 errors, 1 warning, 0 notes (1 suppressed)

    ### Workload default

    | promised tier | warm-standby (stated) |
    | --- | --- |
    | achieved tier | **none** |
    | held back from backup-restore by | data: nothing of aws\\_db\\_instance.orders leaves eu-west-1. |
    | lost for good | region (aws\\_db\\_instance.orders) |
    | Regions | eu-west-1 (primary), no recovery Region; inferred from where the resources lie |

    | tier | data | compute |
    | --- | --- | --- |
    | backup-restore | ❌ missed | not asked |
    | pilot-light | ❌ missed | no member |
    | warm-standby (promised) | ❌ missed | no member |
    | active-active | ❌ missed | no member |
    | _worst member_ | \`aws_db_instance.orders\` is lost: nothing leaves eu-west-1 |  |

    ### Findings

    | level | policy | where | what |
    | --- | --- | --- | --- |
    | error | \`input/syntax\` | \`infra/broken.tf:1\` | The block is not closed.<br>Fix: Add the missing \`}\`. |
    | error | \`rds/multi-az\` | \`infra/orders db/main.tf:3\` | aws\\_db\\_instance.orders has no standby in a second Availability Zone.<br>Fix: Set \`multi_az = true\`. |
    | warning | \`s3/versioning\` | \`stack.yaml:2\` | Invoices keeps no versions.<br>Fix: Set \`Status: Enabled\`. |

    ### Not decided: 1 verdict

    | verdicts | what is not known | how to make it known |
    | --: | --- | --- |
    | 1 | the Region of stack.yaml | State it with \`deployments\` in .dr-lint.yaml. |

    3 resources: 3 failed, 0 passed, 1 not decided, 1 not applicable. 2 inputs read; left out 1: roots under examples and tests. dr-lint 0.1.0.
    "
  `);
});

describe('a workload', () => {
  const sectionOf = (input: Parameters<typeof workload>[0]): readonly string[] =>
    markdownReporter(reportOf({ nodes: [], workloads: [workload(input)] }), plain).split('\n');

  test('what is possible, and what it depends on', () => {
    const unknown = { key: 'var.dr', reason: { code: 'input' as const, subject: 'var.dr', cure: 'Set it.' } };
    expect(sectionOf({ achievedTier: 'backup-restore', possibleTier: 'pilot-light', possibleIf: [unknown] })).toContain(
      '| possible tier | pilot-light, depending on<br>var.dr |',
    );
  });

  test('a ladder that may stand high enough is unknown, not missed', () => {
    const lines = sectionOf({ ladders: [{ name: 'data', step: { low: 0, high: 2 }, members: [] }] });
    expect(lines).toContain('| backup-restore | ❓ unknown |');
    expect(lines).toContain('| active-active | ❌ missed |');
  });

  test('the names of a stranger cannot break the table', () => {
    expect(sectionOf({ name: 'a|b\n<script>', tier: 'mine|yours' })).toEqual(
      expect.arrayContaining([
        String.raw`### Workload a\|b &lt;script&gt;`,
        String.raw`| promised tier | mine\|yours (stated) |`,
      ]),
    );
  });
});

test('the gravest findings come first', () => {
  const file = new SourceFile('main.tf', 'a\nb\n');
  const [first, second] = [0, 2].map((start) =>
    node({ address: `aws_db_instance.x${start}`, header: { file, start, end: start + 1 } }),
  );
  if (first === undefined || second === undefined) throw new Error('two nodes');
  const report = reportOf({
    nodes: [first, second],
    policies: [policy({ id: 'rds/multi-az' })],
    verdicts: [verdict(first, { policy: 'rds/multi-az', level: 'note' }), verdict(second, { policy: 'rds/multi-az' })],
  });
  const rows = markdownReporter(report, plain).match(/^\| (?:error|note) .*main\.tf:\d/gmu);
  expect(rows).toEqual(['| error | `rds/multi-az` | `main.tf:2', '| note | `rds/multi-az` | `main.tf:1']);
});

test('a summary that GitHub takes, however much there is to say', () => {
  const count = 6000;
  const file = new SourceFile('main.tf', 'resource\n'.repeat(count));
  const nodes = Array.from({ length: count }, (_, index) =>
    node({ address: `aws_db_instance.x${index}`, header: { file, start: index * 9, end: index * 9 + 8 } }),
  );
  const verdicts = nodes.map((each) =>
    verdict(each, { policy: 'rds/multi-az', message: `${each.address} ${'ü'.repeat(200)}` }),
  );
  const workloads = Array.from({ length: 90 }, (_, index) =>
    workload({ name: `w${index}`, heldBackBy: Array.from({ length: 50 }, () => '$'.repeat(2000)) }),
  );
  const text = markdownReporter(
    reportOf({ nodes, policies: [policy({ id: 'rds/multi-az' })], verdicts, workloads }),
    plain,
  );
  const bytes = Buffer.byteLength(text);
  expect(bytes).toBeLessThanOrEqual(900_000);
  expect(bytes).toBeGreaterThan(890_000);
  const shown = text.match(/^\| error /gmu)?.length ?? 0;
  expect(text).toContain(`\nAnd ${count - shown} more findings, for which there is no room here.\n`);
  const sections = text.match(/^### Workload /gmu)?.length ?? 0;
  expect(text).toContain(`\nAnd ${workloads.length - sections} more workloads.\n`);
});
