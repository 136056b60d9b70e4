/** What the parameter files of a deployment state for its stack, and the names in them that no template declares. */
import { appendTo } from '../core/append-to.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import type { FileSystem } from '../core/file-system.ts';
import { outcome, type Outcome } from '../core/outcome.ts';
import { inWords, printText } from '../core/print.ts';
import { readSource } from '../core/read-source.ts';
import { rangeKey, type SourceRange } from '../core/source.ts';
import { suggest } from '../core/suggest.ts';
import { map, type MapValue, noMarks, scalar, unknown, type Value } from '../core/value.ts';
import type { Deployment } from '../discovery/deployment.ts';
import { inputFile } from '../discovery/input-file.ts';
import { entryOf, type TemplateFile, valueOf } from '../loaders/template-node.ts';
import { type ParameterFile, readParameterFile } from './cloudformation/parameter-file.ts';
import { transformsOf } from './cloudformation/transforms.ts';

export interface StatedForStack {
  readonly parameters: ReadonlyMap<string, Value>;
  /** Of the stack; undefined where none are stated. */
  readonly tags: MapValue | undefined;
  readonly names: readonly StatedName[];
  /** A file that could not be read in full: it may state any parameter that is not stated after it. */
  readonly unread: string | undefined;
}

interface StatedName {
  readonly name: string;
  readonly range: SourceRange;
}

/** Of several files the later ones are stronger; all are stronger than what a CDK app states for its stack. */
export function statedForStack({ inputFiles, cdk }: Deployment, fileSystem: FileSystem): Outcome<StatedForStack> {
  const parameters = new Map<string, Value>(valuesOf(cdk?.parameters));
  const tags = new Map<string, Value>(valuesOf(cdk?.tags));
  const names: StatedName[] = [];
  const diagnostics: Diagnostic[] = [];
  let unread: string | undefined;
  for (const { path, environment } of inputFiles.map(inputFile)) {
    const source = readSource(fileSystem, path);
    const file = source.value === undefined ? outcome(nothingStated) : readParameterFile(source.value, environment);
    const troubles = [...source.diagnostics, ...file.diagnostics];
    diagnostics.push(...troubles);
    if (troubles.length > 0) {
      unread = path;
      parameters.clear();
    }
    for (const [key, value] of file.value.tags) tags.set(key, value);
    for (const [name, { value, nameAt }] of file.value.parameters) {
      parameters.set(name, value);
      names.push({ name, range: nameAt });
    }
  }
  return outcome({ parameters, tags: tags.size === 0 ? undefined : map(tags), names, unread }, diagnostics);
}

const nothingStated: ParameterFile = { parameters: new Map(), tags: new Map() };

/** With those that the template declares and a file may state that could not be read: their defaults don't count. */
export function withUnread(
  { parameters, unread }: StatedForStack,
  { root }: TemplateFile,
): StatedForStack['parameters'] {
  if (unread === undefined) return parameters;
  const section = valueOf(root, 'Parameters');
  const all = new Map(parameters);
  for (const { key: name, keyRange } of section?.kind === 'mapping' ? section.entries : []) {
    if (all.has(name)) continue;
    const reason = { code: 'input', subject: `parameter ${name}`, cure: `Correct ${unread}.` } as const;
    all.set(name, unknown(`${unread}#parameter ${name}`, reason, keyRange, { ...noMarks, perDeployment: true }));
  }
  return all;
}

function valuesOf(texts: ReadonlyMap<string, string> = new Map()): readonly (readonly [string, Value])[] {
  return [...texts].map(([name, text]) => [name, scalar(text)]);
}

/** The stated names, as one template takes them. */
export interface StatedNames {
  /** Keys of the places of those that it declares. */
  readonly declared: ReadonlySet<string>;
  readonly undeclared: readonly UndeclaredName[];
}

interface UndeclaredName extends StatedName {
  readonly template: string;
  /** Declared, and not stated: what may have been meant. */
  readonly open: readonly string[];
}

export function namesTakenBy(template: TemplateFile, names: readonly StatedName[]): StatedNames {
  const section = valueOf(template.root, 'Parameters');
  const known = new Set(section?.kind === 'mapping' ? section.entries.map(({ key }) => key) : []);
  const stated = new Set(names.map(({ name }) => name));
  const open = [...known].filter((name) => !stated.has(name));
  const declared = names.filter(({ name }) => known.has(name));
  const isWhole = !mayDeclareMore(template);
  const undeclared = isWhole ? names.filter(({ name }) => !known.has(name)) : [];
  return {
    declared: new Set((isWhole ? declared : names).map(({ range }) => rangeKey(range))),
    undeclared: undeclared.map((each) => ({ ...each, template: template.file.path, open })),
  };
}

/** A macro of somebody's own may add parameters that the text doesn't show. */
function mayDeclareMore({ root }: TemplateFile): boolean {
  const isExtended = entryOf(valueOf(root, 'Parameters'), 'Fn::Transform') !== undefined;
  return isExtended || transformsOf(root).some(({ addsAnything }) => addsAnything);
}

/** How many names are told of one file, and how many are compared with what may have been meant. */
const namedParameters = 3;
const comparedNames = 100;

/**
 * Names that no template declares of those which are given the file: one file may hold values for several. A likely mistake
 * in a name is a warning, the others are one note for the file, as `aws cloudformation deploy` and `sam deploy` pass over them.
 */
export function undeclaredParameters(all: readonly StatedNames[]): readonly Diagnostic[] {
  const declared = new Set(all.flatMap((each) => [...each.declared]));
  const told = new Set<string>();
  const byFile = new Map<string, UndeclaredName[]>();
  for (const name of all.flatMap(({ undeclared }) => undeclared)) {
    const key = rangeKey(name.range);
    if (declared.has(key) || told.has(key)) continue;
    told.add(key);
    appendTo(byFile, name.range.file.path, name);
  }
  return [...byFile.values()].flatMap(undeclaredIn);
}

function undeclaredIn(names: readonly UndeclaredName[]): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const others: UndeclaredName[] = [];
  for (const [index, each] of names.entries()) {
    const near = index < comparedNames ? suggest(each.name, each.open) : undefined;
    if (near === undefined) others.push(each);
    else {
      const message = `${printText(each.name)} is stated here, but ${each.template} declares no such parameter.`;
      diagnostics.push(noteAt(each, 'warning', message, `Did you mean ${JSON.stringify(near)}?`));
    }
  }
  const [first] = others;
  if (first === undefined) return diagnostics;
  const shown = others.slice(0, namedParameters).map(({ name }) => printText(name));
  const message = `${first.template} declares no parameter ${inWords(shown, others.length)}: what is stated here has no effect.`;
  return [...diagnostics, noteAt(first, 'note', message, 'Declare the parameter, or leave it out of this file.')];
}

function noteAt({ range }: StatedName, level: Diagnostic['level'], message: string, help: string): Diagnostic {
  return { code: 'input/variable', level, message, help, range, path: range.file.path };
}
