/**
 * Loads the mechanisms of one service from their YAML when they are compiled in: the data, or every mistake with its line
 * and what was probably meant.
 */
import type { ValidateFunction } from 'ajv';
import { compileMechanism } from '../assessment/compile-mechanism.ts';
import {
  mechanismParameters,
  type MechanismData,
  type MechanismFile,
  type MechanismSubject,
} from '../assessment/mechanism.ts';
import { readConfigText } from '../config/config-text.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import { outcome, type Outcome } from '../core/outcome.ts';
import type { SourceFile } from '../core/source.ts';
import { suggest } from '../core/suggest.ts';
import type { Problem } from '../conditions/compile-path.ts';
import { nameMistake, shapeMistakes } from './load-policies.ts';
import mechanismSchema from './mechanism.schema.json' with { type: 'json' };
import type { GroupsFile } from './policy-file.ts';
import policySchema from './policy.schema.json' with { type: 'json' };
import { vocabularyOf, type PolicyVocabulary } from './policy-vocabulary.ts';

/** A file of mechanisms as written: name → mechanism. */
type ServiceFile = Readonly<Record<string, MechanismFile>>;

export interface MechanismVocabulary extends PolicyVocabulary {
  /** The groups as written: a mechanism for a group is compiled in for each of its types. */
  readonly groupFiles: GroupsFile;
}

/** The value is empty when there is a mistake. */
export async function loadMechanisms(
  service: string,
  source: SourceFile,
  vocabulary: MechanismVocabulary,
): Promise<Outcome<readonly MechanismData[]>> {
  const { value: text, diagnostics } = readConfigText(source);
  if (text === undefined) return outcome([], diagnostics);
  const validate = await validator();
  const { data } = text;
  if (!validate(data)) return outcome([], shapeMistakes(text, validate.errors ?? []));
  const mechanisms: MechanismData[] = [];
  const mistakes: Diagnostic[] = [];
  for (const [name, file] of Object.entries(data)) {
    const problems = check(file, vocabulary).map(({ at, ...rest }) => ({ ...rest, at: [name, ...at] }));
    mistakes.push(...problems.map((problem) => nameMistake(text, problem)));
    const { for: _, ...rest } = file;
    mechanisms.push({ ...rest, id: `${service}/${name}`, subjects: subjectsOf(file, vocabulary) });
  }
  return mistakes.length > 0 ? outcome([], mistakes) : outcome(mechanisms);
}

let compiled: Promise<ValidateFunction<ServiceFile>> | undefined;

function validator(): Promise<ValidateFunction<ServiceFile>> {
  compiled ??= import('ajv/dist/2020.js').then(({ Ajv2020 }) =>
    new Ajv2020({ allErrors: true, verbose: true, allowUnionTypes: true, strictRequired: false })
      .addSchema(policySchema, 'policy')
      .compile<ServiceFile>(mechanismSchema),
  );
  return compiled;
}

function check(file: MechanismFile, vocabulary: MechanismVocabulary): readonly Problem[] {
  const subjects = namesOf(file);
  const unknown = subjects.flatMap((subject, index): readonly Problem[] => {
    if (vocabulary.groups.has(subject) || vocabulary.types?.has(subject) === true) return [];
    const near = suggest(subject, [...vocabulary.groups.keys(), ...(vocabulary.types?.keys() ?? [])]);
    const help = near === undefined ? '' : ` Did you mean "${near}"?`;
    const at = subjects.length === 1 ? ['for'] : ['for', index];
    return [{ at, message: `"${subject}" is no type, part or group.${help}` }];
  });
  const names = { ...vocabularyOf({ subjects, params: {} }, vocabulary), params: mechanismParameters };
  return [...unknown, ...compileMechanism('', file, names).problems];
}

function namesOf(file: MechanismFile): readonly string[] {
  return typeof file.for === 'string' ? [file.for] : file.for;
}

function subjectsOf(file: MechanismFile, { groupFiles }: MechanismVocabulary): readonly MechanismSubject[] {
  return namesOf(file).flatMap((name) =>
    (groupFiles[name] ?? [name]).map((member) => (typeof member === 'string' ? { type: member } : member)),
  );
}
