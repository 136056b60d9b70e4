/** Places as SARIF locations: a relative, percent-encoded URI, and a region on one line. */
import type { ArtifactChange, ArtifactLocation, Location, Region, Replacement } from 'sarif';
import { appendTo } from '../core/append-to.ts';
import { locationOf, type SourceRange } from '../core/source.ts';
import type { TextEdit } from '../core/text-edit.ts';
import { firstLineOf } from './first-line.ts';

export function sarifLocation(range: SourceRange): Location {
  const { file, line, column, endLine, endColumn } = firstLineOf(range);
  return physicalLocation(file, { startLine: line, startColumn: column, endLine, endColumn });
}

/** The beginning of a file that could not be read. */
export function fileLocation(path: string): Location {
  return physicalLocation(path, { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 });
}

function physicalLocation(path: string, region: Region): Location {
  return { physicalLocation: { artifactLocation: artifactLocation(path), region } };
}

function artifactLocation(path: string): ArtifactLocation {
  return { uri: relativeUri(path), uriBaseId: '%SRCROOT%' };
}

/** One change for each file, as all replacements are about what stands in it at first. */
export function artifactChanges(edits: readonly TextEdit[]): ArtifactChange[] {
  const byFile = new Map<string, Replacement[]>();
  for (const edit of edits) appendTo(byFile, edit.range.file.path, replacement(edit));
  return [...byFile].map(([path, replacements]) => ({ artifactLocation: artifactLocation(path), replacements }));
}

/** Empty regions are insertions; a region may span lines. */
function replacement({ range, text }: TextEdit): Replacement {
  const { line, column, endLine, endColumn } = locationOf(range);
  const deletedRegion = { startLine: line, startColumn: column, endLine, endColumn };
  return { deletedRegion, insertedContent: { text } };
}

/** Percent-encoded, segment by segment. Half a surrogate pair has no encoding and becomes U+FFFD. */
function relativeUri(path: string): string {
  return path
    .replaceAll(/\p{Cs}/gu, '\uFFFD')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
}
