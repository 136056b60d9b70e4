/** `dr-lint test` on policies of the user's own: what is told of examples that are not as expected. */
import { describe, expect, test } from 'vitest';
import { dependencies } from '../../src/cli/dependencies.ts';
import { exitCodes } from '../../src/cli/exit-codes.ts';
import { runFake, type RanFake } from './fake-run.ts';

type Files = Readonly<Record<string, string>>;

const policy = `title: A queue names who answers for it
for: AWS::SQS::Queue
where: { value: $.properties.QueueName, like: 'orders*' }
guards: [hygiene]
level: { backup-restore: warning, pilot-light: warning, warm-standby: warning, active-active: warning }
checks:
  - require: { value: $.tags.owner, is: present }
    message: '{resource} names no owner.'
why: Nobody is called when it must be drained by hand.
fix: { terraform: Add the tag \`owner\`., cloudformation: Add the tag \`owner\`. }
references: ['https://docs.aws.amazon.com/tag-editor/latest/userguide/tagging.html']
`;

const examples: Files = {
  'fail-no-owner.tf': '# expect: sqs/owner\nresource "aws_sqs_queue" "orders" {\n  name = "orders"\n}\n',
  'pass-owner.tf': 'resource "aws_sqs_queue" "orders" {\n  name = "orders"\n  tags = { owner = "shop" }\n}\n',
  'pass-other.tf': 'resource "aws_sqs_queue" "mails" {\n  name = "mails"\n}\n',
};

const folder = 'our/examples/sqs/owner';

function testing(changed: Files, argv: readonly string[] = ['our']): Promise<RanFake> {
  const files: Record<string, string> = { 'our/sqs/owner.yaml': policy };
  for (const [name, text] of Object.entries({ ...examples, ...changed })) {
    if (text !== '') files[name.includes('/') || name.startsWith('.') ? name : `${folder}/${name}`] = text;
  }
  return runFake(['test', ...argv], { files, dependencies });
}

describe('policies whose examples are as they say', () => {
  test.each([
    { what: 'in a folder that is named', argv: ['our'], config: '' },
    { what: 'in a folder that the configuration adds', argv: [], config: 'policies: { extend: [our] }' },
  ])('$what', async ({ argv, config }) => {
    const { code, stdout, stderr } = await testing({ '.dr-lint.yaml': config }, argv);
    expect(stderr).toBe('');
    expect(stdout).toBe('1 policy, 3 examples: all as expected\n');
    expect(code).toBe(exitCodes.ok);
  });

  test('a folder without policies holds examples of known ones', async () => {
    const fails =
      'resource "aws_db_instance" "orders" {\n  engine = "postgres"\n  # expect: rds/multi-az\n  multi_az = false\n}\n';
    const { stdout } = await testing({ 'cases/rds/multi-az/fail-off.tf': fails }, ['cases']);
    expect(stdout.split('\n')).toEqual([
      'cases/rds/multi-az: rds/multi-az: no example passes',
      'cases/rds/multi-az: rds/multi-az: in no example is it unknown or not applicable',
      '1 policy, 1 example: 2 mistakes',
      '',
    ]);
  });
});

test.each([
  {
    what: 'an expectation that is not met',
    changed: { 'fail-no-owner.tf': '# expect: sqs/owner\nresource "aws_sqs_queue" "orders" {\n  name = "mails"\n}\n' },
    told: `${folder}/fail-no-owner.tf:2: expected fail sqs/owner, got nothing`,
  },
  {
    what: 'a finding that nothing expects',
    changed: { 'pass-other.tf': 'resource "aws_sqs_queue" "orders" {\n  name = "orders-mails"\n}\n' },
    told: `${folder}/pass-other.tf:1: expected nothing, got fail sqs/owner (aws_sqs_queue.orders names no owner.)`,
  },
  {
    what: 'an example in a folder',
    changed: { [`${folder}/pass-module/queue/main.tf`]: 'resource "aws_sqs_queue" "orders" {\n  name = "orders"\n}\n' },
    told: `${folder}/pass-module/queue/main.tf:1: expected nothing, got fail sqs/owner (aws_sqs_queue.orders names no owner.)`,
  },
  {
    what: 'a name that says something else',
    changed: { 'unknown-owner.tf': examples['pass-owner.tf'] ?? '' },
    told: `${folder}/unknown-owner.tf: its name should start with pass-: that is what the policy says of it`,
  },
  {
    what: 'a tier that does not exist',
    changed: { 'pass-owner.tf': '# tier: warm-stanby\n' },
    told: `${folder}/pass-owner.tf: "warm-stanby" is not a tier; these are backup-restore, pilot-light, warm-standby, active-active.`,
  },
  {
    what: 'no example that fails',
    changed: { 'fail-no-owner.tf': '' },
    told: `${folder}: sqs/owner: no example fails its check`,
  },
  {
    what: 'no example that passes',
    changed: { 'pass-owner.tf': '', 'pass-other.tf': '' },
    told: `${folder}: sqs/owner: no example passes`,
  },
  {
    what: 'no example to which it does not apply',
    changed: { 'pass-other.tf': '' },
    told: `${folder}: sqs/owner: in no example is it unknown or not applicable`,
  },
  {
    what: 'no example at all',
    changed: { 'fail-no-owner.tf': '', 'pass-owner.tf': '', 'pass-other.tf': '' },
    told: `${folder}: sqs/owner: it has no examples`,
  },
  {
    what: 'examples of nothing',
    changed: { 'our/examples/sqs/onwer/pass-owner.tf': examples['pass-owner.tf'] ?? '' },
    told: 'our/examples/sqs/onwer: there is no policy sqs/onwer that these could be examples of.',
  },
])('$what is a mistake', async ({ changed, told }) => {
  const { code, stdout } = await testing(changed);
  expect(stdout.split('\n')).toContain(told);
  expect(code).toBe(exitCodes.findings);
});

test.each([
  { what: 'nothing to test', argv: [], changed: {}, mistake: /There is nothing to test: name a folder of policies/u },
  { what: 'a folder that is not there', argv: ['ours'], changed: {}, mistake: /There is no file or folder ours/u },
  {
    what: 'a policy that cannot be loaded',
    argv: ['our'],
    changed: { 'our/sqs/owner.yaml': policy.replace('$.tags.owner', '$.tag.owner') },
    mistake: /our\/sqs\/owner\.yaml:7:\d+: .*Did you mean "tags"/u,
  },
])('$what is wrong usage', async ({ argv, changed, mistake }) => {
  const { code, stderr } = await testing(changed, argv);
  expect(stderr).toMatch(mistake);
  expect(code).toBe(exitCodes.usage);
});
