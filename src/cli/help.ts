/** The help of dr-lint and of its commands, from the tables of commands and options. */
import { hanging } from '../reporters/text-style.ts';
import { commandTable } from './commands.ts';
import { optionNames, optionSpec, type CommandName, type OptionName } from './options.ts';

/** Wider lines are hard to read. */
const maximumWidth = 100;

const closing =
  'Paths are files or folders; without any, the working directory. Exit status: 0 nothing at or above --fail-on, 1 findings, 2 wrong usage or configuration, 3 a bug in dr-lint.';

/**
 * @param formats of lint's reports, the default first
 * @param columns of the terminal
 */
export function generalHelp(formats: readonly string[], columns: number = maximumWidth): string {
  const width = Math.min(columns, maximumWidth);
  const commands = Object.values(commandTable).map(({ usage, summary }) => [usage, summary] as const);
  return [
    ...hanging('', 'dr-lint checks infrastructure code against the disaster-recovery tier you promised.', 0, width),
    '',
    ...aligned(commands, width),
    '',
    'Options of lint:',
    ...optionLines('lint', width),
    '',
    ...hanging('', `${formatLine(formats)} ${closing}`, 0, width),
    '',
  ].join('\n');
}

/**
 * @param formats that the command prints, the default first
 * @param columns of the terminal
 */
export function commandHelp(command: CommandName, formats: readonly string[], columns: number = maximumWidth): string {
  const width = Math.min(columns, maximumWidth);
  const { usage, summary } = commandTable[command];
  const lines = [
    `Usage: ${usage} [options]`,
    '',
    ...hanging('', summary, 0, width),
    '',
    ...optionLines(command, width),
    ...(formats.length === 0 ? [] : ['', ...hanging('', formatLine(formats), 0, width)]),
  ];
  return `${lines.join('\n')}\n`;
}

function formatLine([first = '', ...others]: readonly string[]): string {
  return `Formats: ${[`${first} (default)`, ...others].join(', ')}.`;
}

function optionLines(command: CommandName, width: number): readonly string[] {
  const names = optionNames.filter((name) => optionSpec(name).commands.includes(command));
  return aligned(
    names.map((name) => [`  ${spell(name)}`, optionSpec(name).help] as const),
    width,
  );
}

function spell(name: OptionName): string {
  const { short, value, repeats } = optionSpec(name);
  const long = `--${name}${value === undefined ? '' : ` ${value}`}${repeats === true ? ' …' : ''}`;
  return short === undefined ? long : `-${short}, ${long}`;
}

function aligned(rows: readonly (readonly [left: string, right: string])[], width: number): readonly string[] {
  const left = Math.max(...rows.map(([text]) => text.length)) + 2;
  return rows.flatMap(([head, text]) => hanging(head.padEnd(left), text, left, width));
}
