/** The `Parameters` section: the value of each parameter is the stated one, else its default, else unknown. */
import type { SourceRange } from '../../core/source.ts';
import { list, type Marks, noMarks, scalar, unknown, type Value } from '../../core/value.ts';
import { type MappingEntry, type TemplateNode, valueOf } from '../../loaders/template-node.ts';
import type { Deployment } from '../deployment.ts';
import { literalValue } from './literals.ts';
import { identityOf } from './symbols.ts';
import { knownText } from './text.ts';

export function parameterValues(
  section: TemplateNode | undefined,
  stated: ReadonlyMap<string, Value>,
  deployment: Deployment,
): ReadonlyMap<string, Value> {
  const values = new Map<string, Value>();
  if (section?.kind !== 'mapping') return values;
  for (const entry of section.entries) values.set(entry.key, parameterValue(entry, stated.get(entry.key), deployment));
  return values;
}

function parameterValue(
  { key: name, keyRange, value: declaration }: MappingEntry,
  stated: Value | undefined,
  deployment: Deployment,
): Value {
  const type = knownText(literalOf(declaration, 'Type')) ?? 'String';
  const given = stated ?? literalOf(declaration, 'Default');
  const isSecret = knownText(literalOf(declaration, 'NoEcho')) === 'true';
  if (given === undefined) {
    const cure = `Give --parameters a file with a value for ${name}.`;
    const marks: Marks = { ...noMarks, sensitive: isSecret, perDeployment: true };
    return unknown(
      `${deployment.id}#parameter ${name}`,
      { code: 'input', subject: `parameter ${name}`, cure },
      keyRange,
      marks,
    );
  }
  const isLookup = type.startsWith('AWS::SSM::Parameter::Value<');
  const marks: Marks = {
    ...given.marks,
    sensitive: isSecret || given.marks.sensitive,
    perDeployment: stated !== undefined || isLookup,
  };
  if (isLookup) return lookedUp(name, given, marks, deployment);
  return given.kind === 'unknown' ? { ...given, marks } : { ...typed(given, type), marks };
}

/**
 * The value of a Systems Manager parameter, whose name is what is given. Two parameters that name the same one are equal.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-supplied-parameter-types.html
 */
function lookedUp(name: string, path: Value, marks: Marks, deployment: Deployment): Value {
  const subject = `parameter ${name} (Systems Manager parameter ${knownText(path) ?? 'of unknown name'})`;
  return unknown(
    `${deployment.id}#lookup ssm ${identityOf(path)}`,
    { code: 'data-source', subject, cure: '' },
    path.range,
    marks,
  );
}

function literalOf(declaration: TemplateNode, key: string): Value | undefined {
  const node = valueOf(declaration, key);
  return node === undefined ? undefined : literalValue(node);
}

/** Values of list types are written as one text with commas; `Number` is a number; all else is text, also where YAML typed it otherwise. */
function typed(given: Value, type: string): Value {
  const itemType = type === 'CommaDelimitedList' ? 'String' : /^List<(.+)>$/u.exec(type)?.[1];
  if (itemType !== undefined) {
    const items = given.kind === 'list' ? given.items : splitAtCommas(knownText(given) ?? '', given.range);
    return list(
      items.map((item) => typed(item, itemType)),
      given.range,
    );
  }
  const text = knownText(given);
  if (text === undefined) return given;
  return scalar(
    type === 'Number' && text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : text,
    given.range,
  );
}

/** An empty text is a list of one empty text: templates of AWS's own ask for its first item to see whether anything was given. */
function splitAtCommas(text: string, range: SourceRange | undefined): readonly Value[] {
  return text.split(',').map((item) => scalar(item.trim(), range));
}
