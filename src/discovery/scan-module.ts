/**
 * A quick look at a configuration file: which local modules it calls, and whether it marks its folder as a root. Enough
 * to tell roots from child modules before anything is parsed, and right about comments; the parser has the last word on
 * content.
 */
import { isJsonConfiguration } from './configuration-files.ts';
import { isLocalSource, type ModuleScan } from './module-scan.ts';
import { scanJsonModule } from './scan-json.ts';

export function scanModule(fileName: string, text: string): ModuleScan {
  return isJsonConfiguration(fileName) ? scanJsonModule(text) : scanHcl(withoutComments(text));
}

const lineOfInterest =
  /^[ \t]*(?:(?<block>module|resource|data|provider|variable|output|locals|check)\b[^\n{]*\{|source[ \t]*=[ \t]*"(?<source>[^"\n]*)")/gmu;

function scanHcl(text: string): ModuleScan {
  const localSources: string[] = [];
  let block: string | undefined;
  for (const { groups, index, 0: line } of text.matchAll(lineOfInterest)) {
    if (groups?.['block'] !== undefined) block = groups['block'];
    const source = groups?.['source'] ?? sourceOnLine(text, index + line.length);
    if (block === 'module' && source !== undefined && isLocalSource(source)) localSources.push(source);
  }
  return {
    localSources,
    keepsState: /^[ \t]*(?:terraform[ \t]*\{[ \t]*)?(?:backend[ \t]+"[^"\n]*"|cloud)[ \t]*\{/mu.test(text),
    configuresProvider: /^[ \t]*provider[ \t]+"?[\w-]+"?[ \t]*\{/mu.test(text),
  };
}

/** The source in a block written on one line: `module "network" { source = "./network" }`. */
function sourceOnLine(text: string, from: number): string | undefined {
  const end = text.indexOf('\n', from);
  const rest = text.slice(from, end === -1 ? undefined : end);
  return /^[ \t]*source[ \t]*=[ \t]*"([^"]*)"/u.exec(rest)?.[1];
}

/** The text with its comments cut out; what looks like a comment inside quotes stays. */
export function withoutComments(text: string): string {
  const kept: string[] = [];
  let from = 0;
  const opening = /"|#|\/\/|\/\*/gu;
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    const end = endOf(match[0], text, match.index);
    if (match[0] !== '"') {
      kept.push(text.slice(from, match.index));
      from = end;
    }
    opening.lastIndex = end;
  }
  kept.push(text.slice(from));
  return kept.join('');
}

/** Where a quote or comment that opens at `start` ends. */
function endOf(opening: string, text: string, start: number): number {
  if (opening === '"') return endOfQuote(text, start + 1);
  const closing = opening === '/*' ? '*/' : '\n';
  const end = text.indexOf(closing, start + opening.length);
  if (end === -1) return text.length;
  return opening === '/*' ? end + closing.length : end;
}

/** A quote ends on its line at the latest, so that one in a heredoc can't hide the rest of the file. */
function endOfQuote(text: string, start: number): number {
  const stop = /["\n\\]/gu;
  stop.lastIndex = start;
  for (let match = stop.exec(text); match !== null; match = stop.exec(text)) {
    if (match[0] !== '\\') return match.index + 1;
    stop.lastIndex = match.index + 2;
  }
  return text.length;
}
