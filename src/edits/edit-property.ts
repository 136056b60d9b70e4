/** Sets one property of one declaration: the literal that decides it gives way, or what is missing is written. */
import { readBelow } from '../conditions/read-place.ts';
import { isDocumentMap, type Document } from '../core/document.ts';
import { pointerBelow } from '../core/pointer.ts';
import { locationOf, rangeKey, type SourceRange } from '../core/source.ts';
import { refused, type Proposal } from '../findings/proposal.ts';
import type { GraphNode } from '../graph/node.ts';
import { sourceNames, type SourceName } from '../normalization/source-names.ts';
import type { EditTarget } from '../policy/edit-target.ts';
import type { DraftTexts } from './draft-texts.ts';
import { replaceInHcl } from './hcl/edit-hcl.ts';
import { ignored, isIgnoredInHcl, isIgnoredInJson } from './ignored-changes.ts';
import { insertProperty } from './insert-property.ts';
import type { EditableText } from './source-texts.ts';
import { replaceInTemplate } from './template/edit-template.ts';
import { inTerraform } from './wanted-value.ts';
import type { Wish } from './wish.ts';

export function editProperty(wish: Wish, texts: DraftTexts): Proposal {
  const { node, target } = wish;
  const declaration = declarationOf(node);
  if (typeof declaration === 'string') return refused(declaration);
  const names = namesOf(node, target);
  const pointer = target.kind === 'property' ? pointerOf(node.document, target.keys) : undefined;
  const origin = pointer === undefined ? undefined : node.origin(pointer);
  if (origin === undefined || origin.how === 'default') return insertProperty(wish, names, declaration, texts);
  if (origin.decidedAt !== undefined) return refused(`it is decided in ${placeName(origin.decidedAt)}`);
  if (origin.how === 'modelled') return refused('a module that is not yours declares it');
  if (origin.literal === false) return refused('it is decided for each deployment anew');
  return replaceProperty(wish, names, texts.placeOf(origin.range), texts.textOf(origin.range.file));
}

/** Its header; or why nothing can be written there. */
function declarationOf({ kind, header, place, construct }: GraphNode): SourceRange | string {
  if (construct !== undefined) return 'CDK writes the template anew: set it in the app';
  if ((kind !== 'declared' && kind !== 'part') || header === undefined) return 'a module that is not yours declares it';
  return place !== undefined && place.file !== header.file ? 'a module that is not yours declares it' : header;
}

export function namesOf({ language, sourceType, type, kind }: GraphNode, target: EditTarget): readonly SourceName[] {
  if (language === undefined) return [];
  if (target.kind === 'resource-attribute') {
    return target.language === language ? [{ steps: target.steps, field: undefined, satellite: undefined }] : [];
  }
  return sourceNames({ language, sourceType, partType: kind === 'part' ? type : undefined }, target.keys);
}

/** Where a property stands in a node's document; undefined where it has none. */
function pointerOf(document: Document, keys: readonly string[]): string | undefined {
  const inner = keys.slice(0, -1);
  const [last = ''] = keys.slice(-1);
  const around = readBelow(document, ['properties', ...inner]);
  const place = inner.reduce<string>(pointerBelow, '/properties');
  if (!Array.isArray(around)) {
    return readBelow(document, ['properties', ...keys]) === undefined ? undefined : pointerBelow(place, last);
  }
  const index = around.findIndex((item) => isDocumentMap(item) && item['Key'] === last);
  return index === -1 ? undefined : `${place}/${index}/Value`;
}

function replaceProperty(
  { value, node }: Wish,
  names: readonly SourceName[],
  at: SourceRange,
  text: EditableText,
): Proposal {
  if (text.kind === 'none') return refused(text.because);
  let answer: Proposal = refused('it has no argument here');
  for (const name of names) {
    const written = node.language === 'terraform' ? inTerraform(value, name.field) : value;
    const key = node.language === 'cloudformation' && name.attribute !== undefined ? 'Value' : name.steps.at(-1);
    if (written === undefined || key === undefined) continue;
    const isIgnored =
      text.kind === 'hcl'
        ? isIgnoredInHcl(text.body, at, name.steps)
        : isIgnoredInJson(text.template.root, at, name.steps);
    if (isIgnored) return ignored(name);
    answer =
      text.kind === 'hcl'
        ? replaceInHcl(text.body, at, key, written)
        : replaceInTemplate(text.template, at, key, written);
    if (answer.kind === 'edits') return answer;
  }
  return answer;
}

function placeName(range: SourceRange): string {
  const { file, line } = locationOf(range);
  return `${file}:${line}`;
}

/** Nodes with the same one are instances of the same lines. */
export function linesKey({ header, part, anchor }: GraphNode): string {
  return `${header === undefined ? anchor : rangeKey(header)} ${part ?? ''}`;
}
