/** Comments, blanks and line endings mean nothing to Terraform. */
import type { Attribute, Expression } from '../../../src/loaders/hcl/ast.ts';
import { edited, insertedBefore, replaced, type SourceEdit } from '../../helpers/source-edits.ts';
import { blocksIn, expressionsIn } from '../../helpers/walk-hcl.ts';
import { topBlocks } from '../terraform-project.ts';
import type { Transformation } from '../transformation.ts';

export const withComments: Transformation = {
  what: 'with comments and blanks everywhere',
  rewrite: ({ files, modules }) => {
    const blocks = [...modules.values()].flatMap((module) => topBlocks(module));
    const inner = blocks.flatMap((block) => [block, ...blocksIn(block.body)]);
    const edits = [
      ...inner.map(({ range }) => insertedBefore(range, '/* a block\n   of several lines */ ')),
      ...inner.flatMap(({ body }) => body.attributes.map((attribute) => roomyEquals(attribute))),
      ...blocks.flatMap(({ body }) => expressionsIn(body).flatMap((expression) => roomyBrackets(expression))),
    ];
    return edits.length === 0 ? undefined : { files: edited(files, edits) };
  },
};

export const fromWindows: Transformation = {
  what: 'with carriage returns and a byte order mark',
  rewrite: ({ files }) => {
    const texts = Object.entries(files).map(([path, text]) => [path, path.endsWith('.tf') ? windows(text) : text]);
    return { files: Object.fromEntries(texts) };
  },
};

function roomyEquals({ nameRange, value }: Attribute): SourceEdit {
  return replaced({ ...nameRange, start: nameRange.end, end: value.range.start }, '\t/* = */ =  /* value */ ');
}

/** After an opening bracket a line may end. */
function roomyBrackets({ kind, range }: Expression): readonly SourceEdit[] {
  if (kind !== 'tuple' && kind !== 'object' && kind !== 'parenthesis') return [];
  const { file, start, end } = range;
  return [
    { range: { file, start: start + 1, end: start + 1 }, text: ' # opened\n\n' },
    { range: { file, start: end - 1, end: end - 1 }, text: '\n// closed next\n' },
  ];
}

function windows(text: string): string {
  return `\uFEFF${text.replaceAll(/\r?\n/gu, '\r\n')}`;
}
