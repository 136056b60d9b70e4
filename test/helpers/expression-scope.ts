/** A scope to evaluate single expressions in, in which nothing has a name but what is given. */
import { memoryFileSystem } from '../../src/core/file-system-memory.ts';
import type { Value } from '../../src/core/value.ts';
import { literalScope } from '../../src/evaluation/terraform/variables/literal-scope.ts';
import { RootRun } from '../../src/evaluation/terraform/root-run.ts';
import type { Scope } from '../../src/evaluation/terraform/scope.ts';

export function expressionScope(names: Iterable<readonly [string, Value]> = []): Scope {
  const deployment = {
    id: 'infra',
    language: 'terraform',
    path: 'infra',
    inputFiles: [],
    region: undefined,
    role: undefined,
  } as const;
  return literalScope(new RootRun(deployment, memoryFileSystem({}))).with(names);
}
