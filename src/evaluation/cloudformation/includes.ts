/**
 * `AWS::Include`: a template in, the same template out with the snippets in place that it includes from the scanned tree.
 * What lies elsewhere stays a call of the macro, which is unknown; so does what a snippet itself includes.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/transform-aws-include.html
 */
import {
  type MappingEntry,
  type MappingNode,
  type TemplateFile,
  type TemplateNode,
  valueOf,
} from '../../loaders/template-node.ts';
import { isInsideTree, localFile } from './local-files.ts';

/** The tree of a file, by its path; undefined for what can't be read. */
export type ReadSnippet = (path: string) => TemplateNode | undefined;

const macro = 'AWS::Include';

export function withIncludes(template: TemplateFile, read: ReadSnippet): TemplateFile {
  const { file, root } = template;
  if (root?.kind !== 'mapping' || !file.text.includes(macro)) return template;
  const snippets = new Map<string, MappingNode | undefined>();
  const included = new Includes((location) => {
    const path = localFile(location, file.path);
    if (path === undefined || !isInsideTree(path)) return undefined;
    if (!snippets.has(path)) snippets.set(path, mappingOf(read(path)));
    return snippets.get(path);
  });
  return { ...template, root: included.mapping(included.root(root)) };
}

function mappingOf(node: TemplateNode | undefined): MappingNode | undefined {
  return node?.kind === 'mapping' ? node : undefined;
}

class Includes {
  readonly #snippetAt: (location: string) => MappingNode | undefined;

  constructor(snippetAt: (location: string) => MappingNode | undefined) {
    this.#snippetAt = snippetAt;
  }

  /** With what the `Transform` section includes. */
  root(root: MappingNode): MappingNode {
    const section = valueOf(root, 'Transform');
    const stated = section?.kind === 'sequence' ? section.items : section === undefined ? [] : [section];
    let { entries } = root;
    const others: TemplateNode[] = [];
    for (const transform of stated) {
      const joined = joinedWith(entries, this.#snippetOf(transform));
      if (joined === undefined) others.push(transform);
      else entries = joined;
    }
    if (section === undefined || others.length === stated.length) return root;
    const left: TemplateNode = { kind: 'sequence', items: others, range: section.range };
    return { ...root, entries: entries.map((entry) => (entry.value === section ? { ...entry, value: left } : entry)) };
  }

  mapping(node: MappingNode): MappingNode {
    const entries: MappingEntry[] = [];
    let snippet: MappingNode | undefined;
    for (const entry of node.entries) {
      const found = entry.key === 'Fn::Transform' ? this.#snippetOf(entry.value) : undefined;
      if (found === undefined) entries.push({ ...entry, value: this.#node(entry.value) });
      else snippet = found;
    }
    const joined = snippet === undefined ? entries : joinedWith(entries, snippet);
    return joined === undefined ? node : { ...node, entries: joined };
  }

  #node(node: TemplateNode): TemplateNode {
    switch (node.kind) {
      case 'scalar':
        return node;
      case 'sequence':
        return { ...node, items: node.items.map((item) => this.#node(item)) };
      case 'mapping':
        return this.mapping(node);
    }
  }

  #snippetOf(transform: TemplateNode): MappingNode | undefined {
    const name = valueOf(transform, 'Name');
    const location = valueOf(valueOf(transform, 'Parameters'), 'Location');
    const isInclude = name?.kind === 'scalar' && name.source === macro;
    return isInclude && location?.kind === 'scalar' ? this.#snippetAt(location.source) : undefined;
  }
}

/** Undefined where both have an entry of one name: which of them counts is not documented. */
function joinedWith(
  entries: readonly MappingEntry[],
  snippet: MappingNode | undefined,
): readonly MappingEntry[] | undefined {
  if (snippet === undefined) return undefined;
  const names = new Set(entries.map(({ key }) => key));
  return snippet.entries.some(({ key }) => names.has(key)) ? undefined : [...entries, ...snippet.entries];
}
