/** Reads the templates of a run: a path in, its tree out, with what it includes; kept for who asks again. */
import type { FileSystem } from '../core/file-system.ts';
import { outcome, type Outcome } from '../core/outcome.ts';
import { readSource } from '../core/read-source.ts';
import { isCloudFormationTemplate, loadTemplateFile } from '../loaders/cloudformation/template.ts';
import type { TemplateFile, TemplateNode } from '../loaders/template-node.ts';
import { withIncludes } from './cloudformation/includes.ts';

/** Characters of the templates that are kept, for a tree takes many times the memory of its text. */
const mostKept = 4_000_000;

/**
 * A template is asked for once for each deployment and each stack that nests it, and again when its parameters are tried:
 * reading YAML takes longer than all that follows.
 */
export class TemplateReader {
  readonly #fileSystem: FileSystem;
  readonly #kept = new Map<string, Outcome<TemplateFile | undefined>>();
  #left = mostKept;

  constructor(fileSystem: FileSystem) {
    this.#fileSystem = fileSystem;
  }

  /** No value for what is no template, which is somebody else's file, whatever is wrong with it; unless it says that it is one. */
  read(path: string): Outcome<TemplateFile | undefined> {
    const kept = this.#kept.get(path);
    if (kept !== undefined) return kept;
    const read = this.#open(path);
    this.#left -= read.value?.file.text.length ?? 0;
    if (this.#left >= 0) this.#kept.set(path, read);
    return read;
  }

  #open(path: string): Outcome<TemplateFile | undefined> {
    const source = readSource(this.#fileSystem, path);
    if (source.value === undefined) return outcome(undefined, source.diagnostics);
    const { value: template, diagnostics } = loadTemplateFile(source.value);
    const whole = withIncludes(template, (snippet) => this.#snippet(snippet));
    if (isCloudFormationTemplate(whole.root)) return outcome(whole, diagnostics);
    return outcome(undefined, saysThatItIsTemplate.test(source.value.text) ? diagnostics : []);
  }

  /** A broken one is not read: what it lacks is not known. */
  #snippet(path: string): TemplateNode | undefined {
    const source = readSource(this.#fileSystem, path).value;
    const snippet = source === undefined ? undefined : loadTemplateFile(source);
    return snippet?.diagnostics.length === 0 ? snippet.value.root : undefined;
  }
}

const saysThatItIsTemplate = /^\s*["']?AWSTemplateFormatVersion\b|^\s*["']?Type["']?\s*:\s*["']?AWS::/mu;
