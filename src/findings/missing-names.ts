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

/** `asked` are the names that the finding asks for, `spokenFor` those that any policy asks for: the rest may matter to all. */
export function namesMissing(
  { names, outermost }: RemovedArguments,
  asked: ReadonlySet<string>,
  spokenFor: ReadonlySet<string>,
): boolean {
  return [...names].some((name) => asked.has(name)) || [...outermost].some((name) => !spokenFor.has(name));
}

/** What the lines that were taken away set or opened: arguments, types of resources, keys. */
export interface RemovedArguments {
  readonly names: ReadonlySet<string>;
  /** Those that are indented least: the others stand inside them. */
  readonly outermost: ReadonlySet<string>;
}

export function removedArguments(text: string): RemovedArguments {
  const heads = headsOf(text);
  let least = Infinity;
  for (const { indentation } of heads) least = Math.min(least, indentation);
  return {
    names: new Set(heads.map(({ name }) => name)),
    outermost: new Set(heads.filter(({ indentation }) => indentation === least).map(({ name }) => name)),
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
