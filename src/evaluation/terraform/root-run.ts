/**
 * What the evaluation of one root shares: what is evaluated, its budget, its diagnostics, and the resources that
 * references lead to.
 */
import type { Diagnostic } from '../../core/diagnostic.ts';
import type { FileSystem } from '../../core/file-system.ts';
import type { NodeId } from '../../core/ids.ts';
import type { SourceFile, SourceRange } from '../../core/source.ts';
import { unknown, type UnknownSymbol, type UnknownValue, type Value } from '../../core/value.ts';
import type { TemplateExpression } from '../../loaders/hcl/ast.ts';
import type { SourceSuppression } from '../../loaders/source-suppression.ts';
import type { Deployment } from '../deployment.ts';
import {
  maximumEvaluationDepth,
  maximumEvaluations,
  maximumTextLength,
  maximumValueDepth,
  maximumValueSize,
} from './limits.ts';
import { summaryOf } from './values/summary.ts';

/** A resource instance as references see it. */
export interface Referable {
  readonly id: NodeId;
  /** An attribute as an expression elsewhere reads it. */
  attribute(name: string, range: SourceRange): Value;
  /** The resources in it, when it is a module. */
  readonly contents?: () => readonly NodeId[];
}

/** The state that a `terraform_remote_state` reads; undefined for what it does not write. */
export interface SoughtState {
  readonly backend: Value | undefined;
  readonly workspace: Value | undefined;
  readonly config: Value | undefined;
  /** Of the root that reads it. */
  readonly folder: string;
}

/** What the other deployments of a run tell a root that asks for it by name. */
export interface OtherDeployments {
  /** The outputs in a state, what else may be in it standing for `rest`; undefined where it isn't certain whose it is. */
  outputsOfState(sought: SoughtState, rest: UnknownSymbol): Value | undefined;
  /** The outputs of a Terragrunt unit, by its folder, what else there may be standing for `rest`. */
  outputsOfUnit(folder: string, rest: UnknownSymbol): Value | undefined;
  /** What a stack of this Region exports; undefined where it isn't certain which does. */
  exportedBy(name: string, region: string): Value | undefined;
}

export class RootRun {
  readonly deployment: Deployment;
  readonly fileSystem: FileSystem;
  readonly others: OtherDeployments | undefined;
  readonly resources: Map<NodeId, Referable> = new Map();
  /**
   * Symbol keys of resources and modules whose instance keys are unknown, and of what is made of them one by one → the one
   * value that stands for any instance.
   */
  readonly openExpansions: Map<string, OpenExpansion> = new Map();
  /** Those of every module that is opened, each once. */
  readonly suppressions: Set<SourceSuppression> = new Set();
  /** The file of a model → the header of a call that is judged by it. */
  readonly modelled: Map<SourceFile, SourceRange> = new Map();
  /** Of the modules that it calls, as far as they lie in the scanned tree. */
  readonly folders: Set<string> = new Set();
  /** The sources of modules that were told to be judged by their models. */
  readonly modelledSources: Set<string> = new Set();
  readonly #diagnostics = new Map<string, Diagnostic>();
  #depth = 0;
  #evaluations = 0;
  #fresh = 0;
  readonly #templates = new Map<string, TemplateExpression | undefined>();

  constructor(deployment: Deployment, fileSystem: FileSystem, others?: OtherDeployments) {
    this.deployment = deployment;
    this.fileSystem = fileSystem;
    this.others = others;
  }

  get diagnostics(): readonly Diagnostic[] {
    return [...this.#diagnostics.values()];
  }

  /** Adds a diagnostic once per place and code; one about a model stands at the call that it was opened for. */
  report(told: Diagnostic): void {
    const diagnostic = this.#inOurTree(told);
    const { code, range, path } = diagnostic;
    const key = `${code}|${range?.file.path ?? path}|${range?.start ?? ''}`;
    if (!this.#diagnostics.has(key)) this.#diagnostics.set(key, diagnostic);
  }

  #inOurTree(diagnostic: Diagnostic): Diagnostic {
    const call = diagnostic.range === undefined ? undefined : this.modelled.get(diagnostic.range.file);
    return call === undefined ? diagnostic : { ...diagnostic, range: call, path: call.file.path };
  }

  /** Adds the suppressions of a module; of one that is called twice they are the same. */
  suppress(suppressions: readonly SourceSuppression[]): void {
    for (const each of suppressions) this.suppressions.add(each);
  }

  /** Counts work that one expression did beyond itself: long texts by their length, long lists by their items. */
  spend(value: Value): void {
    if (value.kind === 'scalar' && typeof value.value === 'string') this.charge(value.value.length >> 6);
    else if (value.kind === 'list') this.charge(value.items.length);
    else if (value.kind === 'map') this.charge(value.entries.size);
  }

  /** Counts work that shows in no value: files that are read, text that is searched. */
  charge(steps: number): void {
    this.#evaluations += steps;
  }

  /** Counts what takes as long as evaluating so many expressions. */
  spendSteps(steps: number): void {
    this.#evaluations += steps;
  }

  /** The parsed template at a path, read once. */
  template(path: string, parse: () => TemplateExpression | undefined): TemplateExpression | undefined {
    if (!this.#templates.has(path)) this.#templates.set(path, parse());
    return this.#templates.get(path);
  }

  /** A symbol key that no other value of this root has, for `uuid()` and the like. */
  freshKey(name: string): string {
    this.#fresh += 1;
    return `${this.deployment.id}#${name}#${this.#fresh}`;
  }

  /** Runs one evaluation within the bounds on depth, number and size; at a bound the value is unknown. */
  bounded(range: SourceRange, evaluate: () => Value): Value {
    this.#evaluations += 1;
    if (this.#evaluations > maximumEvaluations) {
      return this.atLimit(range, `this root takes more than ${maximumEvaluations} evaluation steps`);
    }
    if (this.#depth >= maximumEvaluationDepth) {
      return this.atLimit(range, `expressions refer to each other more than ${maximumEvaluationDepth} levels deep`);
    }
    this.#depth += 1;
    const value = evaluate();
    this.#depth -= 1;
    return this.#withinSize(value, range);
  }

  atLimit(range: SourceRange, what: string): UnknownValue {
    const { path } = range.file;
    const message = `Evaluation stopped here: ${what}.`;
    this.report({ code: 'input/limit', level: 'warning', message, help: limitHelp, range, path });
    const reason = { code: 'limit' as const, subject: what, cure: '' };
    return unknown(`limit(${path}:${range.start})`, reason, range);
  }

  #withinSize(value: Value, range: SourceRange): Value {
    if (value.kind === 'scalar') {
      const tooLong = typeof value.value === 'string' && value.value.length > maximumTextLength;
      return tooLong ? this.atLimit(range, `a text is longer than ${maximumTextLength} characters`) : value;
    }
    if (value.kind === 'reference' || value.kind === 'unknown') return value;
    const { size, depth } = summaryOf(value);
    if (size > maximumValueSize) return this.atLimit(range, `a value has more than ${maximumValueSize} parts`);
    return depth > maximumValueDepth
      ? this.atLimit(range, `a value is nested more than ${maximumValueDepth} levels deep`)
      : value;
  }
}

/** A collection of which it is not known which items it has: the instances of a resource or module, or one item for each of them. */
export interface OpenExpansion {
  /** The symbol key of its `each.key` or `count.index`. */
  readonly keySymbol: string;
  /** Any one instance. */
  readonly instance: Value;
  /** Why it is not known which there are. */
  readonly because: UnknownSymbol;
  /** How many there are, where a count says so. */
  readonly size: Value | undefined;
}

const limitHelp = 'What follows from it stays unknown. Real configurations stay far below this bound.';
