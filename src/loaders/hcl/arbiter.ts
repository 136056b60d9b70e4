/**
 * Says whose fault it is when our parser rejects a file: HashiCorp's own parser is asked, and only then loaded, because
 * that takes a while. When it accepts the file, the fault is ours.
 */
import type { Diagnostic } from '../../core/diagnostic.ts';
import type { SourceFile } from '../../core/source.ts';
import { tokenize } from './lexer.ts';
import type { TokenKind } from './tokens.ts';

/** A parser that rejects what is not HCL. */
export type Arbiter = (path: string, text: string) => Promise<unknown>;

/** Our diagnostics of the file when HashiCorp's parser rejects it, too; else one that says that dr-lint is at fault. */
export async function arbitrate(
  file: SourceFile,
  diagnostics: readonly Diagnostic[],
  loadArbiter: () => Promise<Arbiter> = loadHcl2json,
): Promise<Diagnostic[]> {
  const first = diagnostics.find(({ code }) => code === 'input/syntax');
  if (first === undefined || isTooDeep(file) || !(await isValid(file, loadArbiter))) return [...diagnostics];
  const others = diagnostics.filter(({ code }) => code !== 'input/syntax');
  return [...others, notReadable(first)];
}

function notReadable(first: Diagnostic): Diagnostic {
  return {
    ...first,
    message: `This is valid HCL that dr-lint can't read yet. It stopped with: ${first.message}`,
    help: 'Please report these lines as a bug in dr-lint. What could be read of the file was checked.',
  };
}

/** False, too, when the arbiter cannot be loaded or fails: then our own word stands. */
async function isValid(file: SourceFile, loadArbiter: () => Promise<Arbiter>): Promise<boolean> {
  try {
    const parse = await loadArbiter();
    await parse(file.path, file.text);
    return true;
  } catch (error) {
    // It parses first and converts to JSON then: what could not be converted was valid.
    return error instanceof Error && error.message.startsWith('convert to HCL:');
  }
}

async function loadHcl2json(): Promise<Arbiter> {
  const { parse } = await import('@cdktf/hcl2json');
  return parse;
}

const deepest = 1000;

const openers: ReadonlySet<TokenKind> = new Set<TokenKind>(['{', '[', '(', 'open interpolation', 'open directive']);
const closers: ReadonlySet<TokenKind> = new Set<TokenKind>(['}', ']', ')', 'close sequence']);
/** Operators whose operand on the right is read by recursion. */
const chained: ReadonlySet<TokenKind> = new Set<TokenKind>(['?', '-', '!']);
const chainEnds: ReadonlySet<TokenKind> = new Set<TokenKind>(['=', ',']);

/**
 * HashiCorp's parser runs out of stack somewhere beyond 1000 levels and then takes the process with it, so it is not
 * asked about files that go so deep.
 */
function isTooDeep(file: SourceFile): boolean {
  let depth = 0;
  let chain = 0;
  for (const { kind } of tokenize(file, 'expression').tokens) {
    if (openers.has(kind)) depth += 1;
    else if (closers.has(kind)) depth = Math.max(0, depth - 1);
    else if (chained.has(kind)) chain += 1;
    else if (chainEnds.has(kind)) chain = 0;
    if (depth > deepest || chain > deepest) return true;
  }
  return false;
}
