/** Sets one property of one declaration: the literal that decides it gives way, or what is missing is written. */
import { readBelow } from '../conditions/read-place.ts';
import { pointerBelow } from '../core/pointer.ts';
import { locationOf, rangeKey, type SourceRange } from '../core/source.ts';
import { refused, type Proposal } from '../findings/proposal.ts';
import type { GraphNode } from '../graph/node.ts';
import type { Block, Body } from '../loaders/hcl/ast.ts';
import { valueOf } from '../loaders/template-node.ts';
import { sourceNames, type SourceName } from '../normalization/source-names.ts';
import { blockAt, insertInHcl, insertObject, replaceInHcl } from './hcl/edit-hcl.ts';
import { insertSatellite } from './hcl/insert-satellite.ts';
import type { EditableText, SourceTexts } from './source-texts.ts';
import type { Wanted } from './spelling.ts';
import { holderAt, insertInTemplate, replaceInTemplate, type TemplateText } from './template/edit-template.ts';
import { inTerraform } from './wanted-value.ts';

/** What is to be set: a property by its keys below `properties`. */
export interface Wish {
  readonly node: GraphNode;
  readonly keys: readonly string[];
  readonly value: Wanted;
}

export function editProperty(wish: Wish, texts: SourceTexts): Proposal {
  const { node, keys } = wish;
  const declaration = declarationOf(node);
  if (typeof declaration === 'string') return refused(declaration);
  const names = namesOf(node, keys);
  const origin = node.origin(keys.reduce<string>(pointerBelow, '/properties'));
  const isThere = readBelow(node.document, ['properties', ...keys]) !== undefined;
  if (!isThere || origin === undefined || origin.how === 'default')
    return insertProperty(wish, names, declaration, texts);
  if (origin.decidedAt !== undefined) return refused(`it is decided in ${placeName(origin.decidedAt)}`);
  if (origin.how === 'modelled') return refused('a module that is not yours declares it');
  if (origin.literal === false) return refused('it is decided for each deployment anew');
  const text = texts.textOf(origin.range.file);
  return text === undefined ? refused(unreadable(origin.range)) : replaceProperty(wish, names, origin.range, text);
}

/** Its header; or why nothing can be written there. */
function declarationOf({ kind, header, place, construct }: GraphNode): SourceRange | string {
  if (construct !== undefined) return 'CDK writes the template anew: set it in the app';
  if ((kind !== 'declared' && kind !== 'part') || header === undefined) return 'a module that is not yours declares it';
  return place !== undefined && place.file !== header.file ? 'a module that is not yours declares it' : header;
}

export function namesOf(
  { language, sourceType, type, kind }: GraphNode,
  keys: readonly string[],
): readonly SourceName[] {
  if (language === undefined) return [];
  return sourceNames({ language, sourceType, partType: kind === 'part' ? type : undefined }, keys);
}

function replaceProperty(
  { value, node }: Wish,
  names: readonly SourceName[],
  at: SourceRange,
  text: EditableText,
): Proposal {
  let answer: Proposal = refused('it has no argument here');
  for (const { steps, field } of names) {
    const written = node.language === 'terraform' ? inTerraform(value, field) : value;
    const name = steps.at(-1);
    if (written === undefined || name === undefined) continue;
    answer =
      text.kind === 'hcl'
        ? replaceInHcl(text.body, at, name, written)
        : replaceInTemplate(text.template, at, name, written);
    if (answer.kind === 'edits') return answer;
  }
  return answer;
}

function insertProperty(wish: Wish, names: readonly SourceName[], header: SourceRange, texts: SourceTexts): Proposal {
  const { node } = wish;
  const at = node.kind === 'part' ? node.origin('/properties')?.range : header;
  const text = at === undefined ? undefined : texts.textOf(at.file);
  if (at === undefined || text === undefined) return refused(unreadable(header));
  if (text.kind === 'template') return insertIntoTemplate(wish, names, at, text.template);
  const block = blockAt(text.body, at);
  return block === undefined ? refused(unreadable(at)) : insertIntoBlock(wish, names, block, text.body);
}

function insertIntoBlock(
  { node, keys, value }: Wish,
  names: readonly SourceName[],
  block: Block,
  file: Body,
): Proposal {
  const name = nameInBlock(names, block);
  const written = name === undefined ? undefined : inTerraform(value, name.field);
  if (name === undefined || written === undefined) return refused('it has no argument here');
  if (node.sourceType.startsWith('awscc_')) return insertObject(block, name.steps, written);
  if (name.satellite === undefined) return insertInHcl(block, name.steps, written);
  if (node.origin(pointerBelow('/properties', keys[0] ?? ''))?.how === 'folded') {
    return refused(`a resource ${name.satellite.terraform} decides it`);
  }
  return insertSatellite({ block, file }, name.satellite, name.steps, written);
}

/** A resource of its own, unless the block has the older nested form. */
function nameInBlock(names: readonly SourceName[], block: Block): SourceName | undefined {
  const inline = names.find(
    ({ satellite, steps }) => satellite === undefined && block.body.blocks.some(({ type }) => type === steps[0]),
  );
  return inline ?? names[0];
}

function insertIntoTemplate(
  { node, value }: Wish,
  names: readonly SourceName[],
  at: SourceRange,
  template: TemplateText,
): Proposal {
  const holder = holderAt(template.root, at);
  const [name] = names;
  if (holder === undefined || name === undefined) return refused('it has no property here');
  if (node.language === 'terraform') {
    const written = inTerraform(value, name.field);
    if (name.satellite !== undefined || written === undefined) return refused('it takes a resource of its own');
    return insertInTemplate(template, holder, name.steps, written);
  }
  if (node.kind === 'part') return insertInTemplate(template, holder, name.steps, value);
  const type = valueOf(holder.mapping, 'Type');
  if (type?.kind !== 'scalar' || type.value !== node.sourceType) return refused('a transform makes this resource');
  return insertInTemplate(template, holder, ['Properties', ...name.steps], value);
}

function unreadable(range: SourceRange): string {
  return `${range.file.path} can't be edited`;
}

function placeName(range: SourceRange): string {
  const { file, line } = locationOf(range);
  return `${file}:${line}`;
}

/** Nodes with the same one are instances of the same lines. */
export function linesKey({ header, part, anchor }: GraphNode): string {
  return `${header === undefined ? anchor : rangeKey(header)} ${part ?? ''}`;
}
