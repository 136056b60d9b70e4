/** Files of parameter values, in the forms that AWS's tools take: a file in, name → value out, with the tags of the stack. */
import { outcome, type Outcome } from '../../core/outcome.ts';
import type { SourceFile, SourceRange } from '../../core/source.ts';
import { type Marks, noMarks, scalar, unknown, type Value } from '../../core/value.ts';
import { environmentNamed, isSamConfig, readSamConfig } from '../../discovery/sam-config.ts';
import { type Override, overrideIn, overridesIn } from '../../discovery/overrides.ts';
import { loadTemplateFile } from '../../loaders/cloudformation/template.ts';
import { type TemplateNode, valueOf } from '../../loaders/template-node.ts';
import { literalValue } from './literals.ts';

export interface ParameterFile {
  readonly parameters: ReadonlyMap<string, StatedParameter>;
  /** CloudFormation gives them to every resource of the stack. */
  readonly tags: ReadonlyMap<string, Value>;
}

export interface StatedParameter {
  readonly value: Value;
  readonly nameAt: SourceRange;
}

interface Gathered {
  readonly parameters: Map<string, StatedParameter>;
  readonly tags: Map<string, Value>;
  readonly wrong: TemplateNode[];
}

/** The names of the sections of parameters and tags in the files that have such. */
const sections: readonly (readonly [parameters: string, tags: string])[] = [
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/continuous-delivery-codepipeline-cfn-artifacts.html#w2ab1c13c17c15
  ['Parameters', 'Tags'],
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/git-sync-concepts-terms.html
  ['parameters', 'tags'],
];

/**
 * Reads `[{ "ParameterKey": …, "ParameterValue": … }]`, `["Key=value"]`, `{ "Parameters": { … } }`, a deployment file of Git
 * sync, a plain mapping, `Key=value` in lines, and the environment of a `samconfig.toml` or `samconfig.yaml`.
 * Nothing is known of a parameter that keeps its value from the last deployment (`UsePreviousValue`).
 *
 * @param environment of a `samconfig.toml`; undefined: the one that `sam deploy` takes
 */
export function readParameterFile(file: SourceFile, environment?: string): Outcome<ParameterFile> {
  if (isSamConfig(file.path)) return readEnvironment(file, environment);
  if (/^\s*(?:#[^\n]*\n\s*)*\w+=/u.test(file.text)) {
    return outcome({
      parameters: statedIn(overridesIn(file.text, { file, start: 0, end: file.text.length })),
      tags: new Map(),
    });
  }
  const loaded = loadTemplateFile(file);
  const { root } = loaded.value;
  const gathered: Gathered = { parameters: new Map(), tags: new Map(), wrong: [] };
  if (root?.kind === 'sequence') for (const item of root.items) addItem(item, gathered);
  else if (root !== undefined) addSections(root, gathered);
  const diagnostics = gathered.wrong.map(({ range }) => ({
    code: 'input/syntax' as const,
    level: 'error' as const,
    message: 'This is not a parameter value.',
    help: 'Write a mapping from names to values, or a list of { "ParameterKey": name, "ParameterValue": value }.',
    range,
    path: file.path,
  }));
  return outcome(gathered, [...loaded.diagnostics, ...diagnostics]);
}

function readEnvironment(file: SourceFile, name: string | undefined): Outcome<ParameterFile> {
  const { value: environments, diagnostics } = readSamConfig(file);
  const environment = environmentNamed(environments, name);
  if (environment === undefined) {
    const names = environments.map((each) => each.name).join(', ');
    const message =
      name === undefined
        ? `${file.path} states several environments, and none of them is the default.`
        : `${file.path} states no environment "${name}".`;
    const help = names === '' ? '' : `Name one of: ${names}; as in "${file.path}#${environments[0]?.name ?? ''}".`;
    const noEnvironment = { code: 'input/variable', level: 'warning', message, help, path: file.path } as const;
    const nothing = { parameters: new Map(), tags: new Map() };
    return outcome(nothing, diagnostics.length > 0 ? diagnostics : [noEnvironment]);
  }
  const tags = new Map(environment.tags.map(({ name: key, text, range }) => [key, given(scalar(text, range))]));
  return outcome({ parameters: statedIn(environment.overrides), tags }, diagnostics);
}

function statedIn(overrides: readonly Override[]): ReadonlyMap<string, StatedParameter> {
  return new Map(
    overrides.map(({ name, text, range }) => [name, { value: given(scalar(text, range)), nameAt: range }]),
  );
}

function addSections(root: TemplateNode, gathered: Gathered): void {
  const [names = [undefined, undefined]] = sections.filter((each) =>
    each.some((name) => valueOf(root, name) !== undefined),
  );
  const [parameters, tags] = names.map((name) => (name === undefined ? undefined : valueOf(root, name)));
  const values = names[0] === undefined ? root : parameters;
  if (values !== undefined && values.kind !== 'mapping') gathered.wrong.push(values);
  else
    for (const { key, keyRange, value } of values?.entries ?? [])
      gathered.parameters.set(key, { value: given(literalValue(value)), nameAt: keyRange });
  if (tags?.kind !== 'mapping') return;
  for (const { key, value } of tags.entries) gathered.tags.set(key, given(literalValue(value)));
}

function addItem(item: TemplateNode, { parameters, wrong }: Gathered): void {
  if (item.kind === 'scalar') {
    const overrides = statedIn(overrideIn(item.source, item.range));
    if (overrides.size === 0) wrong.push(item);
    for (const [name, stated] of overrides) parameters.set(name, stated);
    return;
  }
  const key = valueOf(item, 'ParameterKey');
  if (key?.kind !== 'scalar') {
    wrong.push(item);
    return;
  }
  const node = valueOf(item, 'ParameterValue');
  const value = node === undefined ? keptValue(key.source, item, key.range.file.path) : given(literalValue(node));
  parameters.set(key.source, { value, nameAt: key.range });
}

function given(value: Value): Value {
  const marks: Marks = { ...noMarks, perDeployment: true };
  return { ...value, marks };
}

function keptValue(name: string, item: TemplateNode, path: string): Value {
  const cure = `Write a "ParameterValue" for ${name} into ${path}.`;
  const marks: Marks = { ...noMarks, perDeployment: true };
  return unknown(`${path}#parameter ${name}`, { code: 'input', subject: `parameter ${name}`, cure }, item.range, marks);
}
