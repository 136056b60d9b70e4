import { describe, expect, test } from 'vitest';
import type { RunDependencies } from '../../src/cli/run-dependencies.ts';
import { reportOf, runFake, type FakeRun, type RanFake } from './fake-run.ts';

const start = Date.parse('2027-01-02T03:04:05Z');
const files = { 'main.tf': 'locals {}\n', 'orders.tf': '' };

/** A run of 40 roots that takes as long as given: half of it reading, half of it judging. */
async function runFor(milliseconds: number, argv: readonly string[], fake: FakeRun): Promise<RanFake> {
  let elapsed = 0;
  const lint: RunDependencies['lint'] = async ({ fileSystem, watcher }) => {
    watcher?.begin('evaluate');
    for (let root = 0; root < 40; root += 1) {
      watcher?.evaluated(root, 40);
      fileSystem.readBytes(root % 2 === 0 ? 'main.tf' : 'orders.tf');
      elapsed += milliseconds / 80;
    }
    watcher?.begin('judge');
    elapsed += milliseconds / 2;
    return reportOf({ inputs: [{ path: '.', kind: 'terraform-root', status: 'read' }] });
  };
  return runFake(argv, { files, ...fake, now: () => new Date(start + elapsed), dependencies: { lint } });
}

describe('progress', () => {
  test('of a long run is shown on one line, which is cleared at the end', async () => {
    const { stderr } = await runFor(4000, [], { isTerminal: true });
    const shown = stderr.split('\r\u001B[K');
    expect(shown.slice(0, 3)).toEqual([
      '',
      'reading 10 of 40 roots and templates…',
      'reading 12 of 40 roots and templates…',
    ]);
    expect(shown.slice(-2)).toEqual(['judging…', '']);
  });

  test.each<readonly [what: string, milliseconds: number, argv: readonly string[], fake: FakeRun]>([
    ['of a short run', 400, [], { isTerminal: true }],
    ['where the standard error is no terminal', 4000, [], { isTerminal: false }],
    ['on a terminal that can clear no line', 4000, [], { isTerminal: true, env: { TERM: 'dumb' } }],
    ['when quiet', 4000, ['--quiet'], { isTerminal: true }],
  ])('%s is not shown', async (_, milliseconds, argv, fake) => {
    expect((await runFor(milliseconds, argv, fake)).stderr).toBe('');
  });

  test('is cleared before a bug is told', async () => {
    let elapsed = 0;
    const lint: RunDependencies['lint'] = async ({ watcher }) => {
      elapsed = 1000;
      watcher?.begin('judge');
      throw new Error('broken invariant');
    };
    const now = (): Date => new Date(start + elapsed);
    const { stderr } = await runFake([], { isTerminal: true, now, dependencies: { lint } });
    expect(stderr).toContain('judging…\r\u001B[KThis is a bug in dr-lint 1.2.3');
  });
});

test('figures: the time of each stage, and each file that was read once', async () => {
  const { stderr } = await runFor(800, ['--stats'], {});
  expect(stderr).toMatchInlineSnapshot(`
    "Time: 800 ms: load 0, evaluate 400, judge 400.
    Read: 2 files, 1 kB; 1 input.
    Graph: 0 nodes, 0 relations.
    Judged: 1 resource, 0 verdicts.
    "
  `);
});
