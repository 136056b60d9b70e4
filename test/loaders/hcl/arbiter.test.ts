import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../../src/core/diagnostic.ts';
import { SourceFile } from '../../../src/core/source.ts';
import { arbitrate } from '../../../src/loaders/hcl/arbiter.ts';
import { parseHcl } from '../../../src/loaders/hcl/parse-hcl.ts';

const valid = new SourceFile('main.tf', 'region = "eu-west-1"\n');
const range = { file: valid, start: 9, end: 10 };
const syntax: Diagnostic = {
  code: 'input/syntax',
  level: 'error',
  message: 'Found x.',
  help: '',
  range,
  path: 'main.tf',
};
const limit: Diagnostic = { ...syntax, code: 'input/limit', message: 'Too deep.' };

describe('when our parser rejects a file', () => {
  test("and HashiCorp's does, too, our word stands", async () => {
    const file = new SourceFile('main.tf', 'region = \n');
    const { diagnostics } = parseHcl(file);
    expect(await arbitrate(file, diagnostics)).toEqual(diagnostics);
  });

  test("and HashiCorp's accepts it, the fault is said to be dr-lint's, once", async () => {
    expect(await arbitrate(valid, [syntax, limit, syntax])).toEqual([
      limit,
      {
        ...syntax,
        message: "This is valid HCL that dr-lint can't read yet. It stopped with: Found x.",
        help: 'Please report these lines as a bug in dr-lint. What could be read of the file was checked.',
      },
    ]);
  });

  test("and HashiCorp's accepts it but cannot turn it into JSON, the fault is dr-lint's, too", async () => {
    const file = new SourceFile('main.tf', 'backup {}\nbackup "daily" {}\n');
    const [diagnostic] = await arbitrate(file, [syntax]);
    expect(diagnostic?.message).toContain("dr-lint can't read yet");
  });

  test('and the arbiter cannot be loaded, our word stands', async () => {
    const loadNothing = async (): Promise<never> => Promise.reject(new Error('no WebAssembly here'));
    expect(await arbitrate(valid, [syntax], loadNothing)).toEqual([syntax]);
  });
});

describe('the arbiter is not loaded', () => {
  const mustNotLoad = async (): Promise<never> => {
    throw new Error('was loaded');
  };
  const failing = async (): Promise<never> => {
    expect.unreachable('the arbiter was loaded');
    return mustNotLoad();
  };

  test('when the file only met a limit', async () => {
    expect(await arbitrate(valid, [limit], failing)).toEqual([limit]);
  });

  test('when the file was accepted', async () => {
    expect(await arbitrate(valid, [], failing)).toEqual([]);
  });

  test.each([
    ['brackets', `x = ${'['.repeat(3000)}`],
    ['conditionals', `x = ${'a ? b : '.repeat(3000)}`],
    ['signs', `x = ${'-'.repeat(3000)}`],
  ])("when a file's %s would break it", async (_, text) => {
    expect(await arbitrate(new SourceFile('main.tf', text), [syntax], failing)).toEqual([syntax]);
  });
});
