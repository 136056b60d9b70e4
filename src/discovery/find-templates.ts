/** Which of the YAML and JSON files may be CloudFormation templates: by a glance at their text, never by their name. */
import { posix } from 'node:path';
import type { Diagnostic } from '../core/diagnostic.ts';
import type { FileSystem } from '../core/file-system.ts';
import type { SourceFile } from '../core/source.ts';
import { maximumFileBytes, readSource } from '../core/read-source.ts';
import { mayBeGitSync } from './deployment-files.ts';
import { detectFormat, mayBeTemplate } from './detect-format.ts';
import { exampleReason, type DiscoveredInput } from './discovered-input.ts';

export interface FoundTemplates {
  readonly templates: readonly string[];
  /** What may be deployment files of Git sync, left out ones not among them. */
  readonly gitSync: readonly SourceFile[];
  readonly inputs: readonly DiscoveredInput[];
  readonly diagnostics: readonly Diagnostic[];
}

/** @param isNamed whether a path was given or configured itself; what becomes of such a file is told in any case */
export function findTemplates(
  fileSystem: FileSystem,
  files: Iterable<string>,
  isLeftOut: (path: string) => boolean,
  isNamed: (path: string) => boolean,
): FoundTemplates {
  const templates: string[] = [];
  const gitSync: SourceFile[] = [];
  const inputs: DiscoveredInput[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const path of files) {
    if (detectFormat(posix.basename(path)) !== 'template-candidate') continue;
    const sight = glance(fileSystem, path);
    diagnostics.push(...sight.diagnostics);
    if (sight.gitSync !== undefined && (isNamed(path) || !isLeftOut(posix.dirname(path)))) gitSync.push(sight.gitSync);
    if (sight.status === 'nothing') {
      if (isNamed(path)) inputs.push({ path, kind: 'other', status: 'skipped', reason: sight.reason });
    } else if (sight.status === 'unreadable') {
      inputs.push({ path, kind: 'cloudformation-template', status: 'unreadable', reason: sight.reason });
    } else if (isLeftOut(posix.dirname(path)) && !isNamed(path)) {
      inputs.push({ path, kind: 'cloudformation-template', status: 'left-out', reason: exampleReason });
    } else {
      templates.push(path);
      inputs.push({ path, kind: 'cloudformation-template', status: 'read' });
    }
  }
  return { templates, gitSync, inputs, diagnostics };
}

interface Sight {
  readonly status: 'template' | 'nothing' | 'unreadable';
  readonly reason: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly gitSync?: SourceFile;
}

function glance(fileSystem: FileSystem, path: string): Sight {
  const nothing = (reason: string): Sight => ({ status: 'nothing', reason, diagnostics: [] });
  // A template has at most 1 MB: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
  if ((fileSystem.stat(path)?.size ?? 0) > maximumFileBytes) return nothing('larger than any template');
  const { value: file, diagnostics } = readSource(fileSystem, path);
  if (file !== undefined) {
    if (!mayBeTemplate(file.text)) {
      const none = nothing('no CloudFormation template');
      return mayBeGitSync(file.text) ? { ...none, gitSync: file } : none;
    }
    return { status: 'template', reason: '', diagnostics: [] };
  }
  const bytes = fileSystem.readBytes(path);
  // Binary data that does not even look like a template is of no concern.
  if (bytes !== undefined && !mayBeTemplate(new TextDecoder('latin1').decode(bytes))) return nothing('not text');
  return { status: 'unreadable', reason: diagnostics[0]?.message ?? 'cannot be read', diagnostics };
}
