/** YAML text to a tree with ranges; the first document of a file counts. The library parses, this turns its tree into ours within bounds. */
import {
  type Alias,
  Composer,
  CST,
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  Lexer,
  type Node,
  Parser,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Diagnostic } from '../core/diagnostic.ts';
import { outcome, type Outcome } from '../core/outcome.ts';
import { type SourceFile, type SourceRange, spanning, textOf } from '../core/source.ts';
import { maximumAliasedNodes, maximumDepth } from './limits.ts';
import { foldQuoted } from './fold-quoted.ts';
import { MappingEntries } from './mapping-entries.ts';
import type {
  MappingEntry,
  MappingNode,
  ScalarNode,
  SequenceNode,
  TemplateFile,
  TemplateNode,
} from './template-node.ts';
import type { LongForm } from './yaml-json.ts';

type Comment = TemplateFile['comments'][number];

export function readYaml(file: SourceFile, longFormOf: LongForm): Outcome<TemplateFile> {
  const parsed = parse(file, file.text);
  if (parsed.kind === 'too deep') {
    const message = `Mappings and sequences lie in each other deeper than ${maximumDepth} levels here; the file is not read.`;
    const range = rangeOf(file, parsed.at, parsed.at + 1);
    return outcome({ file, root: undefined, comments: parsed.comments }, [problem('input/limit', message, range)]);
  }
  const { document, second, tokens, comments } = withQuotesFolded(file, parsed);
  if (document === undefined) return outcome({ file, root: undefined, comments });
  const reader = new YamlReader(file, longFormOf);
  const root = document.contents === null ? undefined : reader.read(document.contents, 0);
  const diagnostics = [...syntaxErrors(file, document, tokens), ...reader.diagnostics];
  if (second !== undefined && second.contents !== null) diagnostics.push(severalDocuments(file, second));
  return outcome({ file, root, comments }, diagnostics);
}

interface ParsedYaml {
  readonly kind: 'parsed';
  readonly text: string;
  readonly tokens: readonly CST.Token[];
  readonly comments: readonly Comment[];
  /** Undefined when the file is empty. */
  readonly document: Document.Parsed | undefined;
  readonly second: Document.Parsed | undefined;
}

interface TooDeep {
  readonly kind: 'too deep';
  readonly at: number;
  readonly comments: readonly Comment[];
}

function parse(file: SourceFile, text: string): ParsedYaml | TooDeep {
  const { tokens, comments } = tokenize(file, text);
  const tooDeep = tooDeepAt(tokens);
  if (tooDeep !== undefined) return { kind: 'too deep', at: tooDeep, comments };
  const [document, second] = compose(text, tokens);
  return { kind: 'parsed', text, tokens, comments, document, second };
}

/** Each further one costs a reading of the whole file. */
const mostFoldings = 8;

/** Quoted texts that end too early for the library are read as CloudFormation does. Taken only when nothing is wrong with the file then. */
function withQuotesFolded(file: SourceFile, original: ParsedYaml): ParsedYaml {
  let current = original;
  for (let count = 0; count < mostFoldings; count += 1) {
    const error = firstErrorOf(current.document);
    if (error === undefined) return current;
    const open = openQuoteBefore(current.tokens, error.pos[0]);
    const folded = open === undefined ? undefined : foldQuoted(current.text, open);
    const next = folded === undefined ? undefined : parse(file, folded);
    if (next?.kind !== 'parsed') return original;
    current = next;
  }
  return firstErrorOf(current.document) === undefined ? current : original;
}

function firstErrorOf(document: Document.Parsed | undefined): Document.Parsed['errors'][number] | undefined {
  let first = document?.errors[0];
  for (const error of document?.errors ?? []) if (first !== undefined && error.pos[0] < first.pos[0]) first = error;
  return first;
}

/** What the lexer puts between the pieces of the text without standing in it; a text after the mark of a scalar is no comment. */
const marks: ReadonlySet<string> = new Set([CST.DOCUMENT, CST.FLOW_END, CST.SCALAR]);

function tokenize(
  file: SourceFile,
  text: string,
): { readonly tokens: readonly CST.Token[]; readonly comments: readonly Comment[] } {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  const comments: Comment[] = [];
  let offset = 0;
  let previous = '';
  for (const lexeme of new Lexer().lex(text)) {
    if (lexeme.startsWith('#') && previous !== CST.SCALAR) {
      comments.push({ text: lexeme.slice(1).trim(), range: rangeOf(file, offset, offset + lexeme.length) });
    }
    if (!marks.has(lexeme)) offset += lexeme.length;
    previous = lexeme;
    tokens.push(...parser.next(lexeme));
  }
  tokens.push(...parser.end());
  return { tokens, comments };
}

/** Where the nesting passes the bound. Checked before composing, which recurses. */
function tooDeepAt(tokens: readonly CST.Token[]): number | undefined {
  for (const { token, depth } of nestedTokens(tokens)) if (depth > maximumDepth) return token.offset;
  return undefined;
}

interface NestedToken {
  readonly token: CST.Token;
  readonly depth: number;
}

/** All tokens that hold values, without recursion, in no order. */
function* nestedTokens(tokens: readonly CST.Token[]): Generator<NestedToken> {
  const open: NestedToken[] = tokens.map((token) => ({ token, depth: 0 }));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    yield next;
    const { token, depth } = next;
    if (token.type === 'document' && token.value !== undefined) open.push({ token: token.value, depth });
    if (!('items' in token)) continue;
    for (const { key, value } of token.items) {
      if (key !== undefined && key !== null) open.push({ token: key, depth: depth + 1 });
      if (value !== undefined) open.push({ token: value, depth: depth + 1 });
    }
  }
}

/** The first two documents: one to read, one to say that there are several. */
function compose(text: string, tokens: readonly CST.Token[]): readonly Document.Parsed[] {
  const composer = new Composer({ prettyErrors: false, uniqueKeys: false, logLevel: 'silent' });
  const documents: Document.Parsed[] = [];
  for (const document of composer.compose(tokens, false, text.length)) {
    documents.push(document);
    if (documents.length === 2) break;
  }
  return documents;
}

/** Only the first error: the others are its consequences. */
function syntaxErrors(
  file: SourceFile,
  document: Document.Parsed,
  tokens: readonly CST.Token[],
): readonly Diagnostic[] {
  const first = firstErrorOf(document);
  if (first === undefined) return [];
  const [start, end] = first.pos;
  const open = openQuoteBefore(tokens, start);
  if (open !== undefined) {
    const message = 'This is not valid YAML: the text that starts here has no closing quote.';
    return [problem('input/syntax', message, rangeOf(file, open, open + 1))];
  }
  const reason = first.message.replace(/\.$/u, '');
  return [problem('input/syntax', `This is not valid YAML: ${reason}.`, rangeOf(file, start, end))];
}

/** Where a quoted text starts that runs up to the place of an error because nothing ends it. */
function openQuoteBefore(tokens: readonly CST.Token[], error: number): number | undefined {
  for (const { token } of nestedTokens(tokens)) {
    const isQuoted = token.type === 'double-quoted-scalar' || token.type === 'single-quoted-scalar';
    if (!isQuoted || token.offset + token.source.length !== error) continue;
    if (token.source.length === 1 || !token.source.endsWith(token.source.charAt(0))) return token.offset;
  }
  return undefined;
}

function severalDocuments(file: SourceFile, second: Document.Parsed): Diagnostic {
  return {
    code: 'input/syntax',
    level: 'warning',
    message: 'The file holds several YAML documents; only the first one is read.',
    help: 'Put each document into a file of its own.',
    range: rangeOf(file, second.range[0], second.range[0]),
    path: file.path,
  };
}

function problem(code: 'input/syntax' | 'input/limit', message: string, range: SourceRange): Diagnostic {
  const help = 'Correct it; until then only the parts that could be read are checked.';
  return { code, level: 'error', message, help, range, path: range.file.path };
}

function rangeOf(file: SourceFile, start: number, end: number): SourceRange {
  return { file, start, end };
}

interface Anchored {
  readonly node: TemplateNode;
  /** How many nodes it has, aliases in it expanded. */
  readonly size: number;
  readonly height: number;
}

class YamlReader {
  readonly diagnostics: Diagnostic[] = [];
  readonly #file: SourceFile;
  readonly #longFormOf: LongForm;
  readonly #anchors = new Map<string, Anchored>();
  #nodes = 0;
  #aliasedNodes = 0;
  #deepest = 0;
  #aliasLimitReported = false;

  constructor(file: SourceFile, longFormOf: LongForm) {
    this.#file = file;
    this.#longFormOf = longFormOf;
  }

  /** A node with its anchor remembered and its short form written out. */
  read(node: Node, depth: number): TemplateNode {
    if (isAlias(node)) return this.#readAlias(node, depth);
    const nodesBefore = this.#nodes;
    const deepestBefore = this.#deepest;
    this.#nodes += 1;
    this.#deepest = depth;
    const plain = this.#readPlain(node, depth);
    const result = this.#expandTag(node, plain);
    const anchor = 'anchor' in node ? node.anchor : undefined;
    if (anchor !== undefined) {
      this.#anchors.set(anchor, { node: result, size: this.#nodes - nodesBefore, height: this.#deepest - depth });
    }
    this.#deepest = Math.max(this.#deepest, deepestBefore);
    return result;
  }

  #readPlain(node: Node, depth: number): TemplateNode {
    if (isMap(node)) return this.#readMapping(node, depth);
    if (isSeq(node)) return this.#readSequence(node, depth);
    return isScalar(node) ? this.#readScalar(node) : this.#emptyScalar(extentOf(node)[0]);
  }

  #readMapping(node: YAMLMap, depth: number): MappingNode {
    const entries = new MappingEntries(this.diagnostics);
    const merged: TemplateNode[] = [];
    const [written, flowEnd] = extentOf(node);
    // An empty key stands where the text before it ends, which may lie before what the library takes for the start.
    let start = written;
    let end = node.flow === true ? flowEnd : start;
    for (const pair of node.items) {
      if (!isNode(pair.key)) continue;
      const key = this.read(pair.key, depth + 1);
      const keyRange = isAlias(pair.key) ? this.#writtenRange(pair.key) : key.range;
      const value = isNode(pair.value) ? this.read(pair.value, depth + 1) : this.#emptyScalar(keyRange.end);
      const name = key.kind === 'scalar' ? key.source : textOf(keyRange);
      if (name === '<<') merged.push(value);
      else entries.add({ key: name, keyRange, value });
      start = Math.min(start, keyRange.start);
      end = Math.max(end, keyRange.end, this.#endOf(pair.value, value));
    }
    for (const source of merged) for (const entry of mergeableEntries(source)) entries.merge(entry);
    return { kind: 'mapping', entries: entries.list(), range: this.#range(start, end) };
  }

  #readSequence(node: YAMLSeq, depth: number): SequenceNode {
    const items: TemplateNode[] = [];
    const [start, flowEnd] = extentOf(node);
    let end = node.flow === true ? flowEnd : start;
    for (const item of node.items) {
      if (!isNode(item)) continue;
      const read = this.read(item, depth + 1);
      items.push(read);
      end = Math.max(end, this.#endOf(item, read));
    }
    return { kind: 'sequence', items, range: this.#range(start, end) };
  }

  #readScalar(node: Scalar): ScalarNode {
    const [start, end] = extentOf(node);
    const range = this.#range(start, end);
    const source = node.source ?? '';
    if (source === '' && node.value === null) return this.#emptyScalar(this.#textEndBefore(start));
    if (node.type !== 'PLAIN') return { kind: 'scalar', value: source, source, range };
    return { kind: 'scalar', value: plainValue(node.value, source), source, range };
  }

  #readAlias(node: Alias, depth: number): TemplateNode {
    const anchored = this.#anchors.get(node.source);
    const range = this.#writtenRange(node);
    if (anchored === undefined) {
      const message = `The alias "*${node.source}" has no anchor "&${node.source}" before it.`;
      this.diagnostics.push(problem('input/syntax', message, range));
      return this.#emptyScalar(range.start);
    }
    this.#aliasedNodes += anchored.size;
    if (this.#aliasedNodes > maximumAliasedNodes || depth + anchored.height > maximumDepth) {
      this.#reportAliasLimit(range);
      return this.#emptyScalar(range.start);
    }
    this.#nodes += anchored.size;
    this.#deepest = Math.max(this.#deepest, depth + anchored.height);
    return anchored.node;
  }

  #reportAliasLimit(range: SourceRange): void {
    if (this.#aliasLimitReported) return;
    this.#aliasLimitReported = true;
    const message = `The aliases up to here stand for more than ${maximumAliasedNodes} nodes or lie too deep; further ones are not read.`;
    this.diagnostics.push(problem('input/limit', message, range));
  }

  /** `!Sub x` becomes a mapping with the one entry `Fn::Sub`, whose key is the tag. */
  #expandTag(node: Node, value: TemplateNode): TemplateNode {
    const key = node.tag === undefined ? undefined : this.#longFormOf(node.tag);
    if (node.tag === undefined || key === undefined) return value;
    const start = Math.max(0, this.#file.text.lastIndexOf(node.tag, value.range.start));
    const keyRange = this.#range(start, start + node.tag.length);
    return { kind: 'mapping', entries: [{ key, keyRange, value }], range: spanning(keyRange, value.range) };
  }

  /** Where a child ends in this place of the text: an alias's node lies elsewhere. */
  #endOf(written: unknown, read: TemplateNode): number {
    return isAlias(written) ? this.#writtenRange(written).end : read.range.end;
  }

  /** The library places a missing value wherever the next token stands; we, where the text before it ends. */
  #textEndBefore(offset: number): number {
    return this.#file.text.slice(0, offset).trimEnd().length;
  }

  #writtenRange(node: Node): SourceRange {
    const [start, end] = extentOf(node);
    return this.#range(start, end);
  }

  #emptyScalar(at: number): ScalarNode {
    return { kind: 'scalar', value: null, source: '', range: this.#range(at, at) };
  }

  #range(start: number, end: number): SourceRange {
    return { file: this.#file, start, end };
  }
}

/** Start and end of a node's value, without its tag, its anchor and what follows. */
function extentOf(node: Node): readonly [start: number, end: number] {
  const [start, end] = node.range ?? [0, 0];
  return [start, end];
}

/** What a merge key brings: the entries of a mapping, or of several of which the first has precedence. */
function mergeableEntries(source: TemplateNode): readonly MappingEntry[] {
  if (source.kind === 'mapping') return source.entries;
  return source.kind === 'sequence' ? source.items.flatMap(mergeableEntries) : [];
}

// CloudFormation reads YAML 1.1, in which `yes` is a boolean: an unquoted `YES` arrives as `true`.
// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html
// https://github.com/ASFHyP3/hyp3/pull/2061 https://github.com/aws/aws-cli/pull/5257
const yes = /^(?:yes|Yes|YES|on|On|ON)$/u;
const no = /^(?:no|No|NO|off|Off|OFF)$/u;

function plainValue(value: unknown, source: string): ScalarNode['value'] {
  if (yes.test(source)) return true;
  if (no.test(source)) return false;
  if (value === null || typeof value === 'boolean') return value;
  return typeof value === 'number' && Number.isFinite(value) ? value : source;
}
