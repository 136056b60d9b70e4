/** A literal argument, as the result of functions and templates that give it back. */
import { textOf } from '../../../src/core/source.ts';
import type { Expression } from '../../../src/loaders/hcl/ast.ts';
import { edited, replaced, type SourceEdit } from '../../helpers/source-edits.ts';
import { literalText } from '../../helpers/walk-hcl.ts';
import { literalsOf } from './literals.ts';
import { isOfSpelling, type Transformation } from '../transformation.ts';

export const computed: Transformation = {
  what: 'literals as results of functions, texts in heredocs',
  isExcepted: isOfSpelling,
  rewrite: ({ files, modules }) => {
    const resources = [...modules.values()].flatMap((module) => [...module.resources.values()]);
    const edits = resources.flatMap((resource) => literalsOf(resource)).flatMap(({ value }) => editOf(value));
    return edits.length === 0 ? undefined : { files: edited(files, edits) };
  },
};

function editOf(literal: Expression): readonly SourceEdit[] {
  const text = resultOf(literal);
  return text === undefined ? [] : [replaced(literal.range, text)];
}

function resultOf(literal: Expression): string | undefined {
  const written = textOf(literal.range);
  if (literal.kind === 'tuple') return `concat(${written}, [])`;
  if (literal.kind === 'object') return `merge({}, ${written})`;
  if (literal.kind === 'literal')
    return typeof literal.value === 'boolean' ? `tobool("${written}")` : `(0 + ${written})`;
  // What is escaped in a quoted text is written otherwise in a heredoc, and blanks at its start are indentation there.
  const isPlain = /^"[^\s"\\]/u.test(written) && !written.includes('\\');
  return isPlain && literalText(literal) !== undefined
    ? `chomp(<<-EOT\n  ${written.slice(1, -1)}\n  EOT\n)`
    : undefined;
}
