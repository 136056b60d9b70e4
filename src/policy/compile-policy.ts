/** A policy made ready for judging: its conditions and messages compiled, once, at its first use. */
import { spokenOf } from '../conditions/bound-names.ts';
import { compileCondition, compileItems, topFrame } from '../conditions/compile.ts';
import { compilePlace, type Frame, type Problem } from '../conditions/compile-path.ts';
import type { Condition } from '../conditions/condition.ts';
import type { CompiledCondition, CompiledSet } from '../conditions/compiled.ts';
import type { PlacePath } from '../conditions/path.ts';
import type { Vocabulary } from '../conditions/vocabulary.ts';
import type { FindingLevel } from '../core/level.ts';
import { compileMessage, type MessagePart } from './message-template.ts';
import type { Check, Edit, Policy } from './policy.ts';

type Keys = readonly (string | number)[];

export interface CompiledPolicy {
  readonly policy: Policy;
  readonly where: CompiledCondition | undefined;
  readonly raise: readonly { readonly when: CompiledCondition; readonly to: FindingLevel }[];
  readonly checks: readonly CompiledCheck[];
  readonly edits: readonly CompiledEdit[];
}

export interface CompiledEdit {
  readonly edit: Edit;
  readonly when: CompiledCondition | undefined;
}

export interface CompiledCheck {
  readonly check: Check;
  readonly require: CompiledCondition;
  readonly message: readonly MessagePart[];
  /** Where the finding lands, for subjects without a line of their own. */
  readonly at: FindingPlace | undefined;
}

export type FindingPlace =
  | { readonly kind: 'path'; readonly path: PlacePath }
  | { readonly kind: 'item'; readonly set: CompiledSet; readonly where: CompiledCondition | undefined };

const ready = new WeakMap<Policy, CompiledPolicy>();

/** A policy whose names were checked when it was loaded, compiled at its first use: what is judged again finds it ready. */
export function readyPolicy(policy: Policy): CompiledPolicy {
  const known = ready.get(policy);
  if (known !== undefined) return known;
  const { compiled } = compilePolicy(policy);
  ready.set(policy, compiled);
  return compiled;
}

/** Without a vocabulary names are taken as they are: those of built-in policies were checked when they were built in. */
export function compilePolicy(
  policy: Policy,
  vocabulary?: Vocabulary,
): { readonly compiled: CompiledPolicy; readonly problems: readonly Problem[] } {
  const compiler = new PolicyCompiler(vocabulary);
  const compiled: CompiledPolicy = {
    policy,
    where: policy.where === undefined ? undefined : compiler.condition(policy.where, ['where']),
    raise: policy.raise.map(({ when, to }, index) => ({
      when: compiler.condition(when, ['level', 'raise', index, 'when']),
      to,
    })),
    checks: policy.checks.map((check, index) => compiler.check(check, ['checks', index])),
    edits: policy.fix.edits.map((edit, index) => ({
      edit,
      when: edit.when === undefined ? undefined : compiler.condition(edit.when, [...editKeys(policy, index), 'when']),
    })),
  };
  return { compiled, problems: compiler.problems };
}

/** The keys that lead to an edit in the policy's file, where a single one stands without a list. */
export function editKeys({ fix }: Policy, index: number): Keys {
  return fix.edits.length === 1 ? ['fix', 'edit'] : ['fix', 'edit', index];
}

/** Compiles the pieces of one policy, and gathers their problems with the keys that lead to them from its root. */
class PolicyCompiler {
  readonly problems: Problem[] = [];
  readonly #vocabulary: Vocabulary | undefined;

  constructor(vocabulary: Vocabulary | undefined) {
    this.#vocabulary = vocabulary;
  }

  condition(condition: Condition, keys: Keys): CompiledCondition {
    const compilation = compileCondition(condition, this.#vocabulary);
    this.#add(compilation.problems, keys);
    return compilation.condition;
  }

  check(check: Check, keys: Keys): CompiledCheck {
    const require = this.condition(check.require, [...keys, 'require']);
    const frame = { ...this.#frame([...keys, 'message']), ...spokenOf(require) };
    const message = compileMessage(check.message, frame);
    return { check, require, message, at: this.#at(check.at, [...keys, 'at']) };
  }

  #at(at: Check['at'], keys: Keys): FindingPlace | undefined {
    if (at === undefined) return undefined;
    if ('path' in at) {
      const path = compilePlace(at.path, this.#frame(keys));
      return path === undefined ? undefined : { kind: 'path', path };
    }
    const { set, where, problems } = compileItems(at, this.#vocabulary);
    this.#add(problems, keys);
    return { kind: 'item', set, where };
  }

  #frame(keys: Keys): Frame {
    return topFrame(this.#vocabulary, (problem) => this.#add([problem], keys));
  }

  #add(problems: readonly Problem[], keys: Keys): void {
    for (const { at, message } of problems) this.problems.push({ at: [...keys, ...at], message });
  }
}
