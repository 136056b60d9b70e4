/** Template nodes that stand for what SAM writes: each has the range of the user's text that it comes from. */
import type { SourceRange } from '../../../core/source.ts';
import { directivePrefix } from '../../../loaders/cloudformation/intrinsic-tags.ts';
import type {
  MappingEntry,
  MappingNode,
  ScalarNode,
  SequenceNode,
  TemplateNode,
} from '../../../loaders/template-node.ts';

/** Names as they are to be written; what is undefined is left out. */
export type Named = Readonly<Record<string, TemplateNode | undefined>>;

export function literal(value: string | number | boolean, range: SourceRange): ScalarNode {
  return { kind: 'scalar', value, source: String(value), range };
}

export function sequence(items: readonly (TemplateNode | undefined)[], range: SourceRange): SequenceNode {
  return { kind: 'sequence', items: items.filter((item) => item !== undefined), range };
}

export function mapping(entries: Named, range: SourceRange): MappingNode {
  return { kind: 'mapping', entries: entriesOf(entries), range };
}

export function entriesOf(named: Named): readonly MappingEntry[] {
  const entries: MappingEntry[] = [];
  for (const [key, value] of Object.entries(named)) {
    if (value !== undefined) entries.push({ key, keyRange: value.range, value });
  }
  return entries;
}

/** Those entries of a mapping that have one of the names, as they are. */
export function pick(node: TemplateNode | undefined, names: ReadonlySet<string>): readonly MappingEntry[] {
  return node?.kind === 'mapping' ? node.entries.filter(({ key }) => names.has(key)) : [];
}

export function ref(logicalId: string, range: SourceRange): MappingNode {
  return mapping({ Ref: literal(logicalId, range) }, range);
}

export function getAtt(logicalId: string, attribute: string, range: SourceRange): MappingNode {
  const names = [literal(logicalId, range), literal(attribute, range)];
  return mapping({ 'Fn::GetAtt': sequence(names, range) }, range);
}

/** A value where a condition holds, and none elsewhere. */
export function onlyIf(condition: TemplateNode, value: TemplateNode): MappingNode {
  const { range } = value;
  return mapping({ 'Fn::If': sequence([condition, value, ref('AWS::NoValue', range)], range) }, range);
}

const madeKey = `${directivePrefix}Serverless`;

/** A value that is only known once SAM has made it. `subject` says which; equal ones are equal values. */
export function madeBySam(subject: string, range: SourceRange): MappingNode {
  return mapping({ [madeKey]: literal(`what SAM makes of ${subject}`, range) }, range);
}

export function isMadeBySam(node: TemplateNode): boolean {
  return node.kind === 'mapping' && node.entries[0]?.key === madeKey;
}

/** A mapping with an entry in place of the one of the same name. */
export function withEntry(node: TemplateNode, key: string, value: TemplateNode): TemplateNode {
  return withEntries(node, new Map([[key, value]]));
}

export function withEntries(node: TemplateNode, added: ReadonlyMap<string, TemplateNode>): TemplateNode {
  if (node.kind !== 'mapping') return node;
  const others = node.entries.filter(({ key }) => !added.has(key));
  return { ...node, entries: [...others, ...entriesOf(Object.fromEntries(added))] };
}

/** The text of a scalar that is no null. */
export function textOfNode(node: TemplateNode | undefined): string | undefined {
  return node?.kind === 'scalar' && node.value !== null ? node.source : undefined;
}

/** `Resource` of `{ Ref: Resource }`. */
export function referredTo(node: TemplateNode | undefined): string | undefined {
  return node?.kind === 'mapping' && node.entries.length === 1 && node.entries[0]?.key === 'Ref'
    ? textOfNode(node.entries[0].value)
    : undefined;
}

/** A call of a function (`Ref`, `Fn::If`), which stands for a value that SAM doesn't look into. */
export function isCall(node: TemplateNode): boolean {
  const [only] = node.kind === 'mapping' ? node.entries : [];
  if (only === undefined || node.kind !== 'mapping' || node.entries.length !== 1) return false;
  return only.key === 'Ref' || only.key === 'Condition' || only.key.startsWith('Fn::');
}
