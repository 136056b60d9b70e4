/** The files of a commit that `pre-commit` hands to the hook: all that dr-lint reads, and nothing that it never reads. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

const [hook]: readonly { readonly files: string; readonly exclude: string }[] = parse(
  readFileSync(new URL('../../.pre-commit-hooks.yaml', import.meta.url), 'utf8'),
);

test.each([
  ['infra/main.tf', true],
  ['infra/main.tf.json', true],
  ['infra/main.tofu', true],
  ['infra/main_override.tofu.json', true],
  ['infra/live.tfvars', true],
  ['infra/live.auto.tfvars.json', true],
  ['stacks/orders.yaml', true],
  ['infra/.dr-lint.yaml', true],
  ['src/main.ts', false],
  ['infra/.terraform/modules/modules.json', false],
  ['package-lock.json', false],
])('%s: %s', (path, isHandedOn) => {
  const { files, exclude } = hook ?? { files: '', exclude: '' };
  expect(new RegExp(files, 'u').test(path) && !new RegExp(exclude, 'u').test(path)).toBe(isHandedOn);
});
