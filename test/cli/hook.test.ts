/** What a hook does: it names every file of a commit, whatever they are. */
import { describe, expect, test } from 'vitest';
import { runFake } from './fake-run.ts';

const files = { 'infra/main.tf': '', 'infra/.dr-lint.yaml': 'tier: pilot-light\n', 'values.yaml': 'replicas: 3\n' };

describe('files that are nothing of ours', () => {
  test.each([
    ['alone', ['values.yaml'], 'values.yaml holds no Terraform and no CloudFormation to lint.'],
    [
      'beside others',
      ['infra/main.tf', 'values.yaml'],
      'values.yaml holds no Terraform and no CloudFormation to lint.',
    ],
  ])('%s are a mistake, but not of a hook', async (_what, paths, mistake) => {
    expect(await runFake(paths, { files })).toMatchObject({ code: 2, stderr: expect.stringContaining(mistake) });
    expect(await runFake(['--skip-unrelated', ...paths], { files })).toMatchObject({ code: 0 });
  });

  test('a file that is not there is always one', async () => {
    expect(await runFake(['--skip-unrelated', 'gone.tf'], { files })).toMatchObject({ code: 2 });
  });
});

test.each([
  ['infra/.dr-lint.yaml', ['infra']],
  ['./infra/.dr-lint.yaml', ['infra']],
  ['infra/main.tf', ['infra/main.tf']],
])('%s is linted as %j', async (path, paths) => {
  const { requests } = await runFake([path], { files });
  expect(requests.map((request) => [request.paths, request.config.tier])).toEqual([[paths, 'pilot-light']]);
});
