/**
 * Which folders are assemblies that CDK synthesized, by their `manifest.json`, and the stacks in them. Nothing else in such a
 * folder is looked at: templates that no manifest lists are nested in one that it does, or left over from an earlier run.
 */
import { posix } from 'node:path';
import type { Diagnostic } from '../core/diagnostic.ts';
import type { FileSystem } from '../core/file-system.ts';
import { parseJson } from '../core/plain-json.ts';
import { readSource } from '../core/read-source.ts';
import { type CdkAssembly, type CdkStack, isManifest, stacksInManifest } from './cdk-stack.ts';
import { exampleReason, type DiscoveredInput } from './discovered-input.ts';

export interface FoundAssemblies {
  readonly stacks: readonly CdkStack[];
  readonly inputs: readonly DiscoveredInput[];
  readonly diagnostics: readonly Diagnostic[];
  /** Whether a file lies in an assembly, whose manifest says what is deployed. */
  holds(path: string): boolean;
}

interface AssemblySearch {
  readonly fileSystem: FileSystem;
  readonly files: ReadonlySet<string>;
  readonly isLeftOut: (path: string) => boolean;
  readonly isNamed: (path: string) => boolean;
}

const manifestName = 'manifest.json';
/** The folder of a file or an image that is uploaded; whatever lies in it is no part of the assembly. */
const assetFolder = /(?:^|\/)(?:\.cache|asset\.[^/]+)\//u;

export function findAssemblies(search: AssemblySearch): FoundAssemblies {
  const { files, isNamed } = search;
  const assemblies = new Map<string, CdkAssembly>();
  const inputs: DiscoveredInput[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const path of manifestsAround(files, isNamed)) {
    const { manifest, diagnostic } = readManifest(path, search.fileSystem);
    if (diagnostic !== undefined) diagnostics.push(diagnostic);
    if (manifest !== undefined) inputs.push(addManifest(path, manifest, assemblies, search));
  }
  const listed = [...new Set(assemblies.values())].flatMap((assembly) => assembly.stacks);
  const byTemplate = new Map<string, CdkStack>();
  const twins = new Map<string, CdkStack>();
  for (const stack of listed) (byTemplate.has(stack.template) ? twins : byTemplate).set(stack.template, stack);
  for (const twin of twins.values()) diagnostics.push(repeated(twin));
  const stacks = [...byTemplate.values()].filter(({ template }) => files.has(template));
  for (const { template: path } of stacks) inputs.push({ path, kind: 'cloudformation-template', status: 'read' });
  for (const stack of byTemplate.values()) if (isMissing(stack, files)) diagnostics.push(missing(stack));
  const holds = (path: string): boolean => !isNamed(path) && enclosing(path, assemblies) !== undefined;
  return { stacks, inputs, diagnostics, holds };
}

function readManifest(
  path: string,
  fileSystem: FileSystem,
): { readonly manifest?: unknown; readonly diagnostic?: Diagnostic } {
  const text = readSource(fileSystem, path).value?.text;
  const manifest = text === undefined ? undefined : parseJson(text);
  if (isManifest(manifest)) return { manifest };
  const isBroken = manifest === undefined && posix.basename(posix.dirname(path)) === 'cdk.out';
  return isBroken && fileSystem.stat(path) !== undefined ? { diagnostic: unread(path) } : {};
}

function addManifest(
  path: string,
  manifest: unknown,
  assemblies: Map<string, CdkAssembly>,
  { isLeftOut, isNamed }: AssemblySearch,
): DiscoveredInput {
  const folder = posix.dirname(path);
  const assembly = enclosing(folder, assemblies) ?? { folder, stacks: [], deployed: [] };
  assemblies.set(folder, assembly);
  if (isLeftOut(folder) && !isNamed(path) && !isNamed(folder))
    return { path, kind: 'cdk-assembly', status: 'left-out', reason: exampleReason };
  assembly.stacks.push(...stacksInManifest(path, manifest, assembly));
  return { path, kind: 'cdk-assembly', status: 'read' };
}

/** Those among the files, and those beside files that were named one by one; the outer ones first. */
function manifestsAround(files: ReadonlySet<string>, isNamed: (path: string) => boolean): readonly string[] {
  const beside = [...files].filter(isNamed).map((path) => posix.join(posix.dirname(path), manifestName));
  const found = [...files].filter((path) => posix.basename(path) === manifestName && !assetFolder.test(path));
  return [...new Set([...found, ...beside])].toSorted((left, right) => left.length - right.length);
}

/** The nearest assembly around a path: a stage's lies in that of the app. */
function enclosing(path: string, assemblies: ReadonlyMap<string, CdkAssembly>): CdkAssembly | undefined {
  for (let above = posix.dirname(path); ; above = posix.dirname(above)) {
    const assembly = assemblies.get(above);
    if (assembly !== undefined || above === posix.dirname(above) || posix.basename(above) === '..') return assembly;
  }
}

/** Where only some files of an assembly were named, the others are not asked for. */
function isMissing({ template, assembly: { folder } }: CdkStack, files: ReadonlySet<string>): boolean {
  return !files.has(template) && files.has(posix.join(folder, manifestName));
}

/** CDK gives each stack a template of its own; one that many name would be read once for each. */
function repeated({ template, artifact }: CdkStack): Diagnostic {
  return {
    code: 'input/limit',
    level: 'warning',
    message: `${template} is the template of several stacks; it is linted once, and not as ${artifact}.`,
    help: 'Run `cdk synth` again: it writes one template for each stack.',
    path: template,
  };
}

function missing({ template, artifact, assembly }: CdkStack): Diagnostic {
  const path = posix.join(assembly.folder, manifestName);
  return {
    code: 'input/unreadable',
    level: 'warning',
    message: `The template of the stack ${artifact}, ${template}, is not in the assembly; what it declares is not linted.`,
    help: 'Run `cdk synth` again, and lint the whole folder that it writes.',
    path,
  };
}

function unread(path: string): Diagnostic {
  return {
    code: 'input/unreadable',
    level: 'warning',
    message: `${path} is no JSON, so the Regions and accounts of the stacks beside it are not known.`,
    help: 'Run `cdk synth` again.',
    path,
  };
}
