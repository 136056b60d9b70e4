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
  | { readonly kind: 'hcl'; readonly body: Body }
  | { readonly kind: 'template'; readonly template: TemplateText }
  /** It can't be edited, and why, as the end of a sentence. */
  | { readonly kind: 'none'; readonly because: string };

export class SourceTexts {
  readonly #fileSystem: FileSystem;
  readonly #texts = new Map<SourceFile, EditableText>();

  constructor(fileSystem: FileSystem) {
    this.#fileSystem = fileSystem;
  }

  textOf(file: SourceFile): EditableText {
    const known = this.#texts.get(file);
    if (known !== undefined) return known;
    const because = this.#whyNot(file);
    const text: EditableText = because === undefined ? editableText(file) : { kind: 'none', because };
    this.#texts.set(file, text);
    return text;
  }

  #whyNot(file: SourceFile): string | undefined {
    if (!file.shown) return `${file.path} is made of other files, and made anew from them`;
    const onDisk = readSource(this.#fileSystem, file.path).value;
    if (onDisk === undefined) return `${file.path} is no file that dr-lint may write`;
    return onDisk.text === file.text ? undefined : `${file.path} holds something else by now`;
  }
}

/** As its name and its first sign say. */
export function editableText(file: SourceFile): EditableText {
  const { path } = file;
  if (/\.(?:tf|tofu)$/u.test(path)) {
    const { value, diagnostics } = parseHcl(file);
    return diagnostics.length > 0 ? broken(path) : { kind: 'hcl', body: value.body };
  }
  if (path.endsWith('.hcl')) return { kind: 'none', because: `${path} is of Terragrunt, whose files are not edited` };
  const json = /^\s*\{/u.test(file.text) ? readJson(file) : undefined;
  const isJson = json?.diagnostics.length === 0;
  const { value, diagnostics } = isJson ? json : readYaml(file, longFormOfTag);
  if (diagnostics.length > 0 || value.root === undefined) return broken(path);
  return { kind: 'template', template: { root: value.root, notation: isJson ? 'json' : 'yaml' } };
}

function broken(path: string): EditableText {
  return { kind: 'none', because: `${path} can't be read without mistakes` };
}
