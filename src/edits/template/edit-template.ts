/** Changes of YAML and JSON: a literal gives way to another, a missing entry is written into its mapping. */
import type { SourceRange } from '../../core/source.ts';
import {
  entryOf,
  valueOf,
  type MappingEntry,
  type MappingNode,
  type TemplateNode,
} from '../../loaders/template-node.ts';
import { proposed, refused, type Proposal } from '../../findings/proposal.ts';
import { spelled, spelledLike, type Notation, type Wanted } from '../spelling.ts';
import { appendItem } from './append-item.ts';
import { insertInFlow } from './insert-flow.ts';
import { fillEntry, insertLines, stepBelow } from './insert-lines.ts';
import type { Written } from './written.ts';

export interface TemplateText {
  readonly root: TemplateNode;
  readonly notation: Extract<Notation, 'json' | 'yaml'>;
}

/** A mapping, and the key that it is the value of. */
export interface Holder {
  readonly mapping: MappingNode;
  readonly keyRange: SourceRange;
}

/** Replaces the value in a range, where it is a literal of an entry with this name, and of no other by an alias. */
export function replaceInTemplate(
  { root, notation }: TemplateText,
  at: SourceRange,
  name: string,
  value: Wanted,
): Proposal {
  const found = [...entriesIn(root)].filter(({ value: { range } }) => isSame(range, at));
  const [entry] = found;
  if (found.length > 1) return refused('other places use the same value by an alias');
  if (entry === undefined || entry.key !== name) return refused('it is not written as a literal of its own');
  return replaceScalar(entry, value, notation);
}

/** What an entry is to hold. */
export interface WantedEntry {
  readonly value: Wanted;
  /** The entry is a list of `{ Key, Value }`, and this the key of the item that is to have the value. */
  readonly attribute?: string | undefined;
}

/** Writes an entry into a mapping, with the mappings around it where they are missing. */
export function insertInTemplate(
  { notation }: TemplateText,
  holder: Holder,
  steps: readonly string[],
  wanted: WantedEntry,
): Proposal {
  const written = writtenIn(notation, wanted);
  if (written === undefined) return refused('its value is no plain word');
  let { mapping, keyRange } = holder;
  for (const [index, key] of steps.entries()) {
    const rest = steps.slice(index);
    if (isFunction(mapping)) return refused('an expression decides it');
    const entry = mapping.entries.find((each) => each.key === key);
    if (entry === undefined) return insertInto({ mapping, keyRange }, rest, written, notation);
    if (isShared(entry, mapping)) return refused('other places use the same value by an alias');
    if (rest.length === 1) return setEntry(entry, wanted, written, notation);
    const inner = onlyMapping(entry.value);
    if (inner === undefined) return fill(entry, rest.slice(1), written, stepBelow(keyRange, mapping));
    ({ keyRange } = entry);
    mapping = inner;
  }
  return refused('it is not written as a literal of its own');
}

function writtenIn(notation: TemplateText['notation'], { value, attribute }: WantedEntry): Written | undefined {
  const text = spelled(attribute === undefined ? value : String(value), notation);
  if (text === undefined || attribute === undefined) return text;
  const key = spelled(attribute, notation);
  return key === undefined ? undefined : [{ Key: key, Value: text }];
}

function setEntry(
  entry: MappingEntry,
  { value, attribute }: WantedEntry,
  written: Written,
  notation: TemplateText['notation'],
): Proposal {
  if (attribute === undefined || typeof written === 'string') return replaceScalar(entry, value, notation);
  if (entry.value.kind !== 'sequence') return refused('an expression decides it');
  const item = entry.value.items.find((each) => scalarAt(each, 'Key') === attribute);
  const present = entryOf(item, 'Value');
  if (present !== undefined) return replaceScalar(present, value, notation);
  const edit = appendItem(entry.value, written, notation);
  return edit === undefined ? refused('its list leaves no room for it') : proposed(edit);
}

function scalarAt(node: TemplateNode, key: string): string | number | boolean | null | undefined {
  const value = valueOf(node, key);
  return value?.kind === 'scalar' ? value.value : undefined;
}

function insertInto(
  { mapping, keyRange }: Holder,
  steps: readonly string[],
  written: Written,
  notation: TemplateText['notation'],
): Proposal {
  const isFlow = mapping.range.file.text[mapping.range.start] === '{';
  const edit = isFlow
    ? insertInFlow(mapping, steps, written, notation === 'json')
    : insertLines(mapping, steps, written, { step: stepBelow(keyRange, mapping), behind: aheadOf(steps[0]) });
  return edit === undefined ? refused('its block leaves no room for it') : proposed(edit);
}

/** What an entry is written behind, by custom. */
function aheadOf(key: string | undefined): readonly string[] {
  return key === 'UpdateReplacePolicy' ? ['DeletionPolicy', 'Type'] : ['Type'];
}

function fill(entry: MappingEntry, steps: readonly string[], written: Written, step: string): Proposal {
  const { value } = entry;
  const isEmpty = value.kind === 'scalar' && value.value === null && value.source === '';
  const edit = isEmpty ? fillEntry(entry, steps, written, step) : undefined;
  return edit === undefined ? refused('an expression decides it') : proposed(edit);
}

function replaceScalar({ value: node }: MappingEntry, value: Wanted, notation: Notation): Proposal {
  if (node.kind !== 'scalar') return refused('an expression decides it');
  const { file, start, end } = node.range;
  const present = file.text.slice(start, end);
  if (present === '' || /^[|>]|\$\{|%\{/u.test(present)) return refused('an expression decides it');
  const text = spelledLike(present, value, notation);
  return text === undefined ? refused('its value is no plain word') : proposed({ range: node.range, text });
}

/** What the entry holds, or the only object of its array: Terraform's JSON has blocks in either way. */
function onlyMapping(node: TemplateNode): MappingNode | undefined {
  if (node.kind === 'mapping') return node;
  const [only] = node.kind === 'sequence' && node.items.length === 1 ? node.items : [];
  return only?.kind === 'mapping' ? only : undefined;
}

/** `Fn::If` and the like, also in their short forms. */
function isFunction({ entries }: MappingNode): boolean {
  const [only] = entries.length === 1 ? entries : [];
  return only !== undefined && (only.key === 'Ref' || only.key.startsWith('Fn::'));
}

/** It is anchored, an alias, or merged in: its text is that of other places, too. */
function isShared({ keyRange, value }: MappingEntry, { range }: MappingNode): boolean {
  if (keyRange.start < range.start || keyRange.end > range.end || value.range.start < keyRange.end) return true;
  return /[&*]/u.test(keyRange.file.text.slice(keyRange.end, value.range.start));
}

function* entriesIn(node: TemplateNode): Generator<MappingEntry> {
  if (node.kind === 'sequence') for (const item of node.items) yield* entriesIn(item);
  if (node.kind !== 'mapping') return;
  for (const entry of node.entries) {
    yield entry;
    yield* entriesIn(entry.value);
  }
}

/** The mapping under a key in a range, or the one that has the range itself. */
export function holderAt(root: TemplateNode, at: SourceRange): Holder | undefined {
  const entry = [...entriesIn(root)].find(({ keyRange, value }) => isSame(keyRange, at) || isSame(value.range, at));
  const mapping = entry === undefined ? undefined : onlyMapping(entry.value);
  if (entry !== undefined && mapping !== undefined) return { mapping, keyRange: entry.keyRange };
  return itemAt(root, at);
}

/** A mapping that is an item of a list stands under no key. It may have grown at its end by another edit. */
function itemAt(node: TemplateNode, at: SourceRange): Holder | undefined {
  const items =
    node.kind === 'sequence' ? node.items : node.kind === 'mapping' ? node.entries.map(({ value }) => value) : [];
  for (const item of items) {
    if (item.range.end < at.start || item.range.start > at.end) continue;
    if (item.kind === 'mapping' && item.range.start === at.start) return { mapping: item, keyRange: item.range };
    const inner = itemAt(item, at);
    if (inner !== undefined) return inner;
  }
  return undefined;
}

function isSame(left: SourceRange, right: SourceRange): boolean {
  return left.start === right.start && left.end === right.end;
}
