/**
 * What an expression can see: the module instance it stands in, and the names that are bound around it (`each`, `count`,
 * `for` variables, iterators of dynamic blocks).
 */
import type { Expression } from '../../loaders/hcl/ast.ts';
import type { SourceRange } from '../../core/source.ts';
import type { Value } from '../../core/value.ts';
import type { TerraformFunction } from './functions/function.ts';
import { evaluateExpression } from './expressions/evaluate-expression.ts';
import type { Guard } from './expressions/guard.ts';
import type { ModelledCall } from './modules/modelled-call.ts';
import type { RootRun } from './root-run.ts';

export interface Scope {
  readonly run: RootRun;
  readonly module: ModuleNames;
  readonly bindings: ReadonlyMap<string, Value>;
  /** Inside `try` or `can`, where an instance that perhaps does not exist must not be taken for one that does. */
  readonly guard: Guard | undefined;
  evaluate(expression: Expression): Value;
  with(names: Iterable<readonly [string, Value]>): Scope;
  /** For one argument of `try` or `can`. */
  inGuard(guard: Guard): Scope;
}

/** The names that a module instance answers. Each is evaluated on first use and remembered. */
export interface ModuleNames {
  /** `module.a["k"]`; empty for the root. */
  readonly address: string;
  readonly folder: string;
  /** The call that it was opened for when it is the model of a registry module. */
  readonly model?: ModelledCall | undefined;
  /** Functions that only it knows. */
  readonly functions?: ReadonlyMap<string, TerraformFunction>;
  variable(name: string, range: SourceRange): Value;
  local(name: string, range: SourceRange): Value;
  moduleCall(name: string, range: SourceRange): Value;
  /** A whole resource: one reference, a list or a map of references, or unknown. `key` is `aws_x.y` or `data.aws_x.y`. */
  resource(key: string, range: SourceRange): Value;
}

export function createScope(run: RootRun, module: ModuleNames): Scope {
  return new ModuleScope(run, module, new Map(), undefined);
}

class ModuleScope implements Scope {
  readonly run: RootRun;
  readonly module: ModuleNames;
  readonly bindings: ReadonlyMap<string, Value>;
  readonly guard: Guard | undefined;

  constructor(run: RootRun, module: ModuleNames, bindings: ReadonlyMap<string, Value>, guard: Guard | undefined) {
    this.run = run;
    this.module = module;
    this.bindings = bindings;
    this.guard = guard;
  }

  evaluate(expression: Expression): Value {
    const value = this.run.bounded(expression.range, () => evaluateExpression(expression, this));
    if (value.marks.sensitive) this.guard?.noteSecret();
    return value;
  }

  with(names: Iterable<readonly [string, Value]>): Scope {
    const bindings = new Map(this.bindings);
    for (const [name, value] of names) bindings.set(name, value);
    return new ModuleScope(this.run, this.module, bindings, this.guard);
  }

  inGuard(guard: Guard): Scope {
    return new ModuleScope(this.run, this.module, this.bindings, guard);
  }
}
