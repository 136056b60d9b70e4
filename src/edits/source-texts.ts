/** The files that edits are made in, each read into its tree once; none that dr-lint made itself, or that changed meanwhile. */
import type { FileSystem } from '../core/file-system.ts';
import { readSource } from '../core/read-source.ts';
import type { SourceFile } from '../core/source.ts';
import type { Body } from '../loaders/hcl/ast.ts';
import { parseHcl } from '../loaders/hcl/parse-hcl.ts';
import { longFormOfTag } from '../loaders/cloudformation/intrinsic-tags.ts';
import { readJson } from '../loaders/json.ts';
import { readYaml } from '../loaders/yaml.ts';
import type { TemplateText } from './template/edit-template.ts';

export type EditableText =
  { readonly kind: 'hcl'; readonly body: Body } | { readonly kind: 'template'; readonly template: TemplateText };

export class SourceTexts {
  readonly #fileSystem: FileSystem;
  readonly #texts = new Map<SourceFile, EditableText | undefined>();

  constructor(fileSystem: FileSystem) {
    this.#fileSystem = fileSystem;
  }

  /** Undefined for what is no such file, or is broken. */
  textOf(file: SourceFile): EditableText | undefined {
    if (this.#texts.has(file)) return this.#texts.get(file);
    const onDisk = file.shown ? readSource(this.#fileSystem, file.path).value : undefined;
    const text = onDisk?.text === file.text ? parse(file) : undefined;
    this.#texts.set(file, text);
    return text;
  }
}

function parse(file: SourceFile): EditableText | undefined {
  if (/\.(?:tf|tofu)$/u.test(file.path)) {
    const { value, diagnostics } = parseHcl(file);
    return diagnostics.length > 0 ? undefined : { kind: 'hcl', body: value.body };
  }
  if (file.path.endsWith('.hcl')) return undefined;
  const json = /^\s*\{/u.test(file.text) ? readJson(file) : undefined;
  const isJson = json?.diagnostics.length === 0;
  const { value, diagnostics } = isJson ? json : readYaml(file, longFormOfTag);
  if (diagnostics.length > 0 || value.root === undefined) return undefined;
  return { kind: 'template', template: { root: value.root, notation: isJson ? 'json' : 'yaml' } };
}
