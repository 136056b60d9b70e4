/**
 * The suppressions of a template: in its comments, which stand at entries and items, and in the metadata of its resources
 * and of itself, for JSON has no comments: `Metadata: { dr-lint: { ignore: [{ policy, reason, until }] } }`.
 */
import { spanning, type SourceRange } from '../../core/source.ts';
import { suppressionsInComments, type SourceSuppression } from '../source-suppression.ts';
import { valueOf, type TemplateFile, type TemplateNode } from '../template-node.ts';

export function suppressionsInTemplate({ file, root, comments }: TemplateFile): readonly SourceSuppression[] {
  if (!file.text.includes('dr-lint')) return [];
  const resources = valueOf(root, 'Resources');
  const entries = resources?.kind === 'mapping' ? resources.entries : [];
  return [
    ...suppressionsInComments({ file, comments, elements: () => elementsOf(root) }),
    ...suppressionsInMetadata(root, { file, start: 0, end: file.text.length }),
    ...entries.flatMap(({ keyRange, value }) => suppressionsInMetadata(value, spanning(keyRange, value.range))),
  ];
}

function elementsOf(root: TemplateNode | undefined): readonly SourceRange[] {
  const elements = new Map<number, SourceRange>();
  if (root !== undefined) collectElements(root, elements);
  return [...elements.values()].toSorted((left, right) => left.start - right.start || right.end - left.end);
}

/** By their start, the outermost of each: what an alias stands for is written, and met, more than once. */
function collectElements(node: TemplateNode, elements: Map<number, SourceRange>): void {
  const add = (range: SourceRange): void => {
    const known = elements.get(range.start);
    if (known === undefined || known.end < range.end) elements.set(range.start, range);
  };
  if (node.kind === 'sequence') {
    for (const item of node.items) {
      add(item.range);
      collectElements(item, elements);
    }
  } else if (node.kind === 'mapping') {
    for (const { keyRange, value } of node.entries) {
      add(value.range.start < keyRange.start ? keyRange : spanning(keyRange, value.range));
      collectElements(value, elements);
    }
  }
}

function suppressionsInMetadata(holder: TemplateNode | undefined, covers: SourceRange): readonly SourceSuppression[] {
  const ignore = valueOf(valueOf(valueOf(holder, 'Metadata'), 'dr-lint'), 'ignore');
  return itemsOf(ignore).map((item) => ({
    policies: itemsOf(item.kind === 'mapping' ? valueOf(item, 'policy') : item).flatMap((id) => textOf(id) ?? []),
    reason: textOf(valueOf(item, 'reason')),
    expires: textOf(valueOf(item, 'until')),
    instance: undefined,
    statedAt: item.range,
    covers,
  }));
}

/** What stands alone counts as a list of one. */
function itemsOf(node: TemplateNode | undefined): readonly TemplateNode[] {
  if (node === undefined) return [];
  return node.kind === 'sequence' ? node.items : [node];
}

function textOf(node: TemplateNode | undefined): string | undefined {
  return node?.kind === 'scalar' && node.source !== '' ? node.source : undefined;
}
