/** What stands in a body and is neither an argument nor a block: words, braces, the markers of a merge conflict. */
import { complaintAbout, shortened } from './complaints.ts';
import type { ParseState } from './parse-state.ts';
import type { Token } from './tokens.ts';

/** What the bodies of one file tell each other. */
export interface Progress {
  /** Closing braces that are missing in what was not read yet. */
  missingBraces: number;
  /** Blocks that were given up for want of an opening brace: their closing ones are still to come. */
  unopened: number;
  /** After a heredoc without end nothing can be told until the next block at the margin. */
  isLost: boolean;
  /** The item before this one was broken, so that what follows may be a part of it. */
  isQuiet: boolean;
  /** Between the first and the last marker of a merge conflict, where everything stands twice. */
  inConflict: boolean;
  reportedUnclosed: boolean;
}

export function newProgress(missingBraces: number): Progress {
  return {
    missingBraces,
    unopened: 0,
    isLost: false,
    isQuiet: false,
    inConflict: false,
    reportedUnclosed: false,
  };
}

/** Reports the next token and its line. What follows a broken line may belong to it, and is passed over in silence. */
export function reportMisplaced(state: ParseState, progress: Progress): void {
  if (progress.isQuiet) return;
  const first = state.peek();
  const complaint = complaintAbout(first, state.textOf(first));
  if (complaint !== undefined) state.report(state.rangeOf(first), complaint.message, complaint.help);
  else if (first.kind === '}') reportBrace(state, progress);
  else reportWords(state, progress);
}

function reportBrace(state: ParseState, progress: Progress): void {
  progress.unopened -= 1;
  if (progress.unopened >= 0) return;
  progress.unopened = 0;
  const help = 'Remove it, or open the block before it.';
  state.report(state.rangeOf(state.peek()), 'This closing brace closes no block.', help);
}

const conflictMarker = /^(?:<{7}|={7}|>{7})/u;

function reportWords(state: ParseState, progress: Progress): void {
  const first = state.peek();
  const range = state.range(first.start, endOfLine(state, first));
  const words = state.file.text.slice(range.start, range.end);
  if (!conflictMarker.test(words)) {
    const help = 'An argument reads name = value, a block reads type "label" { … }. Put # before a comment.';
    return state.report(range, `Found "${shortened(words)}", expected an argument or a block.`, help);
  }
  // One report is enough for all markers of a conflict.
  const isKnown = progress.inConflict;
  progress.inConflict = !words.startsWith('>');
  const help = 'Resolve the conflict and remove its markers.';
  if (!isKnown) state.report(range, 'Found the marker of an unresolved merge conflict.', help);
}

function endOfLine(state: ParseState, first: Token): number {
  const lineFeed = state.file.text.indexOf('\n', first.start);
  const line = state.file.text.slice(first.start, lineFeed === -1 ? undefined : lineFeed);
  return Math.max(first.end, first.start + line.trimEnd().length);
}
