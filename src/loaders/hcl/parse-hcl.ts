/**
 * Reads HCL 2: files (`.tf`, `.tfvars`), single expressions and template files. What cannot be read is reported, and
 * everything else is returned.
 */
import type { SourceFile, SourceRange } from '../../core/source.ts';
import { outcome } from '../../core/outcome.ts';
import type { Outcome } from '../../core/outcome.ts';
import type { Expression, HclFile, TemplateExpression } from './ast.ts';
import { tokenize } from './lexer.ts';
import { parseFileBody } from './parse-body.ts';
import { expressionParser } from './parse-expression.ts';
import { ParseState, type Placed } from './parse-state.ts';
import { parseBareTemplate } from './template.ts';

/** A whole file. With syntax errors the body holds the blocks and arguments that could be read. */
export function parseHcl(file: SourceFile): Outcome<HclFile> {
  const { tokens, comments, missingBraces } = tokenize(file, 'expression');
  const state = new ParseState(file, tokens);
  const body = parseFileBody(expressionParser(state), missingBraces);
  return outcome({ file, body, comments }, state.diagnostics);
}

/** The expression that the text, or a range of it, consists of; undefined when there is none. */
export function parseHclExpression(
  file: SourceFile,
  range?: SourceRange,
  placed?: Placed,
): Outcome<Expression | undefined> {
  const { tokens } = tokenize(file, 'expression', range?.start, range?.end);
  const state = new ParseState(file, tokens, placed);
  const expression = state.withNewlines(false, () => {
    const read = expressionParser(state).expression();
    const help = 'Remove what stands after the expression.';
    return read && state.demand('end of file', 'the end of the expression', help) && read;
  });
  return outcome(expression, state.diagnostics);
}

/** A text as a template, as `templatefile` reads a file. */
export function parseHclTemplate(file: SourceFile, placed?: Placed): Outcome<TemplateExpression | undefined> {
  const state = new ParseState(file, tokenize(file, 'template').tokens, placed);
  return outcome(parseBareTemplate(expressionParser(state)), state.diagnostics);
}
