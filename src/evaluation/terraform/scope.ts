/**
 * What an expression can see: the module instance it stands in, and the names that are bound around it (`each`, `count`,
 * `for` variables, iterators of dynamic blocks).
 */
import type { Expression } from '../../loaders/hcl/ast.ts';
import type { SourceRange } from '../../core/source.ts';
import type { Value } from '../../core/value.ts';
import { evaluateExpression } from './expressions/evaluate-expression.ts';
import type { ModelledCall } from './modelled-call.ts';
import type { RootRun } from './root-run.ts';

export interface Scope {
  readonly run: RootRun;
  readonly module: ModuleNames;
  readonly bindings: ReadonlyMap<string, Value>;
  /** Inside `try` or `can`, where an instance that perhaps does not exist must not be taken for one that does. */
  readonly guarded: boolean;
  evaluate(expression: Expression): Value;
  with(names: Iterable<readonly [string, Value]>): Scope;
  inGuard(): Scope;
}

/** The names that a module instance answers. Each is evaluated on first use and remembered. */
export interface ModuleNames {
  /** `module.a["k"]`; empty for the root. */
  readonly address: string;
  readonly folder: string;
  /** The call that it was opened for when it is the model of a registry module. */
  readonly model?: ModelledCall | undefined;
  variable(name: string, range: SourceRange): Value;
  local(name: string, range: SourceRange): Value;
  moduleCall(name: string, range: SourceRange): Value;
  /** A whole resource: one reference, a list or a map of references, or unknown. `key` is `aws_x.y` or `data.aws_x.y`. */
  resource(key: string, range: SourceRange): Value;
}

export function createScope(run: RootRun, module: ModuleNames): Scope {
  return new ModuleScope(run, module, new Map(), false);
}

class ModuleScope implements Scope {
  readonly run: RootRun;
  readonly module: ModuleNames;
  readonly bindings: ReadonlyMap<string, Value>;
  readonly guarded: boolean;

  constructor(run: RootRun, module: ModuleNames, bindings: ReadonlyMap<string, Value>, guarded: boolean) {
    this.run = run;
    this.module = module;
    this.bindings = bindings;
    this.guarded = guarded;
  }

  evaluate(expression: Expression): Value {
    return this.run.bounded(expression.range, () => evaluateExpression(expression, this));
  }

  with(names: Iterable<readonly [string, Value]>): Scope {
    const bindings = new Map(this.bindings);
    for (const [name, value] of names) bindings.set(name, value);
    return new ModuleScope(this.run, this.module, bindings, this.guarded);
  }

  inGuard(): Scope {
    return this.guarded ? this : new ModuleScope(this.run, this.module, this.bindings, true);
  }
}
