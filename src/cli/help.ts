/** The help of dr-lint and of its commands, from the tables of commands and options. */
import { commandTable } from './commands.ts';
import { optionNames, optionSpec, type CommandName, type OptionName } from './options.ts';

const width = 100;

/** @param formats of lint's reports, the default first */
export function generalHelp(formats: readonly string[]): string {
  const commands = Object.values(commandTable).map(({ usage, summary }) => [usage, summary] as const);
  return [
    'dr-lint checks infrastructure code against the disaster-recovery tier you promised.',
    '',
    ...columns(commands),
    '',
    'Options of lint:',
    ...optionLines('lint'),
    '',
    formatLine(formats),
    'Paths are files or folders; without any, the working directory. Exit status: 0 nothing at or above',
    '--fail-on, 1 findings, 2 wrong usage or configuration, 3 a bug in dr-lint.',
    '',
  ].join('\n');
}

/** @param formats that the command prints, the default first */
export function commandHelp(command: CommandName, formats: readonly string[]): string {
  const { usage, summary } = commandTable[command];
  const lines = [
    `Usage: ${usage} [options]`,
    '',
    ...wrap(summary, 0),
    '',
    ...optionLines(command),
    ...(formats.length === 0 ? [] : ['', formatLine(formats)]),
  ];
  return `${lines.join('\n')}\n`;
}

function formatLine([first = '', ...others]: readonly string[]): string {
  return `Formats: ${[`${first} (default)`, ...others].join(', ')}.`;
}

function optionLines(command: CommandName): readonly string[] {
  const names = optionNames.filter((name) => optionSpec(name).commands.includes(command));
  return columns(names.map((name) => [`  ${spell(name)}`, optionSpec(name).help] as const));
}

function spell(name: OptionName): string {
  const { short, value, repeats } = optionSpec(name);
  const long = `--${name}${value === undefined ? '' : ` ${value}`}${repeats === true ? ' …' : ''}`;
  return short === undefined ? long : `-${short}, ${long}`;
}

function columns(rows: readonly (readonly [left: string, right: string])[]): readonly string[] {
  const left = Math.max(...rows.map(([text]) => text.length)) + 2;
  return rows.flatMap(([head, text]) => {
    const [first = '', ...rest] = wrap(text, left);
    return [`${head.padEnd(left)}${first}`, ...rest.map((line) => `${' '.repeat(left)}${line}`)];
  });
}

function wrap(text: string, indent: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && indent + line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}
