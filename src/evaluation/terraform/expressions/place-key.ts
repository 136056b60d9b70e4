/** The identity of an expression that its operands do not describe: its place, module instance and bound names. */
import type { SourceRange } from '../../../core/source.ts';
import type { Scope } from '../scope.ts';
import { keyOf } from '../values/symbols.ts';

export function placeKey(scope: Scope, range: SourceRange): string {
  const bound = [...scope.bindings].map(([name, value]) => `${name}=${keyOf(value)}`).join(',');
  return `${scope.run.deployment.id}#${scope.module.address}@${range.file.path}:${range.start}{${bound}}`;
}
