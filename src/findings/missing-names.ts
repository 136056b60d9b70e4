/**
 * Whether what was taken away is what a finding misses: the fix of a policy names the arguments to write. Who removes
 * `multi_az = true` causes the finding that asks for it, and not the one that asks for `deletion_protection`.
 */

/** The names in the code of a fix: `Set \`multi_az = true\`` → multi_az, true. */
export function argumentsIn(fix: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [, code = ''] of fix.matchAll(/`([^`]*)`/gu)) for (const [name] of code.matchAll(word)) names.add(name);
  return names;
}

const word = /[A-Za-z_]\w*(?:::\w+)*/gu;

/** What the lines that were taken away set or opened. */
export interface RemovedArguments {
  /** Arguments, types of resources, keys. */
  readonly names: ReadonlySet<string>;
  /** Something was taken away that no policy asks for: it may matter to all. */
  readonly mayMatterToAll: boolean;
}

/** `spokenFor` are the names that any policy asks for. */
export function removedArguments(text: string, spokenFor: ReadonlySet<string>): RemovedArguments {
  const heads = headsOf(text);
  let outermost = Infinity;
  for (const { indentation } of heads) outermost = Math.min(outermost, indentation);
  return {
    names: new Set(heads.map(({ name }) => name)),
    mayMatterToAll: heads.some(({ name, indentation }) => indentation === outermost && !spokenFor.has(name)),
  };
}

interface Head {
  readonly name: string;
  readonly indentation: number;
}

function headsOf(text: string): readonly Head[] {
  const heads: Head[] = [];
  for (const line of text.split('\n')) {
    const found = labelled.exec(line) ?? named.exec(line);
    const [, space = '', name] = found ?? [];
    if (name === undefined) continue;
    heads.push({ name, indentation: space.length });
    const type = typed.exec(line)?.[1];
    if (type !== undefined) heads.push({ name: type, indentation: space.length });
  }
  return heads;
}

const labelled = /^(\s*)(?:resource|data|dynamic)\s+"(\w+)"/u;
const named = /^(\s*(?:-\s+)?)["']?([A-Za-z_]\w*)["']?\s*(?:[=:{"]|$)/u;
const typed = /^\s*["']?Type["']?\s*:\s*["']?(\w+(?:::\w+)+)/u;
