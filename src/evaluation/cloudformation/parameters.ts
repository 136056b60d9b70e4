/** The `Parameters` section: the value of each parameter is the stated one, else its default, else unknown. */
import { printText } from '../../core/print.ts';
import type { SourceRange } from '../../core/source.ts';
import { list, type Marks, noMarks, scalar, unknown, type Value } from '../../core/value.ts';
import { type MappingEntry, type TemplateNode, valueOf } from '../../loaders/template-node.ts';
import { lookupOpening } from './dynamic-references.ts';
import { literalValue } from './literals.ts';
import { refusalOf } from './parameter-constraints.ts';
import type { Trouble } from './scope.ts';
import { derivedUnknown, identityOf } from './symbols.ts';
import { knownText, type TextPart } from './text.ts';

export interface ParameterSource {
  /** The values that are given, with the places where they are. */
  readonly stated: ReadonlyMap<string, Value>;
  /** They are given by another template, whose code decides them, and not by who deploys. */
  readonly isNested: boolean;
  /** Whether the stack exists is not known. */
  readonly mayExist: boolean;
  /** The key of a symbol of this stack. */
  readonly key: (name: string) => string;
  /** Told of values that CloudFormation would refuse. */
  readonly report: (trouble: Trouble) => void;
}

export function parameterValues(
  section: TemplateNode | undefined,
  source: ParameterSource,
): ReadonlyMap<string, Value> {
  const values = new Map<string, Value>();
  if (section?.kind !== 'mapping') return values;
  for (const entry of section.entries) values.set(entry.key, parameterValue(entry, source));
  return values;
}

function parameterValue(entry: MappingEntry, source: ParameterSource): Value {
  const { key: name, keyRange, value: declaration } = entry;
  const { isNested, key } = source;
  const stated = allowedValue(entry, source);
  const type = knownText(literalOf(declaration, 'Type')) ?? 'String';
  const given = stated ?? literalOf(declaration, 'Default');
  const isSecret = knownText(literalOf(declaration, 'NoEcho')) === 'true';
  if (given === undefined) {
    const cure = isNested ? `Pass ${name} to the stack.` : `Give --parameters a file with a value for ${name}.`;
    const marks: Marks = { ...noMarks, sensitive: isSecret, perDeployment: true };
    const reason = {
      code: 'input',
      subject: `parameter ${name}`,
      cure,
      ...(isCheckedByAws(type) && { isOfRegion: true }),
    } as const;
    return asZones(unknown(key(`parameter ${name}`), reason, keyRange, marks), type);
  }
  const isLookup = type.startsWith('AWS::SSM::Parameter::Value<');
  const marks: Marks = {
    ...given.marks,
    sensitive: isSecret || given.marks.sensitive,
    perDeployment: isLookup || (stated !== undefined && (!isNested || stated.marks.perDeployment)),
  };
  if (isLookup) return lookedUp(name, given, marks, key);
  return { ...asZones(given.kind === 'unknown' ? given : typed(given, type, keyRange), type), marks };
}

/**
 * Zones of one Region, picked one by one: like those of `Fn::GetAZs`, two of them are two zones, whichever they are.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-supplied-parameter-types.html
 */
function asZones(value: Value, type: string): Value {
  if (value.kind !== 'unknown' || type !== 'List<AWS::EC2::AvailabilityZone::Name>') return value;
  const { symbol } = value;
  return symbol.key.endsWith('|zone') ? value : { ...value, symbol: { ...symbol, key: `${symbol.key}|zone` } };
}

/** CloudFormation takes only what exists in the account and Region of the stack. */
// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-supplied-parameter-types.html
function isCheckedByAws(type: string): boolean {
  return /^(?:List<)?AWS::(?!SSM::)/u.test(type);
}

/** What another template passes on from a default of its own asks to be stated there; and so does a stack that may not exist. */
function mayBeAnother({ decidedAt, marks }: Value, { isNested, mayExist }: ParameterSource): boolean {
  return isNested && (mayExist || (decidedAt !== undefined && !marks.perDeployment));
}

/** The stated value; unknown where CloudFormation would deploy nothing with it. */
function allowedValue({ key: name, value: declaration }: MappingEntry, source: ParameterSource): Value | undefined {
  const stated = source.stated.get(name);
  const refusal = stated === undefined || mayBeAnother(stated, source) ? undefined : refusalOf(declaration, stated);
  if (stated === undefined || refusal === undefined) return stated;
  const isSecret = stated.marks.sensitive || knownText(literalOf(declaration, 'NoEcho')) === 'true';
  const value = isSecret ? 'value' : `value "${printText(knownText(stated) ?? 'of this list')}"`;
  const help = knownText(literalOf(declaration, 'ConstraintDescription')) ?? `State a value that ${name} allows.`;
  if (stated.range !== undefined) {
    const message = `CloudFormation refuses this ${value} of ${name}: it ${refusal}.`;
    source.report({ code: 'input/variable', level: 'warning', message, help, range: stated.range });
  }
  const reason = { code: 'invalid', subject: `parameter ${name}, whose stated value is refused`, cure: help } as const;
  return unknown(source.key(`refused parameter ${name}`), reason, stated.range, stated.marks);
}

/**
 * The value of a Systems Manager parameter, whose name is what is given. Two parameters that name the same one are equal.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-supplied-parameter-types.html
 */
function lookedUp(name: string, path: Value, marks: Marks, key: ParameterSource['key']): Value {
  const subject = `parameter ${name} (Systems Manager parameter ${knownText(path) ?? 'of unknown name'})`;
  return unknown(key(`lookup ssm ${identityOf(path)}`), { code: 'data-source', subject, cure: '' }, path.range, marks);
}

function literalOf(declaration: TemplateNode, key: string): Value | undefined {
  const node = valueOf(declaration, key);
  return node === undefined ? undefined : literalValue(node);
}

/** Values of list types are written as one text with commas; `Number` is a number; all else is text, also where YAML typed it otherwise. */
function typed(given: Value, type: string, fallback: SourceRange): Value {
  const itemType = type === 'CommaDelimitedList' ? 'String' : /^List<(.+)>$/u.exec(type)?.[1];
  if (itemType !== undefined) {
    const items = given.kind === 'list' ? given.items : itemsOf(given);
    if (items === undefined) return unknownList(given, given.range ?? fallback);
    return list(
      items.map((item) => typed(item, itemType, fallback)),
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

function unknownList(given: Value, range: SourceRange): Value {
  const value = derivedUnknown('list', [given], range);
  const lookup = /\{\{resolve:[^}]*\}\}/u.exec(knownText(given) ?? '')?.[0];
  if (lookup === undefined) return value;
  return { ...value, symbol: { ...value.symbol, reason: { code: 'data-source', subject: lookup, cure: '' } } };
}

/**
 * The items of one text with commas, also of one that another template joined of names and ids, in which no comma stands;
 * undefined where a part of it is not known at all.
 */
function itemsOf(given: Value): readonly Value[] | undefined {
  const text = knownText(given);
  // How many items a text has that is looked up is not known.
  if (text?.includes(lookupOpening) === true) return undefined;
  if (text !== undefined) return splitAtCommas(text, given.range);
  const parts = given.kind === 'template' ? given.parts : [given];
  const items: TextPart[][] = [[]];
  for (const part of parts) {
    if (typeof part !== 'string' && part.kind !== 'reference') return undefined;
    const [first = '', ...others] = typeof part === 'string' ? part.split(',') : [part];
    items.at(-1)?.push(first);
    for (const other of others) items.push([other]);
  }
  return items.map((item) =>
    joined(
      item.filter((part) => part !== ''),
      given,
    ),
  );
}

function joined(parts: readonly TextPart[], { range, marks }: Value): Value {
  const [only = ''] = parts;
  if (parts.length > 1) return { kind: 'template', parts, range, decidedAt: undefined, marks };
  return typeof only === 'string' ? scalar(only.trim(), range, marks) : only;
}

/** An empty text is a list of one empty text: templates of AWS's own ask for its first item to see whether anything was given. */
function splitAtCommas(text: string, range: SourceRange | undefined): readonly Value[] {
  return text.split(',').map((item) => scalar(item.trim(), range));
}
