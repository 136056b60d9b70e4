/** The text of an expression as the native syntax writes it, whichever syntax it stands in. */
import { textOf, type SourceRange } from '../../core/source.ts';
import { isJsonConfiguration } from '../../discovery/configuration-files.ts';

export function writtenText(range: SourceRange): string {
  const text = textOf(range);
  if (!isJsonConfiguration(range.file.path)) return text;
  const isWhole = text.startsWith('"') && text.endsWith('"');
  const content = decoded(isWhole ? text.slice(1, -1) : text);
  // A template that is nothing but an expression.
  return (isWhole ? /^\$\{([^{}]*)\}$/u.exec(content)?.[1]?.trim() : undefined) ?? content;
}

/** What holds unescaped quotes is more than a text, and stays. */
function decoded(content: string): string {
  if (!content.includes('\\')) return content;
  try {
    return String(JSON.parse(`"${content}"`));
  } catch {
    return content;
  }
}
