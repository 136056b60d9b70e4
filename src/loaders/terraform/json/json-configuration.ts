/**
 * Terraform's JSON syntax: a `.tf.json` file → the same tree that a `.tf` file becomes. A block's header is the name of
 * the property that stands for it.
 *
 * https://github.com/hashicorp/hcl/blob/main/json/spec.md
 */
import { didYouMean } from '../../../core/suggest.ts';
import type { Diagnostic } from '../../../core/diagnostic.ts';
import { outcome, type Outcome } from '../../../core/outcome.ts';
import { spanning, type SourceFile, type SourceRange } from '../../../core/source.ts';
import type { Block, BlockLabel, Body } from '../../hcl/ast.ts';
import { BodyContent } from '../../hcl/body-content.ts';
import { readJson } from '../../json.ts';
import { suppressionIn, type SourceSuppression } from '../../source-suppression.ts';
import type { MappingEntry, TemplateNode } from '../../template-node.ts';
import type { ConfigurationFile } from '../terraform-module.ts';
import { fileShape, type BlockShape, type BodyShape } from './body-shapes.ts';
import { jsonExpression } from './json-expression.ts';

export function parseJsonConfiguration(file: SourceFile): Outcome<ConfigurationFile> {
  const json = readJson(file, 'all');
  const mistake = json.diagnostics.find(({ level }) => level === 'error')?.range?.start;
  const reader = new ConfigurationReader(file, mistake ?? Infinity);
  const whole = { file, start: 0, end: file.text.length };
  const { root } = json.value;
  const body = root === undefined ? reader.nothing(mistake === undefined, whole) : reader.readFile(root, whole);
  const diagnostics = atMost(mostDiagnostics, [...json.diagnostics, ...reader.diagnostics]);
  const unread = mistake === undefined ? {} : { unread: { ...whole, start: mistake } };
  return outcome({ file, body, comments: [], suppressions: reader.suppressions, ...unread }, diagnostics);
}

/** Of one file; more help nobody. */
const mostDiagnostics = 50;

function atMost(count: number, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const next = diagnostics[count];
  if (next === undefined) return diagnostics;
  const message = `This file has more than ${count} mistakes; the rest is not listed.`;
  const help = 'Correct the ones above first.';
  return [...diagnostics.slice(0, count), { ...next, code: 'input/limit', message, help }];
}

/** The block whose body is read; undefined for the file. */
type Owner = SourceRange | undefined;

/** What leads to a block: the property with its type, and those with its labels. */
interface Header {
  readonly type: string;
  readonly typeRange: SourceRange;
  readonly labels: readonly BlockLabel[];
}

interface Properties {
  readonly entries: readonly MappingEntry[];
  /** Nothing else stood there. */
  readonly isWhole: boolean;
}

class ConfigurationReader {
  readonly diagnostics: Diagnostic[] = [];
  readonly suppressions: SourceSuppression[] = [];
  readonly #file: SourceFile;
  /** Where the JSON is broken: what reaches to there is not whole. */
  readonly #brokenAt: number;

  constructor(file: SourceFile, brokenAt: number) {
    this.#file = file;
    this.#brokenAt = brokenAt;
  }

  readFile(root: TemplateNode, whole: SourceRange): Body {
    return { ...this.#readBody(root, fileShape, undefined), range: whole };
  }

  /** Terraform takes an empty file for a mistake: it says nothing, not even that it is empty. */
  nothing(isEmpty: boolean, whole: SourceRange): Body {
    if (isEmpty) this.#report({ ...whole, end: 0 }, 'This file is empty.', 'Write {} for no configuration.');
    return { attributes: [], blocks: [], range: whole };
  }

  #readBody(node: TemplateNode, shape: BodyShape, owner: Owner): Body {
    const content = new BodyContent();
    for (const entry of this.#propertiesOf(node, 'arguments and nested blocks').entries) {
      if (entry.key === '//') this.#comment(entry.value, owner);
      else this.#readProperty(entry, shape, content);
    }
    return content.toBody(node.range);
  }

  /** The properties of an object, or of all objects in an array; anything else is reported. */
  #propertiesOf(node: TemplateNode, what: string): Properties {
    const objects = node.kind === 'sequence' ? node.items : [node];
    const others = objects.filter((object) => object.kind !== 'mapping' && !isNull(object));
    for (const other of others) {
      const found = other === node ? kindOf(other) : `${kindOf(other)} in an array`;
      this.#report(other.range, `Found ${found}, expected an object with ${what}.`, 'Write it in braces: { … }.');
    }
    const entries = objects.flatMap((object) => (object.kind === 'mapping' ? object.entries : []));
    return { entries, isWhole: others.length === 0 };
  }

  #readProperty(entry: MappingEntry, shape: BodyShape, content: BodyContent): void {
    const { key: name, keyRange, value } = entry;
    const block = shape.blockOf(name, value);
    if (block !== undefined) {
      const header = { type: name, typeRange: keyRange, labels: [] };
      if (!this.#readBlocks(value, block, header, content)) content.lose(name);
    } else if (shape.only === undefined) this.#readArgument(entry, shape, content);
    else {
      const help = `Terraform refuses it, too.${didYouMean(name, shape.only)}`;
      this.#report(keyRange, `There are no blocks of the type "${name}".`, help);
    }
  }

  #readArgument({ key: name, keyRange, value }: MappingEntry, shape: BodyShape, content: BodyContent): void {
    const expression = jsonExpression(value, shape.modeOf(name), this.diagnostics);
    if (expression === undefined) return content.lose(name);
    const range = spanning(keyRange, value.range);
    const first = content.addAttribute({ name, nameRange: keyRange, value: expression, range });
    if (first === undefined) return;
    const { line } = this.#file.positionAt(first.nameRange.start);
    const message = `The argument "${name}" was already set in line ${line}.`;
    this.#report(keyRange, message, 'Keep one of the two; an argument is set only once.');
  }

  /** False, and reported, when something there can't be a block. */
  #readBlocks(node: TemplateNode, shape: BlockShape, header: Header, content: BodyContent): boolean {
    const label = shape.labels[header.labels.length];
    if (label !== undefined) return this.#readLabelled(node, shape, header, content);
    if (isNull(node)) return true;
    const bodies = node.kind === 'sequence' ? node.items : [node];
    const own = header.labels.at(-1)?.range ?? header.typeRange;
    for (const each of bodies) {
      if (each.kind === 'scalar') return this.#refuseBody(each, header);
      // One of several is known by its opening brace.
      const headerRange = bodies.length === 1 ? own : { ...each.range, end: each.range.start + 1 };
      const block = this.#readBlock(each, shape, header, headerRange);
      if (block !== undefined) content.addBlock(block);
    }
    return true;
  }

  #readLabelled(node: TemplateNode, shape: BlockShape, header: Header, content: BodyContent): boolean {
    const what = `${shape.labels[header.labels.length] ?? 'a name'} for each ${header.type}`;
    const properties = this.#propertiesOf(node, what);
    let { isWhole } = properties;
    for (const { key, keyRange, value } of properties.entries) {
      // Terraform has comments in bodies only; a text can't be anything else.
      if (key === '//' && value.kind === 'scalar') continue;
      const labels = [...header.labels, { text: key, range: keyRange }];
      if (!this.#readBlocks(value, shape, { ...header, labels }, content)) isWhole = false;
    }
    return isWhole;
  }

  /** Undefined for a block that goes on where the JSON is broken: what it lacks may stand there. */
  #readBlock(node: TemplateNode, shape: BlockShape, header: Header, headerRange: SourceRange): Block | undefined {
    if (node.range.end >= this.#brokenAt) return undefined;
    const range = spanning(headerRange, node.range);
    const body = this.#readBody(node, shape.body(header.labels.map(({ text }) => text)), range);
    return { type: header.type, labels: header.labels, body, headerRange, range };
  }

  #refuseBody(node: TemplateNode, { type, labels }: Header): false {
    const name = [type, ...labels.map(({ text }) => text)].join('.');
    const message = `Found ${kindOf(node)}, expected an object with the content of ${name}.`;
    this.#report(node.range, message, 'Write it in braces: { … }, or several of them in an array.');
    return false;
  }

  /** `"//": "dr-lint-ignore …"`, or several in an array, is about the block that it stands in. */
  #comment(node: TemplateNode, owner: Owner): void {
    const file = owner === undefined ? { file: this.#file, start: 0, end: this.#file.text.length } : undefined;
    for (const text of node.kind === 'sequence' ? node.items : [node]) {
      if (text.kind !== 'scalar' || typeof text.value !== 'string') continue;
      const suppression = suppressionIn(text.value, text.range, { element: owner, file });
      if (suppression !== undefined) this.suppressions.push(suppression);
    }
  }

  #report(range: SourceRange, message: string, help: string): void {
    this.diagnostics.push({ code: 'input/syntax', level: 'error', message, help, range, path: this.#file.path });
  }
}

function isNull(node: TemplateNode): boolean {
  return node.kind === 'scalar' && node.value === null;
}

function kindOf(node: TemplateNode): string {
  if (node.kind === 'sequence') return 'an array';
  if (node.kind === 'mapping') return 'an object';
  if (typeof node.value === 'string') return 'a text';
  return node.value === null ? 'null' : `a ${typeof node.value}`;
}
