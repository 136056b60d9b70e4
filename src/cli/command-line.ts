/** The arguments of the process → a command with its operands and options, or every mistake in them. */
import { parseArgs } from 'node:util';
import { suggest } from '../core/suggest.ts';
import { done, mistaken, type Attempt } from './attempt.ts';
import { isCommandName } from './commands.ts';
import { isOptionName, optionNames, Options, optionSpec, type CommandName, type OptionName } from './options.ts';

export interface CommandLine {
  readonly command: CommandName;
  /** Whether the command was named; `lint` is the default. */
  readonly isNamed: boolean;
  /** What is no option: paths, or the policy to explain. */
  readonly operands: readonly string[];
  readonly options: Options;
}

export function parseCommandLine(argv: readonly string[]): Attempt<CommandLine> {
  const { positionals, tokens } = parseArgs({
    args: [...argv],
    options: Object.fromEntries(optionNames.map((name) => [name, parserOption(name)])),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const [first, ...rest] = positionals;
  const named = first !== undefined && isCommandName(first) ? first : undefined;
  const command = named ?? 'lint';
  const given = new Map<OptionName, string[]>();
  const mistakes: string[] = [];
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const mistake = takeOption(token, command, given);
    if (mistake !== undefined) mistakes.push(mistake);
  }
  if (mistakes.length > 0) return mistaken(mistakes);
  const operands = named === undefined ? positionals : rest;
  return done({ command, isNamed: named !== undefined, operands, options: new Options(given) });
}

interface OptionToken {
  readonly name: string;
  /** As written: `--tier`, `-h`. */
  readonly rawName: string;
  readonly value?: string | undefined;
  /** Written `--tier=warm-standby`. */
  readonly inlineValue?: boolean | undefined;
}

/** Notes an option that was given, or returns what is wrong with it. */
function takeOption(token: OptionToken, command: CommandName, given: Map<OptionName, string[]>): string | undefined {
  const { name, rawName, value = '' } = token;
  if (!isOptionName(name)) return unknownOption(rawName);
  const mistake = optionMistake(name, token, command);
  if (mistake === undefined) given.set(name, [...(given.get(name) ?? []), value]);
  return mistake;
}

function parserOption(name: OptionName): { type: 'string' | 'boolean'; short?: string } {
  const { value, short } = optionSpec(name);
  return { type: value === undefined ? 'boolean' : 'string', ...(short !== undefined && { short }) };
}

function optionMistake(name: OptionName, token: OptionToken, command: CommandName): string | undefined {
  const { value: placeholder, commands, choices } = optionSpec(name);
  const { value, rawName } = token;
  if (!commands.includes(command)) return `${rawName} is not an option of ${command}.`;
  if (placeholder === undefined) return value === undefined ? undefined : `${rawName} takes no value.`;
  // `--tier --quiet`: the value was forgotten.
  if (value === undefined || value === '' || (value.startsWith('--') && token.inlineValue !== true)) {
    return `${rawName} needs a value: ${rawName} ${placeholder}.`;
  }
  if (choices === undefined || choices.includes(value)) return undefined;
  return `${rawName}: "${value}" is not one of ${choices.join(', ')}.${meant(suggest(value, choices))}`;
}

function unknownOption(rawName: string): string {
  const nearest = suggest(rawName.replace(/^-+/u, ''), optionNames);
  return `${rawName} is not an option.${meant(nearest === undefined ? undefined : `--${nearest}`)}`;
}

function meant(nearest: string | undefined): string {
  return nearest === undefined ? '' : ` Did you mean ${nearest}?`;
}
