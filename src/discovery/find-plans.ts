/**
 * Which files are plans as `terraform show -json` prints them, and which root each was made from. A plan replaces its root's
 * own evaluation, so that nothing is judged twice: it knows the values, and the root gives the places.
 */
import { posix } from 'node:path';
import type { Diagnostic } from '../core/diagnostic.ts';
import type { FileSystem } from '../core/file-system.ts';
import { decodeText, maximumPlanBytes } from '../core/read-source.ts';
import { exampleReason, type DiscoveredInput } from './discovered-input.ts';
import { namesInRoot } from './names-in-root.ts';

export interface FoundPlan {
  readonly path: string;
  /** The folder of the root that it was made from; undefined when its source is not at hand. */
  readonly root: string | undefined;
}

export interface FoundPlans {
  readonly plans: readonly FoundPlan[];
  readonly inputs: readonly DiscoveredInput[];
  readonly diagnostics: readonly Diagnostic[];
}

interface PlanSearch {
  readonly fileSystem: FileSystem;
  /** All files below the given paths. */
  readonly files: Iterable<string>;
  /** Folders of the roots in the scan. */
  readonly roots: readonly string[];
  readonly isLeftOut: (path: string) => boolean;
  /** Whether a path was given or configured itself; what becomes of such a file is told in any case. */
  readonly isNamed: (path: string) => boolean;
}

export function findPlans(search: PlanSearch): FoundPlans {
  const { fileSystem, files, isLeftOut, isNamed } = search;
  const plans: FoundPlan[] = [];
  const inputs: DiscoveredInput[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const path of files) {
    if (!path.endsWith('.json') && !isNamed(path)) continue;
    const bytes = fileSystem.readBytes(path, maximumPlanBytes);
    const sight = bytes === undefined ? 'other' : glance(bytes);
    if (bytes === undefined || sight === 'other' || (sight === 'no-plan' && !isNamed(path))) continue;
    if (isLeftOut(posix.dirname(path)) && !isNamed(path)) {
      inputs.push({ path, kind: 'terraform-plan', status: 'left-out', reason: exampleReason });
    } else if (sight === 'binary') {
      const diagnostic = savedPlan(path, isNamed(path));
      inputs.push({ path, kind: 'terraform-plan', status: 'unreadable', reason: diagnostic.message });
      diagnostics.push(diagnostic);
    } else {
      plans.push({ path, root: rootOf(path, bytes, search) });
      inputs.push({ path, kind: 'terraform-plan', status: 'read' });
    }
  }
  return { plans, inputs, diagnostics };
}

function savedPlan(path: string, isNamed: boolean): Diagnostic {
  return {
    code: 'input/unreadable',
    level: isNamed ? 'error' : 'note',
    message: `${path} is a plan in the form that only the Terraform that saved it can read.`,
    help: `Print it as JSON with \`terraform show -json ${posix.basename(path)} > plan.json\`, and lint that.`,
    path,
  };
}

/** `no-plan`: what people take for a plan in JSON, a state or log lines; the loader says what it is. */
type Sight = 'plan' | 'binary' | 'no-plan' | 'other';

function glance(bytes: Uint8Array): Sight {
  const text = searchable(bytes);
  const start = text.toString('latin1', 0, 1000);
  // A saved plan is a zip archive with an entry of this name.
  // https://github.com/hashicorp/terraform/blob/main/internal/plans/planfile/reader.go
  if (start.startsWith('PK')) return start.includes('tfplan') ? 'binary' : 'other';
  if (!/^(?:\u{ef}\u{bb}\u{bf})?\s*\{/u.test(start)) return 'other';
  if (text.includes('"format_version"')) return text.includes('"planned_values"') ? 'plan' : 'no-plan';
  const isState = start.includes('"terraform_version"') && text.includes('"lineage"');
  const isLog = start.includes('"@level"') && start.includes('"@message"');
  return isState || isLog ? 'no-plan' : 'other';
}

/** Bytes are searched as they are, for a plan may have a hundred megabytes; only the UTF-16 of Windows' shells must be decoded. */
function searchable(bytes: Uint8Array): Buffer {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return isUtf16 ? Buffer.from(decodeText(bytes) ?? '') : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/**
 * The nearest root above the plan that fits it, else the one root of the scan that fits best: plans are often collected in a
 * folder of their own.
 */
function rootOf(path: string, bytes: Uint8Array, { fileSystem, roots }: PlanSearch): string | undefined {
  const text = searchable(bytes);
  const fit = (folder: string): number => shareOf(namesInRoot(fileSystem, folder), text);
  const above = foldersAbove(path).find((folder) => fit(folder) >= 0.5);
  if (above !== undefined) return above;
  const fitting = roots.filter((folder) => fit(folder) === 1);
  return fitting.length === 1 ? fitting[0] : undefined;
}

function foldersAbove(path: string): readonly string[] {
  const folders: string[] = [];
  let folder = posix.dirname(path);
  while (!folders.includes(folder) && folder !== '..' && !folder.endsWith('/..')) {
    folders.push(folder);
    folder = posix.dirname(folder);
  }
  return folders;
}

/** How many of the names that a root declares a plan knows: 0 to 1. */
function shareOf(names: readonly string[], plan: Buffer): number {
  if (names.length === 0) return 0;
  return names.filter((name) => plan.includes(JSON.stringify(name))).length / names.length;
}
