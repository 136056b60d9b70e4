/** Places as SARIF locations: a relative, percent-encoded URI, and a region on one line. */
import type { Location, Region } from 'sarif';
import { locationOf, type SourceRange } from '../core/source.ts';

export function sarifLocation(range: SourceRange): Location {
  return physicalLocation(range.file.path, oneLineRegion(range));
}

/** The beginning of a file that could not be read. */
export function fileLocation(path: string): Location {
  return physicalLocation(path, { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 });
}

function physicalLocation(path: string, region: Region): Location {
  return { physicalLocation: { artifactLocation: { uri: relativeUri(path), uriBaseId: '%SRCROOT%' }, region } };
}

/**
 * An alert is shown in a pull request only when every line of its region was changed, so that a region is one line: the
 * first.
 */
function oneLineRegion(range: SourceRange): Region {
  const { line, column, endLine, endColumn } = locationOf(range);
  const end = endLine > line ? range.file.lineText(line).length + 1 : endColumn;
  return { startLine: line, startColumn: column, endLine: line, endColumn: Math.max(column, end) };
}

/** Percent-encoded, segment by segment. Half a surrogate pair has no encoding and becomes U+FFFD. */
function relativeUri(path: string): string {
  return path
    .replaceAll(/\p{Cs}/gu, '\uFFFD')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
}
