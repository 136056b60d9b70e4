/** The files of a unit's module by name, and what `generate` blocks add to them. */
import { posix } from 'node:path';
import type { Diagnostic } from '../../core/diagnostic.ts';
import type { SourceRange } from '../../core/source.ts';
import type { MapValue, Value } from '../../core/value.ts';
import type { HclFile } from '../../loaders/hcl/ast.ts';
import { parseHcl } from '../../loaders/hcl/parse-hcl.ts';
import { GeneratedFile } from '../../loaders/terragrunt/generated-file.ts';
import { toBoolean, toText } from '../terraform/values/convert.ts';
import { generatedText, type HandedValues } from './handed-values.ts';

/** Of several files of one name the last holds. */
export class UnitFiles {
  readonly #files = new Map<string, HclFile>();
  readonly #diagnostics: Diagnostic[] = [];

  get all(): readonly HclFile[] {
    return [...this.#files.values()];
  }

  get diagnostics(): readonly Diagnostic[] {
    return this.#diagnostics;
  }

  has(name: string): boolean {
    return this.#files.has(name);
  }

  add(name: string, file: HclFile): void {
    this.#files.set(name, file);
  }

  /** @param origin the expression that gives the text */
  generate(name: string, text: string, origin: SourceRange): void {
    const parsed = parseHcl(new GeneratedFile(text, origin));
    this.#diagnostics.push(...parsed.diagnostics);
    this.add(name, parsed.value);
  }
}

/**
 * Adds what a `generate` block writes; says whether it is known what that is.
 * https://terragrunt.gruntwork.io/docs/reference/hcl/blocks/#generate
 */
export function generate(body: MapValue, files: UnitFiles, handed: HandedValues): boolean {
  const entry = (name: string): Value | undefined => body.entries.get(name);
  if (isTrue(entry('disable'))) return true;
  const path = textOf(entry('path'));
  if (path === undefined) return false;
  const name = posix.normalize(path);
  // Other files are no part of the module.
  if (!/^[^/]+\.(?:tf|tofu)$/u.test(name)) return true;
  const isKept = files.has(name) && textOf(entry('if_exists')) === 'skip';
  return isKept || write(name, entry('contents'), files, handed);
}

function write(name: string, contents: Value | undefined, files: UnitFiles, handed: HandedValues): boolean {
  const text = contents === undefined ? undefined : generatedText(contents, handed);
  const origin = contents?.decidedAt ?? contents?.range;
  if (text === undefined || origin === undefined) return false;
  files.generate(name, text, origin);
  return true;
}

function textOf(value: Value | undefined): string | undefined {
  return value === undefined ? undefined : toText(value);
}

function isTrue(value: Value | undefined): boolean {
  return value !== undefined && toBoolean(value) === true;
}
