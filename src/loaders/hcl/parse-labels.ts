/** Reads what stands between the type of a block and its brace: the labels, and mistakes that are made there. */
import type { BlockLabel, TemplateExpression } from './ast.ts';
import type { ExpressionParser, ParseState } from './parse-state.ts';
import { parseQuoted, parseSingleQuoted } from './template.ts';

const headerHelp = 'A block reads: type "label" { … }, with the brace on the line of its type.';

/** The labels up to and with the opening brace; undefined, and reported, when there is no brace. */
export function parseLabels(parser: ExpressionParser): readonly BlockLabel[] | undefined {
  const { state } = parser;
  const labels: BlockLabel[] = [];
  for (;;) {
    const { kind } = state.peek();
    if (kind === 'identifier') {
      const token = state.next();
      labels.push({ text: state.textOf(token), range: state.rangeOf(token) });
    } else if (kind === 'open quote') {
      const label = parseQuotedLabel(parser);
      if (label === undefined) return undefined;
      labels.push(label);
    } else if (kind === 'single-quoted') {
      labels.push(labelFrom(state, parseSingleQuoted(parser)));
    } else {
      return openBrace(state) ? labels : undefined;
    }
  }
}

/** Reads the brace, also where people put it by mistake: on the next line, or after an equals sign. */
function openBrace(state: ParseState): boolean {
  const { kind } = state.peek();
  const isMisplaced = (kind === '=' || kind === 'newline') && state.peekSecond().kind === '{';
  if (kind !== '{') state.refuse('"{" or a label of the block', headerHelp);
  if (isMisplaced) state.next();
  return state.take('{') !== undefined;
}

function parseQuotedLabel(parser: ExpressionParser): BlockLabel | undefined {
  const template = parseQuoted(parser);
  return template && labelFrom(parser.state, template);
}

function labelFrom(state: ParseState, template: TemplateExpression): BlockLabel {
  const { parts, range } = template;
  const first = parts[0];
  if (parts.length === 0) return { text: '', range };
  if (parts.length === 1 && first?.kind === 'text') return { text: first.text, range };
  const sequence = parts.find((part) => part.kind !== 'text') ?? template;
  const message = 'The label of a block must be plain text, without ${…} or %{…}.';
  state.report(sequence.range, message, 'Write the name itself; to have several such blocks use for_each.');
  return { text: state.file.text.slice(range.start + 1, range.end - 1), range };
}
