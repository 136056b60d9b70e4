/** The tutorial works as it is written: its files are those that stand on the page. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { dependencies } from '../src/cli/dependencies.ts';
import { runFake } from './cli/fake-run.ts';

const page = readFileSync('docs/writing-policies.md', 'utf8');

const files = Object.fromEntries(
  [...page.matchAll(/^`([^`]+)`\n\n```\w+\n(.*?)^```$/gmsu)].map(([, path = '', text = '']) => [path, text]),
);

const told = /prints `(?<line>[^`]+)`/u.exec(page)?.groups?.['line'];

test.each([{ argv: ['test', 'our-policies'] }, { argv: ['test'] }])(
  'dr-lint $argv prints what the page says',
  async ({ argv }) => {
    const { stdout, stderr, code } = await runFake(argv, { files, dependencies });
    expect({ stdout, stderr, code }).toEqual({ stdout: `${told}\n`, stderr: '', code: 0 });
  },
);

const queue = 'resource "aws_sqs_queue" "orders" {\n  name = "shop-orders"\n  message_retention_seconds = 3600\n}\n';

test.each([
  { what: 'with the configuration', at: 'shop/main.tf', level: 'error' },
  { what: 'off where it says so', at: 'sandbox/main.tf', level: undefined },
])('the policy is used, $what', async ({ at, level }) => {
  const { stdout } = await runFake(['--format', 'json'], { files: { ...files, [at]: queue }, dependencies });
  const { findings }: { findings: readonly { policy: string; level: string }[] } = JSON.parse(stdout);
  expect(findings.find(({ policy }) => policy === 'sqs/retention')?.level).toBe(level);
});

test('explain shows the examples', async () => {
  const { stdout } = await runFake(['explain', 'sqs/retention'], { files, dependencies });
  expect(stdout).toContain('Fails in Terraform\n  resource "aws_sqs_queue" "orders" {');
  expect(stdout).toContain('  # The next line is reported.');
});
