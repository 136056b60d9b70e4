/**
 * Loads a policy from its YAML: the policy, or every mistake with its line and what was probably meant. Built-in policies
 * come through here once, when they are compiled into the program; at run time only users' own do.
 */
import type { ErrorObject, ValidateFunction } from 'ajv';
import type { Problem } from '../conditions/compile-path.ts';
import { readConfigText, type ConfigText } from '../config/config-text.ts';
import { configMistake, keyMistake, schemaMistakes, spellPointer } from '../config/schema-mistakes.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import { outcome, type Outcome } from '../core/outcome.ts';
import { pointerBelow } from '../core/pointer.ts';
import type { SourceFile } from '../core/source.ts';
import { checkPolicy } from './check-policy.ts';
import type { Policy } from './policy.ts';
import type { PolicyFile } from './policy-file.ts';
import { policyFromFile } from './policy-from-file.ts';
import type { PolicyVocabulary } from './policy-vocabulary.ts';
import schema from './policy.schema.json' with { type: 'json' };

export interface LoadedPolicy {
  readonly policy: Policy;
  /** What the file holds, for compiling it in. */
  readonly file: PolicyFile;
}

/** The id of a policy is its path below the folder of policies, without `.yaml`: `rds/multi-az`. */
const idForm = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\/[a-z0-9]+(?:-[a-z0-9]+)*)+$/u;

/** A file with more mistakes than these is no policy. */
const maximumMistakes = 20;

/** The value is undefined when there is a mistake; every mistake is told, up to a bound. */
export async function loadPolicy(
  id: string,
  file: SourceFile,
  vocabulary: PolicyVocabulary,
): Promise<Outcome<LoadedPolicy | undefined>> {
  const { value: text, diagnostics } = readConfigText(file);
  if (text === undefined) return refused(diagnostics);
  if (!idForm.test(id)) {
    const message = `"${id}" is not the id of a policy: its path is written as service/check.yaml, in lower case with hyphens.`;
    return refused([configMistake(text, '', message)]);
  }
  const validate = await validator();
  const { data } = text;
  if (!validate(data)) return refused(shapeMistakes(text, validate.errors ?? []));
  const policy = policyFromFile(id, data, text.rangeAt(''));
  const problems = checkPolicy(policy, vocabulary);
  if (problems.length > 0) return refused(problems.map((problem) => nameMistake(text, problem)));
  return outcome({ policy, file: data });
}

function refused(mistakes: readonly Diagnostic[]): Outcome<undefined> {
  return outcome(undefined, mistakes.slice(0, maximumMistakes));
}

let compiled: Promise<ValidateFunction<PolicyFile>> | undefined;

/** Compiled once: that costs more than reading all policies. Imported only when there is something to load. */
function validator(): Promise<ValidateFunction<PolicyFile>> {
  compiled ??= import('ajv/dist/2020.js').then(({ Ajv2020 }) =>
    new Ajv2020({ allErrors: true, verbose: true, allowUnionTypes: true }).compile<PolicyFile>(schema),
  );
  return compiled;
}

/** One mistake each: the branches of a choice, and a comparison without its `value`, would otherwise be told many times. */
export function shapeMistakes(text: ConfigText, errors: readonly ErrorObject[]): readonly Diagnostic[] {
  const told = errors.filter(({ keyword, schemaPath }) => keyword !== 'oneOf' && !/\/oneOf\/\d+\//u.test(schemaPath));
  const withoutValue = new Set(told.filter(isMissingValue).map(({ instancePath }) => instancePath));
  const choices = errors.filter(({ keyword, instancePath }) => keyword === 'oneOf' && !withoutValue.has(instancePath));
  return [
    ...schemaMistakes(
      text,
      told.filter((error) => !isMissingValue(error)),
    ),
    ...[...withoutValue].map((pointer) =>
      configMistake(
        text,
        pointer,
        `${spellPointer(pointer)} compares, but says not what: write the path under "value".`,
      ),
    ),
    ...choices.map(({ instancePath }) =>
      configMistake(
        text,
        instancePath,
        `${spellPointer(instancePath)} must hold exactly one of all, any, not, value, some, none, every and count.`,
      ),
    ),
  ];
}

function isMissingValue({ keyword }: ErrorObject): boolean {
  return keyword === 'dependentRequired';
}

export function nameMistake(text: ConfigText, { at, message, onKey }: Problem): Diagnostic {
  let pointer = '';
  for (const key of at) pointer = pointerBelow(pointer, key);
  return onKey === true ? keyMistake(text, pointer, message) : configMistake(text, pointer, message);
}
