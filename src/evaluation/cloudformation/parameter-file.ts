/** Files of parameter values, in the forms that AWS's tools take: a file in, name → value out. */
import { outcome, type Outcome } from '../../core/outcome.ts';
import type { SourceFile } from '../../core/source.ts';
import { type Marks, noMarks, scalar, unknown, type Value } from '../../core/value.ts';
import { loadTemplateFile } from '../../loaders/cloudformation/template.ts';
import { type TemplateNode, valueOf } from '../../loaders/template-node.ts';
import { literalValue } from './literals.ts';

/**
 * Reads `[{ "ParameterKey": …, "ParameterValue": … }]`, `["Key=value"]`, `{ "Parameters": { … } }` and a plain mapping.
 * Nothing is known of a parameter that keeps its value from the last deployment (`UsePreviousValue`).
 */
export function readParameterFile(file: SourceFile): Outcome<ReadonlyMap<string, Value>> {
  const loaded = loadTemplateFile(file);
  const { root } = loaded.value;
  const values = new Map<string, Value>();
  if (root === undefined) return outcome(values, loaded.diagnostics);
  const wrong: TemplateNode[] = [];
  if (root.kind === 'sequence') {
    for (const item of root.items) if (!addItem(item, values)) wrong.push(item);
  } else {
    const section = valueOf(root, 'Parameters') ?? root;
    if (section.kind !== 'mapping') wrong.push(section);
    else for (const { key, value } of section.entries) values.set(key, given(literalValue(value)));
  }
  const diagnostics = wrong.map(({ range }) => ({
    code: 'input/syntax' as const,
    level: 'error' as const,
    message: 'This is not a parameter value.',
    help: 'Write a mapping from names to values, or a list of { "ParameterKey": name, "ParameterValue": value }.',
    range,
    path: file.path,
  }));
  return outcome(values, [...loaded.diagnostics, ...diagnostics]);
}

function addItem(item: TemplateNode, values: Map<string, Value>): boolean {
  if (item.kind === 'scalar') {
    const separator = item.source.indexOf('=');
    if (separator > 0)
      values.set(item.source.slice(0, separator), given(scalar(item.source.slice(separator + 1), item.range)));
    return separator > 0;
  }
  const key = valueOf(item, 'ParameterKey');
  if (key?.kind !== 'scalar') return false;
  const value = valueOf(item, 'ParameterValue');
  values.set(
    key.source,
    value === undefined ? keptValue(key.source, item, key.range.file.path) : given(literalValue(value)),
  );
  return true;
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
