/** Writes a property that the code doesn't say: into its block, or as a resource of its own. */
import { readBelow } from '../conditions/read-place.ts';
import { pointerBelow } from '../core/pointer.ts';
import type { SourceRange } from '../core/source.ts';
import { refused, type Proposal } from '../findings/proposal.ts';
import type { GraphNode } from '../graph/node.ts';
import type { Block, Body } from '../loaders/hcl/ast.ts';
import { valueOf } from '../loaders/template-node.ts';
import type { SourceName } from '../normalization/source-names.ts';
import type { DraftTexts } from './draft-texts.ts';
import { blockAt, insertInHcl, insertObject } from './hcl/edit-hcl.ts';
import { insertSatellite } from './hcl/insert-satellite.ts';
import { ignored, isIgnoredInHcl, isIgnoredInJson } from './ignored-changes.ts';
import type { EditableText } from './source-texts.ts';
import type { Wanted } from './spelling.ts';
import { holderAt, insertInTemplate } from './template/edit-template.ts';
import { ownReplica } from './template/own-replica.ts';
import { inTerraform } from './wanted-value.ts';
import type { Wish } from './wish.ts';

type InTemplate = Extract<EditableText, { kind: 'template' }>;

export function insertProperty(
  wish: Wish,
  names: readonly SourceName[],
  header: SourceRange,
  texts: DraftTexts,
): Proposal {
  const { node, target } = wish;
  const isInItem = target.kind === 'property' && target.keys.some((key) => /^\d+$/u.test(key));
  if (isInItem) return refused('it belongs into an item of a list');
  const range = node.kind === 'part' ? node.origin('/properties')?.range : header;
  if (range === undefined) return refused('nothing in the source stands for it alone');
  const text = texts.textOf(range.file);
  const at = texts.placeOf(range);
  if (text.kind === 'none') return refused(text.because);
  if (text.kind === 'template') {
    return node.language === 'terraform'
      ? insertIntoJson(wish, names, at, text)
      : insertIntoTemplate(wish, names, at, text);
  }
  const block = blockAt(text.body, at);
  return block === undefined
    ? refused('an expression makes its block')
    : insertIntoBlock(wish, names, { block, file: text.body });
}

function insertIntoBlock(
  { node, target, value }: Wish,
  names: readonly SourceName[],
  { block, file }: { readonly block: Block; readonly file: Body },
): Proposal {
  const name = nameInBlock(names, block);
  const written = name === undefined ? undefined : inTerraform(value, name.field);
  if (name === undefined || written === undefined) return refused('it has no argument here');
  if (isIgnoredInHcl(file, block.headerRange, name.steps)) return ignored(name);
  if (target.kind === 'resource-attribute') return insertInHcl(block, name.steps, written);
  if (node.sourceType.startsWith('awscc_')) return insertAsObject(node, block, name, written);
  if (name.satellite === undefined) return insertInHcl(block, name.steps, written);
  if (node.origin(pointerBelow('/properties', target.keys[0] ?? ''))?.how === 'folded') {
    return refused(`a resource ${name.satellite.terraform} decides it`);
  }
  return insertSatellite({ block, file }, name.satellite, name.steps, written);
}

/** Of the provider that is made from CloudFormation's schemas, whose nested properties are objects and lists of them. */
function insertAsObject({ sourceType, kind }: GraphNode, block: Block, name: SourceName, written: Wanted): Proposal {
  if (name.attribute !== undefined) return refused(`it belongs into the list ${name.steps.join('.')}`);
  if (sourceType === 'awscc_dynamodb_global_table' && kind !== 'part') {
    return refused('it belongs into one of several replicas');
  }
  return insertObject(block, name.steps, written);
}

/** A resource of its own, unless the block has the older nested form. */
function nameInBlock(names: readonly SourceName[], block: Block): SourceName | undefined {
  const inline = names.find(
    ({ satellite, steps }) => satellite === undefined && block.body.blocks.some(({ type }) => type === steps[0]),
  );
  return inline ?? names[0];
}

function insertIntoTemplate(
  wish: Wish,
  names: readonly SourceName[],
  at: SourceRange,
  { template }: InTemplate,
): Proposal {
  const { node, target, value } = wish;
  const holder = holderAt(template.root, at);
  if (holder === undefined) return refused('an expression makes its block');
  if (node.sourceType === 'AWS::DynamoDB::GlobalTable' && node.kind !== 'part' && target.kind === 'property') {
    const replica = ownReplica(holder.mapping, regionOf(node));
    if (replica === undefined) return refused('it belongs into one of several replicas');
    return insertInTemplate(template, replica, target.keys, { value });
  }
  const [name] = names;
  if (name === undefined) return refused('it has no property here');
  const wanted = { value, attribute: name.attribute };
  if (node.kind === 'part') return insertInTemplate(template, holder, name.steps, wanted);
  const type = valueOf(holder.mapping, 'Type');
  if (type?.kind !== 'scalar' || type.value !== node.sourceType) return refused('a transform makes this resource');
  const around = target.kind === 'property' ? ['Properties'] : [];
  return insertInTemplate(template, holder, [...around, ...name.steps], wanted);
}

/** Terraform's, written in JSON. */
function insertIntoJson(
  { value }: Wish,
  [name]: readonly SourceName[],
  at: SourceRange,
  { template }: InTemplate,
): Proposal {
  const holder = holderAt(template.root, at);
  const written = name === undefined ? undefined : inTerraform(value, name.field);
  if (holder === undefined || name === undefined || written === undefined) return refused('it has no argument here');
  if (name.satellite !== undefined) return refused(`it takes a resource ${name.satellite.terraform} of its own`);
  if (isIgnoredInJson(template.root, at, name.steps)) return ignored(name);
  return insertInTemplate(template, holder, name.steps, { value: written });
}

function regionOf({ document }: GraphNode): string | undefined {
  const region = readBelow(document, ['region']);
  return typeof region === 'string' ? region : undefined;
}
