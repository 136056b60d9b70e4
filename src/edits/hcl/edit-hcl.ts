/** Changes of Terraform's native syntax: a literal gives way to another, a missing argument or block is written. */
import { textOf, type SourceFile, type SourceRange } from '../../core/source.ts';
import type { TextEdit } from '../../core/text-edit.ts';
import type { Attribute, Block, Body, Expression, ObjectExpression } from '../../loaders/hcl/ast.ts';
import { proposed, refused, type Proposal } from '../../findings/proposal.ts';
import { lineEnd, spelled, spelledLike, type Wanted } from '../spelling.ts';
import { insertArgument, insertBlock } from './insert-argument.ts';

/** Replaces the value in a range, where it is a literal of an argument with this name. */
export function replaceInHcl(body: Body, at: SourceRange, name: string, value: Wanted): Proposal {
  const attribute = attributeAt(body, at);
  if (attribute === undefined || attribute.name !== name) return refused('it is not written as a literal of its own');
  return replaceLiteral(attribute, value);
}

/** Writes an argument into a block, with the nested blocks around it where they are missing. */
export function insertInHcl(block: Block, steps: readonly string[], value: Wanted): Proposal {
  let holder = block;
  for (const [index, name] of steps.slice(0, -1).entries()) {
    const inner = holder.body.blocks.filter(({ type }) => type === name);
    const isDynamic = holder.body.blocks.some(({ type, labels }) => type === 'dynamic' && labels[0]?.text === name);
    if (isDynamic || inner.length > 1) return refused(`it belongs into one of several blocks ${name}`);
    const attribute = holder.body.attributes.find((each) => each.name === name);
    if (attribute !== undefined) return editObject(attribute, steps.slice(index + 1), value);
    const [only] = inner;
    if (only === undefined) return insertMissing(holder, steps.slice(index), value);
    holder = only;
  }
  return insertMissing(holder, steps.slice(-1), value);
}

function insertMissing(holder: Block, steps: readonly string[], value: Wanted): Proposal {
  const [name = ''] = steps;
  const written = spelled(value, 'hcl');
  if (written === undefined) return refused('its value is no plain word');
  const present = holder.body.attributes.find((each) => each.name === name);
  if (present !== undefined) return replaceLiteral(present, value);
  const edit = steps.length === 1 ? insertArgument(holder, name, written) : insertBlock(holder, steps, written);
  return edit === undefined ? refused('the block leaves no room for it') : proposed(edit);
}

/** Of nested attributes, as the provider that is made from CloudFormation's schemas has them. */
export function insertObject(block: Block, steps: readonly string[], value: Wanted): Proposal {
  const [name = '', ...rest] = steps;
  const present = block.body.attributes.find((each) => each.name === name);
  if (rest.length === 0 || present !== undefined) {
    return present !== undefined && rest.length > 0
      ? editObject(present, rest, value)
      : insertMissing(block, [name], value);
  }
  const inner = spelled(value, 'hcl');
  if (inner === undefined) return refused('its value is no plain word');
  const object = rest.reduceRight((around, key) => `{ ${key} = ${around} }`, inner);
  const edit = insertArgument(block, name, object);
  return edit === undefined ? refused('the block leaves no room for it') : proposed(edit);
}

/** Only what an object already says is changed in it. */
function editObject(attribute: Attribute, steps: readonly string[], value: Wanted): Proposal {
  let expression: Expression = attribute.value;
  for (const step of steps) {
    const item: ObjectExpression['items'][number] | undefined =
      expression.kind === 'object' ? expression.items.find(({ key }) => isName(key, step)) : undefined;
    if (item === undefined) return refused(`it belongs into the value of ${attribute.name}`);
    expression = item.value;
  }
  return replaceLiteral({ value: expression }, value);
}

function isName(key: Expression, name: string): boolean {
  const [part] = key.kind === 'template' ? key.parts : [];
  return part?.kind === 'text' && part.text === name;
}

function replaceLiteral({ value: expression }: Pick<Attribute, 'value'>, value: Wanted): Proposal {
  if (!isLiteral(expression)) return refused('an expression decides it');
  const text = spelledLike(textOf(expression.range), value, 'hcl');
  return text === undefined ? refused('its value is no plain word') : proposed(inPlace(expression.range, text));
}

/** The comment behind it stays in its column, where it stands under or over another one. */
function inPlace(range: SourceRange, written: string): TextEdit {
  const { file, start, end } = range;
  const gap = /^[ \t]+(?=#|\/\/)/u.exec(file.text.slice(end, lineEnd(file.text, end)))?.[0].length ?? 0;
  const room = end + gap - start - written.length;
  if (gap === 0 || room < 1 || !isUnderComment(file, end + gap)) return { range, text: written };
  return { range: { file, start, end: end + gap }, text: written + ' '.repeat(room) };
}

function isUnderComment(file: SourceFile, offset: number): boolean {
  const { line, column } = file.positionAt(offset);
  const beside = [file.lineText(line - 1), file.lineText(line + 1)];
  return beside.some((text) => /^(?:#|\/\/)/u.test(text.slice(column - 1)) && /=/u.test(text.slice(0, column - 1)));
}

function isLiteral(expression: Expression): boolean {
  if (expression.kind === 'literal') return true;
  if (expression.kind !== 'template' || expression.heredoc) return false;
  return expression.parts.every(({ kind }) => kind === 'text');
}

/** The argument whose value stands exactly in a range, however deep. */
function attributeAt(body: Body, at: SourceRange): Attribute | undefined {
  const own = body.attributes.find(({ value: { range } }) => range.start === at.start && range.end === at.end);
  if (own !== undefined) return own;
  const inner = body.blocks.find(({ range }) => range.start <= at.start && at.end <= range.end);
  return inner === undefined ? undefined : attributeAt(inner.body, at);
}

/** The block with a header, or with a range, however deep. */
export function blockAt(body: Body, at: SourceRange): Block | undefined {
  const inner = body.blocks.find(({ range }) => range.start <= at.start && at.end <= range.end);
  if (inner === undefined) return undefined;
  const { headerRange, range } = inner;
  const isIt = [headerRange, range].some(({ start, end }) => start === at.start && end === at.end);
  return isIt ? inner : blockAt(inner.body, at);
}
