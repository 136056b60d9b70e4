import { describe, expect, test } from 'vitest';
import { lintText, type LintTextOptions } from '../helpers/lint-text.ts';

/** The findings about these policies and about suppressions, as `policy state line`. */
async function told(
  files: Readonly<Record<string, string>>,
  options: LintTextOptions = {},
): Promise<readonly string[]> {
  const { findings } = await lintText(files, options);
  return findings
    .filter(({ policy }) => /^(?:rds\/(?:multi-az|backup-retention)|suppression|input)/u.test(policy))
    .map(({ policy, state, place }) => {
      const line = place === undefined ? 0 : place.file.positionAt(place.start).line;
      return `${policy} ${state} ${line}`;
    })
    .toSorted();
}

const provider = 'provider "aws" { region = "us-east-1" }';

function database(...lines: readonly string[]): string {
  return [provider, ...lines].join('\n');
}

const header = 'resource "aws_db_instance" "orders" {';
const kept = '  backup_retention_period = 35';
const single = '  multi_az = false';

describe('a comment hides the failures', () => {
  test.each([
    [
      'of the resource below',
      [`# dr-lint-ignore rds/multi-az: test`, header, kept, '}'],
      ['rds/multi-az suppressed 3'],
    ],
    [
      'of the argument on its line',
      [header, kept, `${single} # dr-lint-ignore rds/multi-az: test`, '}'],
      ['rds/multi-az suppressed 4'],
    ],
    [
      'of the named policies only',
      [`# dr-lint-ignore rds/multi-az: test`, header, '  backup_retention_period = 0', '}'],
      ['rds/backup-retention open 4', 'rds/multi-az suppressed 3'],
    ],
    [
      'of all policies',
      [`# dr-lint-ignore all: test`, header, '  backup_retention_period = 0', '}'],
      ['rds/backup-retention suppressed 4', 'rds/multi-az suppressed 3'],
    ],
    [
      'on its last day',
      [`# dr-lint-ignore rds/multi-az until=2026-11-23: test`, header, kept, '}'],
      ['rds/multi-az suppressed 3', 'suppression/ending open 2'],
    ],
    [
      'of every instance of the line',
      [`# dr-lint-ignore rds/multi-az: test`, header, '  count = 2', kept, '}'],
      ['rds/multi-az suppressed 3'],
    ],
    [
      'of one instance',
      [`# dr-lint-ignore[eu] rds/multi-az: test`, header, '  for_each = toset(["eu", "us"])', kept, '}'],
      ['rds/multi-az open 3', 'rds/multi-az suppressed 3'],
    ],
    [
      'that a variable decides',
      [
        header,
        kept,
        '  multi_az = var.ha',
        '}',
        'variable "ha" {',
        '  default = false # dr-lint-ignore rds/multi-az: test',
        '}',
      ],
      ['rds/multi-az suppressed 4'],
    ],
  ])('%s', async (_what, lines, expected) => {
    expect(await told({ 'main.tf': database(...lines) })).toEqual(expected);
  });

  test('of a file', async () => {
    const text = `# dr-lint-ignore-file rds/multi-az: test\n${database(header, kept, '}')}`;
    expect(await told({ 'main.tf': text })).toEqual(['rds/multi-az suppressed 3']);
  });

  const inner = { 'modules/db/main.tf': `${header}\n${kept}\n  multi_az = var.ha\n}\nvariable "ha" {}\n` };

  test.each([
    [
      'of a module, at its call',
      ['# dr-lint-ignore rds/multi-az: test', 'module "db" {', '  source = "./modules/db"', '  ha = false', '}'],
    ],
    [
      'of a module, at the argument',
      ['module "db" {', '  source = "./modules/db"', '  ha = false # dr-lint-ignore rds/multi-az: test', '}'],
    ],
  ])('%s', async (_what, lines) => {
    expect(await told({ 'main.tf': database(...lines), ...inner })).toEqual(['rds/multi-az suppressed 3']);
  });

  test('of an unreadable module, by the id of the diagnostic, not by a wide glob', async () => {
    const call = ['module "db" {', '  source = "git::https://example.org/db"', '}'];
    const comment = (policy: string): string =>
      database(`# dr-lint-ignore ${policy}: its team answers for it`, ...call);
    expect(await told({ 'main.tf': comment('input/unresolved-module') })).toEqual([
      'input/unresolved-module suppressed 3',
    ]);
    expect(await told({ 'main.tf': comment('all') })).toContain('input/unresolved-module open 3');
  });

  test('but not from inside a downloaded module', async () => {
    const files = {
      'main.tf': database('module "db" {', '  source = "acme/db/aws"', '}'),
      '.terraform/modules/modules.json': JSON.stringify({
        Modules: [{ Key: 'db', Source: 'registry.terraform.io/acme/db/aws', Dir: '.terraform/modules/db' }],
      }),
      '.terraform/modules/db/main.tf': `# dr-lint-ignore all: we know better\n${header}\n${kept}\n}\n`,
    };
    expect(await told(files)).toEqual(['rds/multi-az open 2']);
  });
});

describe('in CloudFormation', () => {
  const stack = (metadata: string, multiAz = 'MultiAZ: false'): string =>
    [
      'Resources:',
      '  Orders:',
      '    Type: AWS::RDS::DBInstance',
      ...(metadata === '' ? [] : [`    Metadata: { dr-lint: { ignore: ${metadata} } }`]),
      `    Properties: { Engine: postgres, BackupRetentionPeriod: 35, ${multiAz} }`,
    ].join('\n');

  test.each([
    ['metadata hides', stack('[{ policy: rds/multi-az, reason: test }]'), ['rds/multi-az suppressed 5']],
    [
      'metadata expires',
      stack('[{ policy: rds/multi-az, reason: test, until: 2026-11-22 }]'),
      ['rds/multi-az open 5', 'suppression/expired open 4'],
    ],
    [
      'metadata without a reason',
      stack('[{ policy: rds/multi-az }]'),
      ['rds/multi-az suppressed 5', 'suppression/no-reason open 4'],
    ],
    ['a comment hides', `# dr-lint-ignore-file rds/*: test\n${stack('')}`, ['rds/multi-az suppressed 5']],
  ])('%s', async (_what, text, expected) => {
    expect(await told({ 'stack.yaml': text })).toEqual(expected);
  });
});

describe('what is wrong with the comment itself', () => {
  const below = (comment: string, ...lines: readonly string[]): Readonly<Record<string, string>> => ({
    'main.tf': database(comment, header, kept, ...lines, '}'),
  });

  test.each([
    ['no reason', '# dr-lint-ignore rds/multi-az', [], ['rds/multi-az suppressed 3', 'suppression/no-reason open 2']],
    [
      'a day later',
      '# dr-lint-ignore rds/multi-az until=2026-11-22: x',
      [],
      ['rds/multi-az open 3', 'suppression/expired open 2'],
    ],
    [
      'a bad date',
      '# dr-lint-ignore rds/multi-az until=summer: x',
      [],
      ['rds/multi-az open 3', 'suppression/expired open 2'],
    ],
    ['nothing fails', '# dr-lint-ignore rds/multi-az: x', ['  multi_az = true'], ['suppression/unused open 2']],
    ['no policy named', '# dr-lint-ignore: x', ['  multi_az = true'], ['suppression/unused open 2']],
    ['a policy misspelt', '# dr-lint-ignore rds/multiaz: x', ['  multi_az = true'], ['suppression/unused open 2']],
    ['a policy of other runs', '# dr-lint-ignore acme/naming: x', ['  multi_az = true'], []],
    ['another resource', '# dr-lint-ignore s3/versioning: x', ['  multi_az = true'], ['suppression/unused open 2']],
    ['it is not decided', '# dr-lint-ignore rds/multi-az: x', ['  multi_az = var.ha'], []],
    ['there is no instance', '# dr-lint-ignore rds/multi-az: x', ['  count = 0'], []],
    [
      'one of two is needed',
      '# dr-lint-ignore rds/multi-az, rds/backup-retention: x',
      [],
      ['rds/multi-az suppressed 3', 'suppression/unused open 2'],
    ],
  ])('%s', async (_what, comment, lines, expected) => {
    expect(await told(below(comment, ...lines))).toEqual(expected);
  });

  test('off at the tier, it is not without effect', async () => {
    const config = { tier: 'backup-restore' };
    expect(await told(below('# dr-lint-ignore rds/multi-az: x'), { config })).not.toContain(
      'suppression/unused open 2',
    );
  });

  test('an expired one is told at the finding, too', async () => {
    const { findings } = await lintText(below('# dr-lint-ignore rds/multi-az until=2026-11-22: x'));
    const finding = findings.find(({ policy }) => policy === 'rds/multi-az');
    expect(finding?.message).toMatch(/ Its suppression no longer applies: it ended on 2026-11-22\.$/u);
    expect(finding?.related).toContainEqual(expect.objectContaining({ label: 'its suppression has expired' }));
  });

  test('a template that is deployed twice is told once', async () => {
    const text = 'Resources:\n  # dr-lint-ignore s3/versioning: x\n  Orders: { Type: AWS::SQS::Queue }\n';
    const deployment = { path: 'stack.yaml', varFiles: [], parameters: [], region: undefined, statedAt: undefined };
    const deployments = [
      { ...deployment, name: 'here', role: 'primary' as const },
      { ...deployment, name: 'there', role: 'recovery' as const },
    ];
    expect(await told({ 'stack.yaml': text }, { config: { deployments } })).toEqual(['suppression/unused open 2']);
  });
});

test('what is suppressed still fails its verdict and keeps the tier from being achieved', async () => {
  const open = await lintText({ 'main.tf': database(header, kept, '}') });
  const hidden = await lintText({ 'main.tf': database('# dr-lint-ignore all: x', header, kept, '}') });
  expect(hidden.workloads.map(({ achievedTier }) => achievedTier)).toEqual(
    open.workloads.map(({ achievedTier }) => achievedTier),
  );
  expect(hidden.summary.verdicts).toEqual(open.summary.verdicts);
});
