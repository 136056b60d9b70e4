/**
 * What the parameters of a template could be instead of what they are: the values that it allows, else those that its
 * conditions compare them with and its mappings are read by; and which resources mention them.
 */
import { addTo } from '../../core/append-to.ts';
import { scalar } from '../../core/value.ts';
import { type MappingEntry, type TemplateNode, valueOf } from '../../loaders/template-node.ts';
import { refusalOf } from './parameter-constraints.ts';

export interface ParameterChoice {
  readonly name: string;
  /** Undefined where it has no default, or one that is no text. */
  readonly byDefault: string | undefined;
  /** Values beside the default, in the order of the template; never all of them unless the template lists them. */
  readonly alternatives: readonly string[];
  /** The logical ids of resources that mention it, themselves or through a condition. */
  readonly mentionedBy: ReadonlySet<string>;
}

/** More values of one parameter tell nobody more. */
const mostAlternatives = 8;

/** The parameters that could be something else, in the order of the template; those that are stated are what they are. */
export function parameterChoices(
  root: TemplateNode | undefined,
  stated: ReadonlySet<string>,
): readonly ParameterChoice[] {
  const candidates = comparedValues(root);
  const mentions = new Mentions(root);
  const choices: ParameterChoice[] = [];
  for (const { key: name, value: declaration } of entriesOf(valueOf(root, 'Parameters'))) {
    if (stated.has(name) || isHidden(declaration)) continue;
    const byDefault = textOf(valueOf(declaration, 'Default'));
    const allowed = valueOf(declaration, 'AllowedValues');
    const values = allowed?.kind === 'sequence' ? textsIn(allowed.items) : [...(candidates.get(name) ?? [])];
    const allowedValues = values.filter((value) => refusalOf(declaration, scalar(value)) === undefined);
    const alternatives = allowedValues.filter((value) => value !== byDefault).slice(0, mostAlternatives);
    if (alternatives.length > 0) choices.push({ name, byDefault, alternatives, mentionedBy: mentions.of(name) });
  }
  return choices;
}

/** What is not to be echoed is not to be told as the cause either. */
function isHidden(declaration: TemplateNode): boolean {
  return textOf(valueOf(declaration, 'NoEcho')) === 'true';
}

/** Parameter → the texts that it is compared with anywhere, and the keys of the mappings that are read by it. */
function comparedValues(root: TemplateNode | undefined): ReadonlyMap<string, ReadonlySet<string>> {
  const values = new Map<string, Set<string>>();
  const mappings = valueOf(root, 'Mappings');
  forEachEntry(root, ({ key, value }) => {
    if (value.kind !== 'sequence') return;
    if (key === 'Fn::Equals') addCompared(value.items, values);
    if (key === 'Fn::FindInMap') addKeys(value.items, mappings, values);
  });
  return values;
}

function addCompared(items: readonly TemplateNode[], values: Map<string, Set<string>>): void {
  for (const [one, other] of [items, items.toReversed()]) {
    const name = refIn(one);
    const text = textOf(other);
    if (name !== undefined && text !== undefined) addTo(values, name, text);
  }
}

/** `!FindInMap [map, key, key]`: a parameter in the place of a key is one of the keys there. */
function addKeys(
  [map, first, second]: readonly TemplateNode[],
  mappings: TemplateNode | undefined,
  values: Map<string, Set<string>>,
): void {
  const outer = entriesOf(valueOf(mappings, textOf(map) ?? ''));
  const [byFirst, bySecond] = [refIn(first), refIn(second)];
  for (const { key, value } of outer) {
    if (byFirst !== undefined) addTo(values, byFirst, key);
    if (bySecond === undefined) continue;
    for (const inner of entriesOf(value)) addTo(values, bySecond, inner.key);
  }
}

/** Who mentions what: each condition and each resource is walked once. */
class Mentions {
  readonly #byName = new Map<string, Set<string>>();
  readonly #conditions: ReadonlyMap<string, TemplateNode>;
  readonly #ofCondition = new Map<string, ReadonlySet<string>>();

  constructor(root: TemplateNode | undefined) {
    this.#conditions = new Map(entriesOf(valueOf(root, 'Conditions')).map(({ key, value }) => [key, value]));
    for (const { key: logicalId, value: resource } of entriesOf(valueOf(root, 'Resources'))) {
      for (const name of this.#namesIn(resource)) addTo(this.#byName, name, logicalId);
    }
  }

  of(name: string): ReadonlySet<string> {
    return this.#byName.get(name) ?? new Set();
  }

  /** Everything that could be a parameter: logical ids of resources among it do no harm. */
  #namesIn(node: TemplateNode): ReadonlySet<string> {
    const names = new Set<string>();
    forEachEntry(node, (entry) => {
      for (const name of directNames(entry)) names.add(name);
      const condition = conditionIn(entry);
      if (condition === undefined) return;
      for (const name of this.#namesOf(condition)) names.add(name);
    });
    return names;
  }

  #namesOf(condition: string): ReadonlySet<string> {
    const known = this.#ofCondition.get(condition);
    if (known !== undefined) return known;
    // Stands for itself while it is open, so that a circle ends.
    this.#ofCondition.set(condition, new Set());
    const node = this.#conditions.get(condition);
    const names = node === undefined ? new Set<string>() : this.#namesIn(node);
    this.#ofCondition.set(condition, names);
    return names;
  }
}

function directNames({ key, value }: MappingEntry): readonly string[] {
  if (key === 'Ref') return textsIn([value]);
  if (key !== 'Fn::Sub') return [];
  const text = textOf(value.kind === 'sequence' ? value.items[0] : value) ?? '';
  return [...text.matchAll(/\$\{(?<name>[^!}.][^}.]*)\}/gu)].flatMap(({ groups }) => groups?.['name'] ?? []);
}

/** The condition that `Fn::If` asks, or that is named in another one or on a resource. */
function conditionIn({ key, value }: MappingEntry): string | undefined {
  if (key === 'Condition') return textOf(value);
  return key === 'Fn::If' && value.kind === 'sequence' ? textOf(value.items[0]) : undefined;
}

function forEachEntry(root: TemplateNode | undefined, visit: (entry: MappingEntry) => void): void {
  const open = root === undefined ? [] : [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.kind === 'sequence') for (const item of node.items) open.push(item);
    for (const entry of entriesOf(node)) {
      visit(entry);
      open.push(entry.value);
    }
  }
}

function entriesOf(node: TemplateNode | undefined): readonly MappingEntry[] {
  return node?.kind === 'mapping' ? node.entries : [];
}

/** The name in `!Ref name`. */
function refIn(node: TemplateNode | undefined): string | undefined {
  return node?.kind === 'mapping' && node.entries.length === 1 ? textOf(valueOf(node, 'Ref')) : undefined;
}

/** As CloudFormation takes a scalar: the text that was written. */
function textOf(node: TemplateNode | undefined): string | undefined {
  return node?.kind === 'scalar' && node.value !== null ? node.source : undefined;
}

function textsIn(nodes: readonly TemplateNode[]): readonly string[] {
  return nodes.map(textOf).filter((text) => text !== undefined);
}
